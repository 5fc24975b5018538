-- The word of a parent for somebody below the age of consent (R-109): of one person, one entity and one
-- purpose, on words that the parent read, until that person is of age at the latest. Who the parent is
-- stands in the sealed body of its entry alone.
create table consent.parental_authorisation (
  account_id uuid not null,
  subject_id uuid not null,
  controller_id uuid not null,
  purpose text not null,
  relation text not null check (relation in ('mother', 'father', 'guardian', 'other_holder')),
  since timestamptz not null,
  valid_until timestamptz not null,
  wording_id uuid not null,
  document_id uuid,
  entry_id uuid not null,
  primary key (account_id, subject_id, controller_id, purpose)
);
select storage.account_table('consent.parental_authorisation', 'select, insert, update, delete');
