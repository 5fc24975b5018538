-- A no that a file told of somebody, whether or not there was anything it could end: a yes that is
-- older than it, in whichever file it comes, is not taken. By import, so that one taken back leaves none.
create table consent.file_refusal (
  account_id uuid not null,
  subject_id uuid not null,
  import_id uuid not null,
  controller_id uuid,
  purpose text,
  said_at timestamptz not null,
  primary key (account_id, subject_id, import_id)
);
create index file_refusal_by_import on consent.file_refusal (account_id, import_id);
select storage.account_table('consent.file_refusal', 'select, insert, update, delete');
