-- What is told of the erasure of a person: it names nobody, and nothing in it leads to anybody.
create table privacy.person_erasure (
  account_id uuid not null,
  erasure_id uuid not null,
  -- Which slot of keys was emptied: it is tried again by whoever doubts it.
  subject_id uuid not null,
  -- Joins the entries of the ledger; says nothing once the proof key is gone. Null: it was gone.
  link bytea,
  -- The request that it answers; null: somebody deleted the contact.
  request_id uuid,
  asked_how text check (asked_how in ('page', 'phone', 'letter', 'email', 'in_person')),
  asked_at timestamptz,
  erased_at timestamptz not null,
  erased_by text not null check (erased_by in ('user', 'token', 'system')),
  -- What stood on the list of objections before anything was destroyed; null: nothing did.
  suppression text check (suppression in ('marketing', 'relational', 'all')),
  -- How much went, by kind.
  counts jsonb not null,
  proofs_held integer not null,
  proofs_until timestamptz,
  proofs_gone_at timestamptz,
  -- Old copies open until the key of this epoch is destroyed.
  epoch integer not null,
  epoch_until timestamptz not null,
  epoch_gone_at timestamptz,
  backups_until timestamptz not null,
  changed_at timestamptz not null,
  record_until timestamptz not null,
  primary key (account_id, erasure_id)
);
create index person_erasure_newest
  on privacy.person_erasure (account_id, erased_at desc, erasure_id desc);
create index person_erasure_request on privacy.person_erasure (account_id, request_id)
  where request_id is not null;
create index person_erasure_open on privacy.person_erasure (account_id, epoch)
  where epoch_gone_at is null;
create index person_erasure_held on privacy.person_erasure (account_id, proofs_until)
  where proofs_held > 0 and proofs_gone_at is null;
create index person_erasure_ends on privacy.person_erasure (account_id, record_until);
select storage.account_table('privacy.person_erasure', 'select, insert, update, delete');

-- Whom the person's data was given, and what they answered when they were told.
create table privacy.erasure_recipient (
  account_id uuid not null,
  erasure_id uuid not null,
  recipient_id uuid not null,
  kind text not null check (kind in ('supplier', 'receiver')),
  name text not null,
  country text not null,
  told_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('erased', 'nothing_held', 'kept_by_law', 'none')),
  primary key (account_id, erasure_id, recipient_id),
  foreign key (account_id, erasure_id) references privacy.person_erasure on delete cascade
);
select storage.account_table('privacy.erasure_recipient', 'select, insert, update, delete');

-- Finds the page of the certificate: a link that the person had, or one made for them.
create table privacy.erasure_link (
  account_id uuid not null,
  link_tag bytea not null,
  erasure_id uuid not null,
  primary key (link_tag),
  foreign key (account_id, erasure_id) references privacy.person_erasure on delete cascade
);
create index erasure_link_of on privacy.erasure_link (account_id, erasure_id);
select storage.account_table('privacy.erasure_link', 'select, insert, delete');
select storage.engine_access('privacy.erasure_link', 'select');
