-- Messages and what becomes of them. The big row is written once and left alone; what moves is in
-- narrow tables, which come and go, or grow by appending.

create schema if not exists sending;
select storage.room_schema('sending');

-- What the messages of one campaign, or of like requests, have in common. Named by its content, so
-- that a hundred thousand messages carry 16 octets of it each.
create table sending.terms (
  account_id uuid not null,
  id uuid not null,
  class text not null check (class in ('marketing', 'alert')),
  basis text,
  purpose text,
  controller_id uuid not null,
  route_id uuid not null,
  supplier_id uuid,
  sender text not null,
  if_unsure text not null check (if_unsure in ('never_twice', 'twice_rather_than_never')),
  rule_pack text not null,
  override_reason text,
  override_by uuid,
  made_at timestamptz not null,
  primary key (account_id, id),
  -- What may be taken twice by mistake is never advertising.
  check (class = 'alert' or if_unsure = 'never_twice')
);
select storage.account_table('sending.terms', 'select, insert');
select storage.append_only('sending.terms');

create table sending.message (
  account_id uuid not null,
  id uuid not null,
  terms_id uuid not null,
  campaign_id uuid,
  contact_id uuid,
  subject_id uuid not null,
  -- Keyed tag of the number (index key of the account).
  number_tag bytea not null,
  -- Number and text under the person's message key; null once the person is erased.
  body_sealed bytea,
  is_marketing boolean not null,
  country text not null,
  territory text not null,
  zone text not null,
  postcode_area text,
  encoding text not null check (encoding in ('gsm7', 'ucs2')),
  parts smallint not null,
  price_micro_eur bigint not null,
  consent_entry_id uuid,
  wording_id uuid,
  -- A letter for each check of the gate, in their published order.
  checks text not null,
  hold text,
  hold_until timestamptz,
  not_before timestamptz,
  useful_until timestamptz,
  reference text,
  accepted_at timestamptz not null,
  primary key (account_id, id)
) with (autovacuum_vacuum_insert_scale_factor = 0.2);
select storage.account_table('sending.message', 'select, insert');
-- An erasure empties what is about the person; nothing else is ever changed.
grant update (number_tag, body_sealed, contact_id) on sending.message to accord_app;
-- Finds the messages of a number (STOP, frequency), and keeps a campaign from writing to one twice.
create unique index message_by_number
  on sending.message (account_id, number_tag, (coalesce(campaign_id, id)));
create index message_by_campaign on sending.message (account_id, campaign_id, id)
  where campaign_id is not null;
-- An access request and an erasure find a person's messages by their subject.
create index message_by_subject on sending.message (account_id, subject_id);

create unlogged table sending.staged_message (
  batch_id uuid not null,
  account_id uuid not null,
  id uuid not null,
  terms_id uuid not null,
  campaign_id uuid,
  contact_id uuid,
  subject_id uuid not null,
  number_tag bytea not null,
  body_sealed bytea not null,
  is_marketing boolean not null,
  country text not null,
  territory text not null,
  zone text not null,
  postcode_area text,
  encoding text not null,
  parts smallint not null,
  price_micro_eur bigint not null,
  consent_entry_id uuid,
  wording_id uuid,
  checks text not null,
  hold text,
  hold_until timestamptz,
  not_before timestamptz,
  useful_until timestamptz,
  reference text,
  accepted_at timestamptz not null,
  refusal text
);
select storage.staging_table('sending.staged_message');

-- What waits to leave. A row is deleted as it is claimed; the statement that deletes it writes the
-- intent, so that a message is always in one of the two.
create table sending.queue (
  account_id uuid not null,
  message_id uuid not null,
  route_id uuid not null,
  -- 0: alerts, always first. 1: marketing.
  priority smallint not null,
  due_at timestamptz not null,
  expires_at timestamptz,
  campaign_id uuid,
  parts smallint not null,
  -- A bit for each part that the operator already has: what is put back goes on from there.
  parts_done integer not null,
  attempt smallint not null,
  may_repeat boolean not null,
  hold text,
  primary key (account_id, message_id)
) with (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0
);
create index queue_claim on sending.queue (route_id, priority, due_at, message_id);
select storage.account_table('sending.queue', 'select, insert, update, delete');
select storage.engine_access('sending.queue', 'select, insert, update, delete');

-- A slice that somebody is about to submit, on disk before the first octet leaves. Deleted in the
-- transaction that writes what became of it; one that is found at a take-over belonged to the dead.
create table sending.intent (
  id uuid primary key,
  route_id uuid not null,
  node_id uuid not null,
  fence bigint not null,
  opened_at timestamptz not null,
  account_ids uuid[] not null,
  message_ids uuid[] not null,
  campaign_ids uuid[] not null,
  parts smallint[] not null,
  parts_done integer[] not null,
  attempts smallint[] not null,
  priorities smallint[] not null,
  may_repeat boolean[] not null,
  expires_at timestamptz[] not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
grant select, insert, delete on sending.intent to accord_engine;

-- What became of a part that was given to an operator.
create table sending.result (
  account_id uuid not null,
  message_id uuid not null,
  part smallint not null,
  attempt smallint not null,
  parts smallint not null,
  campaign_id uuid,
  route_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'rejected', 'unknown')),
  -- The operator's id in its canonical writing.
  operator_id text,
  status integer,
  claimed_at timestamptz not null,
  left_at timestamptz not null,
  answered_at timestamptz,
  -- The gate at the moment of leaving, on part 1.
  checks text,
  primary key (account_id, message_id, part, attempt)
) with (autovacuum_vacuum_insert_scale_factor = 0.2);
create index result_by_operator_id on sending.result (route_id, operator_id)
  where operator_id is not null;
