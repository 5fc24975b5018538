-- A no that a file told of somebody, whether or not there was anything it could end: a yes that is
-- older than it is not taken. Held until its end, for a day without its hour counts whole; by import,
-- so that one taken back leaves none.
create table consent.file_refusal (
  account_id uuid not null,
  subject_id uuid not null,
  import_id uuid not null,
  controller_id uuid,
  purpose text,
  until timestamptz not null,
  primary key (account_id, subject_id, import_id)
);
create index file_refusal_by_import on consent.file_refusal (account_id, import_id, subject_id);
select storage.account_table('consent.file_refusal', 'select, insert, update, delete');

-- Of whom an earlier file said no and nothing has changed since. The owner sees and writes no row of an
-- account while its policies are forced on it.
alter table contacts.contact no force row level security;
alter table consent.file_refusal no force row level security;
insert into consent.file_refusal (account_id, subject_id, import_id, until)
select account_id, subject_id, import_id, updated_at from contacts.contact
where marketing_state = 'quarantine' and quarantine_reason = 'consent_not_given'
  and import_id is not null
on conflict do nothing;
alter table contacts.contact force row level security;
alter table consent.file_refusal force row level security;
