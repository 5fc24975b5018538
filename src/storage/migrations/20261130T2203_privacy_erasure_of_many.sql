-- People who go together, by retention or with an import, have one record with a row for each. What
-- is told of one of them is found by their contact's id, which other programs may know, or their link.
alter table privacy.person_erasure
  -- Null: several went together.
  alter column subject_id drop not null,
  add column people integer not null default 1,
  add column why text not null default 'contact_deleted' check (why in
    ('asked', 'contact_deleted', 'quarantine_deleted', 'retention', 'import_undone', 'key_gone')),
  -- How many proofs are held, by what they are and their day.
  add column held jsonb not null default '[]',
  -- SHA-256 over who went, in order: nobody is added to a record, or taken from it, later.
  add column commitment bytea;
alter table privacy.person_erasure
  alter column people drop default, alter column why drop default, alter column held drop default;

alter table privacy.person_erasure no force row level security;
update privacy.person_erasure set why = 'asked' where request_id is not null;
alter table privacy.person_erasure force row level security;

create table privacy.erased_person (
  account_id uuid not null,
  erasure_id uuid not null,
  subject_id uuid not null,
  -- By which other programs knew the person; null: of an erasure from before this was kept.
  contact_id uuid,
  -- Joins the entries of the ledger; says nothing once the proof key is gone. Null: it was gone.
  link bytea,
  suppression text check (suppression in ('marketing', 'relational', 'all')),
  erased_at timestamptz not null,
  -- Null: no proof is held, or not any more.
  held_until timestamptz,
  primary key (account_id, erasure_id, subject_id),
  foreign key (account_id, erasure_id) references privacy.person_erasure on delete cascade
);
create index erased_person_contact on privacy.erased_person (account_id, contact_id);
create index erased_person_newest on privacy.erased_person (account_id, erased_at, subject_id);
create index erased_person_held on privacy.erased_person (account_id, held_until)
  where held_until is not null;

alter table privacy.person_erasure no force row level security;
insert into privacy.erased_person
  (account_id, erasure_id, subject_id, link, suppression, erased_at, held_until)
select account_id, erasure_id, subject_id, link, suppression, erased_at,
  case when proofs_gone_at is null then proofs_until end
from privacy.person_erasure;
alter table privacy.person_erasure force row level security;
select storage.account_table('privacy.erased_person', 'select, insert, update, delete');

drop index privacy.person_erasure_held;
alter table privacy.erasure_link add column subject_id uuid;
