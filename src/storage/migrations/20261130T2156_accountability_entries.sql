-- What shows that the rules are kept: impact assessments, training, reviews by counsel. Everything
-- is an entry that is added; of each place the newest counts (GDPR, articles 5(2), 24 and 35).
create schema if not exists accountability;
select storage.room_schema('accountability');

create table accountability.entry (
  account_id uuid not null,
  entry_id uuid not null,
  kind text not null check (kind in ('answer', 'plan', 'assessment', 'topic', 'session',
    'attestation', 'review', 'review_document')),
  -- Which question, version, topic, session, review; of an attestation the user and the topic.
  place text not null check (octet_length(place) between 1 and 120),
  at timestamptz not null,
  by text not null check (octet_length(by) <= 100),
  -- What people wrote may name a person: sealed under the account's key.
  content_sealed bytea not null,
  primary key (account_id, entry_id)
);
create index entry_newest on accountability.entry (account_id, kind, place, entry_id desc);
select storage.account_table('accountability.entry', 'select, insert');

-- The same for the installation as processor, and for its staff.
create table accountability.installation_entry (
  entry_id uuid not null,
  kind text not null check (kind in ('answer', 'plan', 'assessment', 'topic', 'session',
    'attestation', 'review', 'review_document')),
  place text not null check (octet_length(place) between 1 and 120),
  at timestamptz not null,
  by text not null check (octet_length(by) <= 100),
  -- Sealed under the installation's key.
  content_sealed bytea not null,
  primary key (entry_id)
);
create index installation_entry_newest
  on accountability.installation_entry (kind, place, entry_id desc);
select storage.installation_table('accountability.installation_entry', 'select, insert');
select storage.append_only('accountability.installation_entry');
