-- What an import needs to be taken back, and the mappings of sources that were seen before.

-- Which batches of the ledger an import has written: all that it recorded can be found by them.
create table intake.import_batch (
  account_id uuid not null,
  import_id uuid not null,
  batch_id uuid not null,
  primary key (account_id, import_id, batch_id)
);
select storage.account_table('intake.import_batch', 'select, insert');

alter table intake.import drop constraint import_state_check;
alter table intake.import add constraint import_state_check check (
  state in ('received', 'analysed', 'mapping_needed', 'running', 'done', 'failed', 'undoing',
    'undone'));
alter table intake.import
  add column undone_at timestamptz,
  -- The last contact that the undoing has looked at: committed with each step.
  add column undo_after uuid,
  add column undo_erased bigint not null default 0,
  add column undo_kept bigint not null default 0,
  add column undo_withdrawn bigint not null default 0;

-- How the columns of a source were mapped the last time, found by a keyed tag of its header.
create table intake.known_source (
  account_id uuid not null,
  fingerprint bytea not null check (octet_length(fingerprint) = 16),
  mapping_sealed bytea not null,
  used_at timestamptz not null,
  primary key (account_id, fingerprint)
);
select storage.account_table('intake.known_source', 'select, insert, update, delete');
