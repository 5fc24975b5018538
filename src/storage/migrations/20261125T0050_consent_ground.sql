-- Consent: wordings, immutable entries, their sealed bodies, the account's tree, the projection that
-- the gate reads, and suppressions.
create schema if not exists consent;
select storage.room_schema('consent');

-- What an account holds to be enough for marketing, and for how long.
create table consent.policy (
  account_id uuid primary key,
  minimum_rank smallint not null,
  valid_months smallint not null check (valid_months between 1 and 36)
);
select storage.account_table('consent.policy', 'select, insert, update');

create table consent.wording (
  account_id uuid not null,
  wording_id uuid not null,
  name text not null,
  version integer not null,
  replaces uuid,
  language text not null,
  medium text not null,
  controller_id uuid not null,
  controller_name text not null,
  shown_text text not null,
  sha256 bytea not null,
  channels text[] not null,
  purposes text[] not null,
  form jsonb not null,
  state text not null check (state in ('draft', 'published', 'retired')),
  created_at timestamptz not null,
  published_at timestamptz,
  entry_id uuid,
  primary key (account_id, wording_id),
  check ((state = 'draft') = (entry_id is null))
);
select storage.account_table('consent.wording', 'select, insert, update');

-- Once published, a wording may be retired and nothing else: consents name its exact words.
create function consent.keep_published_wording() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and
    (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
    raise exception 'a published wording does not change';
  end if;
  return new;
end $$;
create trigger keep_published before update on consent.wording
  for each row execute function consent.keep_published_wording();

-- A ledger entry without its place in the tree. It holds no person: link and commitment derive
-- from the person's proof key. An entry's id is its batch's with the ordinal in the last 24 bits.
create table consent.entry (
  account_id uuid not null,
  entry_id uuid not null,
  kind text not null,
  purpose text not null,
  channel text not null,
  wording_sha256 bytea,
  link bytea,
  commitment bytea not null,
  recorded_at timestamptz not null,
  primary key (account_id, entry_id)
);
select storage.account_table('consent.entry', 'select, insert');
select storage.append_only('consent.entry');

-- The evidence, sealed with the person's proof key (or the account's, where no person is meant).
create table consent.entry_body (
  account_id uuid not null,
  entry_id uuid not null,
  subject_id uuid,
  body_sealed bytea not null,
  primary key (account_id, entry_id)
);
create index entry_body_subject on consent.entry_body (account_id, subject_id)
  where subject_id is not null;
select storage.account_table('consent.entry_body', 'select, insert, delete');

-- Batches that are recorded and have no place in the tree yet. `ord` is handed out as batches are
-- written, so whoever saw an earlier batch committed comes after it.
create table consent.unsequenced (
  account_id uuid not null,
  ord bigint generated always as identity,
  batch_id uuid not null,
  entries integer not null check (entries > 0),
  primary key (account_id, ord)
);
select storage.account_table('consent.unsequenced', 'select, insert, delete');
select storage.engine_access('consent.unsequenced', 'select');

-- Where a batch lies in the tree, and what stood before it: enough to write its leaves again.
create table consent.sequenced (
  account_id uuid not null,
  first_seq bigint not null,
  batch_id uuid not null,
  entries integer not null,
  previous_hash bytea,
  previous_at timestamptz not null,
  primary key (account_id, first_seq)
);
create unique index sequenced_batch on consent.sequenced (account_id, batch_id);
select storage.account_table('consent.sequenced', 'select, insert');
select storage.append_only('consent.sequenced');

-- The account's tree: its size, the hashes of its perfect subtrees, and its signing key.
create table consent.tree (
  account_id uuid primary key,
  origin text not null,
  size bigint not null,
  frontier bytea not null,
  last_hash bytea,
  last_at timestamptz not null,
  public_key bytea not null
);
select storage.account_table('consent.tree', 'select, insert, update');

-- The projection that the gate reads: a fold of the entries, one row a person, entity, channel, purpose.
create table consent.state (
  account_id uuid not null,
  subject_id uuid not null,
  controller_id uuid not null,
  channel text not null,
  purpose text not null,
  state text not null check (state in ('given', 'withdrawn')),
  since timestamptz not null,
  valid_until timestamptz not null,
  grade_rank smallint not null,
  wording_id uuid,
  entry_id uuid not null,
  primary key (account_id, subject_id, controller_id, channel, purpose)
);
select storage.account_table('consent.state', 'select, insert, update, delete');

-- Numbers that are not contacted again, by a keyed tag that outlives the person's erasure. It holds
-- the month only and no entry id, so that it cannot be joined with the rest.
create table consent.suppression (
  account_id uuid not null,
  tag bytea not null check (length(tag) = 16),
  scope text not null check (scope in ('marketing', 'relational', 'all')),
  since_month date not null,
  reason text not null,
  primary key (account_id, tag)
);
select storage.account_table('consent.suppression', 'select, insert, update, delete');
