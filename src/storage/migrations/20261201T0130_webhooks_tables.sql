-- What an account's own programs are told by HTTP: where, of what, and what became of each telling.
create schema if not exists webhooks;
select storage.room_schema('webhooks');

create table webhooks.endpoint (
  account_id uuid not null,
  endpoint_id uuid not null,
  -- The host in clear, for lists and for the record of an erasure; the whole address may hold a key.
  host text not null,
  url_sealed bytea not null,
  description text not null,
  kinds text[] not null,
  -- Whether messages of campaigns are told one by one, too.
  campaign_messages boolean not null,
  -- Whether a reply is told with its text.
  reply_text boolean not null,
  secret_sealed bytea not null,
  -- After a renewal both sign until then.
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  state text not null check (state in ('active', 'paused')),
  pause_why text check (pause_why in ('user', 'gone', 'failing')),
  paused_at timestamptz,
  -- Since the first failure after the last success.
  failing_since timestamptz,
  -- Tellings in a row that failed, and until when none is tried because of them.
  failures integer not null default 0,
  rest_until timestamptz,
  -- One process at a time tells an endpoint.
  held_by uuid,
  held_until timestamptz,
  created_at timestamptz not null,
  primary key (account_id, endpoint_id)
);
select storage.account_table('webhooks.endpoint', 'select, insert, update, delete');
select storage.engine_access('webhooks.endpoint', 'select');
revoke select on webhooks.endpoint from accord_engine;
grant select (account_id, endpoint_id, kinds, campaign_messages, state, rest_until, held_until)
  on webhooks.endpoint to accord_engine;

-- A row for each event and endpoint, written in the transaction of the event: the outbox and the log.
create table webhooks.delivery (
  account_id uuid not null,
  endpoint_id uuid not null,
  -- The header webhook-id: the same at every try and for every endpoint.
  event_id uuid not null,
  kind text not null,
  -- The message, reply, campaign, import or erasure.
  about uuid,
  -- Of which person, where the event is about one; the row goes with them.
  subject_id uuid,
  -- States, counts and ids.
  facts jsonb not null,
  at timestamptz not null,
  -- held: the endpoint was paused when it happened, or is now.
  state text not null check (state in ('waiting', 'held', 'delivered', 'failed')),
  tries smallint not null default 0,
  next_at timestamptz,
  last_at timestamptz,
  last_status smallint,
  -- A word of our own; nothing of the answer is kept.
  last_error text,
  last_ms integer,
  delivered_at timestamptz,
  primary key (account_id, endpoint_id, event_id)
);
create index delivery_due on webhooks.delivery (account_id, endpoint_id, next_at)
  where state = 'waiting';
create index delivery_newest on webhooks.delivery (account_id, endpoint_id, at desc, event_id desc);
create index delivery_by_subject on webhooks.delivery (account_id, subject_id)
  where subject_id is not null;
create index delivery_by_time on webhooks.delivery (account_id, at);
select storage.account_table('webhooks.delivery', 'select, insert, update, delete');
select storage.engine_access('webhooks.delivery', 'select, insert');
