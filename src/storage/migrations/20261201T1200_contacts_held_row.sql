-- A row of a file that may not change its person: kept apart, sealed under the person's key, until
-- somebody decides it. One a person: the newest takes the place of the one before.
create table contacts.held_row (
  account_id uuid not null,
  contact_id uuid not null,
  import_id uuid,
  line integer,
  reason text not null check (reason in ('data_restricted', 'made_older')),
  sealed bytea not null,
  held_at timestamptz not null,
  primary key (account_id, contact_id)
);
create index held_row_import on contacts.held_row (account_id, import_id);
select storage.account_table('contacts.held_row', 'select, insert, update, delete');

alter table intake.import_count drop constraint import_count_kind_check;
alter table intake.import_count add constraint import_count_kind_check
  check (kind in ('imported', 'updated', 'duplicate', 'objected', 'rejected', 'quarantined',
    'consent', 'sensitive_kept', 'sensitive_left', 'custom_kept', 'custom_left', 'held'));
