-- The paper that somebody signed, or the recording of what they said: kept with the consent that rests
-- on it, sealed under the person's proof key. The ledger's entry commits to its SHA-256, so a file that
-- was swapped later is no longer the one that the tree knows.
create table consent.document (
  account_id uuid not null,
  document_id uuid not null,
  subject_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  media_type text not null,
  octets integer not null check (octets > 0),
  body_sealed bytea not null,
  added_at timestamptz not null,
  primary key (account_id, document_id),
  -- One paper with two boxes ticked is one file.
  unique (account_id, subject_id, sha256)
);
-- Sealed octets do not compress: trying costs and wins nothing.
alter table consent.document alter column body_sealed set storage external;
select storage.account_table('consent.document', 'select, insert, delete');