create index result_by_time on sending.result using brin (left_at) with (pages_per_range = 32);
select storage.account_table('sending.result', 'select');
select storage.engine_access('sending.result', 'select, insert');
-- An answer that comes after its time-out turns `unknown` into `accepted`.
grant update (outcome, operator_id, answered_at) on sending.result to accord_engine;

-- Every receipt that found its part, the repeated and the late ones too.
create table sending.receipt (
  account_id uuid not null,
  message_id uuid not null,
  part smallint not null,
  outcome text not null,
  error_code text,
  done_at timestamptz,
  received_at timestamptz not null
) with (autovacuum_vacuum_insert_scale_factor = 0.2);
create index receipt_by_message on sending.receipt (account_id, message_id);
select storage.account_table('sending.receipt', 'select');
select storage.engine_access('sending.receipt', 'select, insert');
select storage.append_only('sending.receipt');

-- Receipts whose message is not known (yet): those that outran the answer, and strangers.
create table sending.stray_receipt (
  id uuid not null,
  route_id uuid not null,
  -- One row for each key under which its part may come.
  operator_id text not null,
  outcome text not null,
  error_code text,
  done_at timestamptz,
  received_at timestamptz not null,
  primary key (id, operator_id)
);
create index stray_receipt_by_operator_id on sending.stray_receipt (route_id, operator_id);
grant select, insert, delete on sending.stray_receipt to accord_engine;

-- The final state, once.
create table sending.outcome (
  account_id uuid not null,
  message_id uuid not null,
  state text not null check (state in ('delivered', 'undelivered', 'expired', 'rejected',
    'refused', 'cancelled', 'unconfirmed')),
  reason text,
  campaign_id uuid,
  at timestamptz not null,
  primary key (account_id, message_id)
) with (autovacuum_vacuum_insert_scale_factor = 0.2);
select storage.account_table('sending.outcome', 'select, insert');
select storage.engine_access('sending.outcome', 'select, insert');
select storage.append_only('sending.outcome');

-- What is out of the ordinary in a message's story: held again, put back, given up, called back.
create table sending.event (
  account_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  what text not null,
  facts jsonb not null
);
create index event_by_message on sending.event (account_id, message_id);
select storage.account_table('sending.event', 'select, insert');
select storage.engine_access('sending.event', 'insert');
select storage.append_only('sending.event');

-- Counters of a campaign, moved in the transactions that move its messages.
create table sending.tally (
  account_id uuid not null,
  campaign_id uuid not null,
  counter text not null,
  value bigint not null,
  primary key (account_id, campaign_id, counter)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
select storage.account_table('sending.tally', 'select, insert, update');
select storage.engine_access('sending.tally', 'select, insert, update');

-- Finds the account of a reply: a keyed tag per route over recent submissions.
create table sending.reply_tag (
  route_id uuid not null,
  tag bytea not null,
  account_id uuid not null,
  message_id uuid not null,
  campaign_id uuid,
  submitted_at timestamptz not null,
  primary key (route_id, tag, account_id)
) with (fillfactor = 80);
grant select, insert, update, delete on sending.reply_tag to accord_engine;

create table sending.inbound (
  account_id uuid not null,
  id uuid not null,
  route_id uuid not null,
  message_id uuid,
  campaign_id uuid,
  contact_id uuid,
  subject_id uuid not null,
  number_tag bytea not null,
  -- Number and text under the person's message key; null once the person is erased.
  body_sealed bytea,
  kind text not null check (kind in ('stop', 'help', 'contact', 'doubtful', 'other')),
  needs_review boolean not null,
  reviewed_at timestamptz,
  review text,
  received_at timestamptz not null,
  primary key (account_id, id)
);
create index inbound_under_review on sending.inbound (account_id, number_tag)
  where needs_review and reviewed_at is null;
create index inbound_by_subject on sending.inbound (account_id, subject_id);
select storage.account_table('sending.inbound', 'select, insert, update');

-- Who may work a route: one node at a time, with a number that only grows.
create table sending.route_lease (
  route_id uuid primary key,
  node_id uuid not null,
  fence bigint not null,
  until_at timestamptz not null
) with (fillfactor = 50);
grant select, insert, update, delete on sending.route_lease to accord_engine;

-- How far a sweep over time has come.
create table sending.watermark (
  name text primary key,
  until_at timestamptz not null
);
grant select, insert, update on sending.watermark to accord_engine;
