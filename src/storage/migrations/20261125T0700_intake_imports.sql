-- Intake: the imports of an account and their counts. The files lie sealed in the data folder.
create schema if not exists intake;
select storage.room_schema('intake');

create table intake.import (
  account_id uuid not null,
  import_id uuid not null,
  state text not null check (
    state in ('received', 'analysed', 'mapping_needed', 'running', 'done', 'failed')),
  -- Two persons of the vault that are no persons: their contact keys seal the uploaded file and
  -- the rejected rows, and are destroyed with them.
  file_subject_id uuid not null,
  rejects_subject_id uuid not null,
  file_name_sealed bytea not null,
  settings_sealed bytea not null,
  size_bytes bigint not null,
  file_sha256 bytea not null,
  analysis_sealed bytea,
  mapping_sealed bytea,
  list_id uuid,
  rows_total bigint,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- Where the run stands: committed with each batch, so that it goes on from there.
  records_done bigint not null default 0,
  bytes_done bigint not null default 0,
  reject_parts integer not null default 0,
  rejects_until timestamptz,
  file_deleted_at timestamptz,
  failure_code text,
  failure_details jsonb,
  primary key (account_id, import_id)
);
select storage.account_table('intake.import', 'select, insert, update');
create index import_newest on intake.import (account_id, created_at desc, import_id desc);

-- Every row of a file is in one of imported, updated, duplicate, objected, rejected; quarantined and
-- consent count again some of these.
create table intake.import_count (
  account_id uuid not null,
  import_id uuid not null,
  kind text not null check (kind in (
    'imported', 'updated', 'duplicate', 'objected', 'rejected', 'quarantined', 'consent')),
  reason text not null default '',
  rows bigint not null,
  primary key (account_id, import_id, kind, reason)
);
select storage.account_table('intake.import_count', 'select, insert, update');
