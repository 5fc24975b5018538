-- How long each kind of data stays in each account, what a night deleted, and the ways in which rows
-- of messages and replies go: none of the server's roles may delete them otherwise.
create schema if not exists retention;
select storage.room_schema('retention');

-- What an account chose, or was told; without a row nobody has looked yet.
create table retention.period (
  account_id uuid not null,
  kind text not null check (kind in ('messages', 'replies', 'imports')),
  months smallint not null check (months between 1 and 120),
  told_at timestamptz not null,
  -- Nothing goes before.
  erases_from timestamptz not null,
  primary key (account_id, kind)
);
select storage.account_table('retention.period', 'select, insert, update');

-- What was deleted on a night: counts, and nothing of what they counted.
create table retention.run (
  account_id uuid not null,
  kind text not null
    check (kind in ('messages', 'replies', 'imports', 'contacts', 'texts')),
  -- The instant by which rows were judged, whenever it ran.
  night timestamptz not null,
  state text not null check (state in ('running', 'done', 'failed')),
  term_count smallint not null,
  term_unit text not null check (term_unit in ('months', 'days')),
  -- Null: nothing was to go yet.
  before_at timestamptz,
  began_at timestamptz not null,
  ended_at timestamptz,
  deleted bigint not null default 0,
  rows_by_table jsonb not null default '{}',
  -- Of what is left.
  oldest_at timestamptz,
  took_ms bigint not null default 0,
  -- The code of what went wrong.
  failure text,
  primary key (account_id, kind, night)
);
create index run_newest on retention.run (account_id, night desc, kind);
select storage.account_table('retention.run', 'select, insert, update, delete');
-- The self-check looks over all accounts.
select storage.engine_access('retention.run', 'select');

-- Within what an account may choose; without a row, what the program allows.
create table retention.bound (
  kind text primary key check (kind in ('messages', 'replies', 'imports')),
  shortest_months smallint not null,
  longest_months smallint not null,
  changed_at timestamptz not null,
  check (shortest_months between 1 and longest_months),
  check (longest_months <= 120)
);
select storage.installation_table('retention.bound', 'select, insert, update');

-- What is left of a person's deleted messages and replies: when the last were. Contacts stay as long
-- as such a sign is young, and a segment may ask for it.
create table sending.person_past (
  account_id uuid not null,
  subject_id uuid not null,
  last_message_at timestamptz,
  last_alert_at timestamptz,
  last_reply_at timestamptz,
  primary key (account_id, subject_id)
);
select storage.account_table('sending.person_past', 'select, insert, update, delete');

-- Since when the messages of a campaign are gone: its figures are those that were counted before.
alter table sending.campaign_breakdown add column details_deleted_at timestamptz;

-- Deleted replies to a campaign, by kind.
create table sending.campaign_past_reply (
  account_id uuid not null,
  campaign_id uuid not null,
  kind text not null,
  replies bigint not null,
  people bigint not null,
  deleted_at timestamptz not null,
  primary key (account_id, campaign_id, kind)
);
select storage.account_table('sending.campaign_past_reply', 'select, insert, update');

-- A campaign without messages is not looked through for a person any more.
grant delete on sending.campaign_reach to accord_app;
grant delete on intake.import, intake.import_batch, intake.import_count to accord_app;

-- The account of this transaction, while a function of this file deletes rows that are past their
-- period; else null.
create function storage.account_being_trimmed() returns uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  select named.account
  from (select nullif(current_setting('accord.trims_account', true), '')::uuid as account) named
  where named.account = nullif(current_setting('accord.account_id', true), '')::uuid
$$;

create function storage.past_rows(target regclass) returns void language plpgsql as $$
begin
  execute format(
    'create policy past_rows on %s for delete to %I using (account_id = (select storage.account_being_trimmed()))',
    target, current_user);
end $$;

select storage.past_rows(target::regclass) from unnest(array[
  'sending.message', 'sending.result', 'sending.receipt', 'sending.outcome', 'sending.event',
  'sending.dead_number_try', 'sending.inbound', 'sending.inbox_answer', 'sending.conversation'
]) as target;

create or replace function storage.refuse_change() returns trigger language plpgsql as $$
begin
  -- Whoever owns the table, in the deletion of one account or of what is past its period there: the
  -- policies keep it to that account, and to tables that have a period.
  if tg_op = 'DELETE'
    and coalesce(nullif(current_setting('accord.deletes_account', true), ''),
      current_setting('accord.trims_account', true), '') <> ''
    and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'USAGE')
  then
    return null;
  end if;
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name;
end $$;

-- Messages with all that hangs on them. What has no final state, or still waits, stays whoever asks.
create function sending.delete_messages(account uuid, ids uuid[])
returns table (messages bigint, results bigint, receipts bigint, outcomes bigint, events bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone uuid[];
begin
  perform set_config('accord.trims_account', account::text, true);
  if storage.account_being_trimmed() is distinct from account then
    raise exception 'messages of the account of the transaction alone may go';
  end if;
  gone := array(select o.message_id from sending.outcome o
    where o.account_id = account and o.message_id = any(ids)
      and not exists (select from sending.queue q
        where q.account_id = account and q.message_id = o.message_id));
  delete from sending.result where account_id = account and message_id = any(gone);
  get diagnostics results = row_count;
  delete from sending.receipt where account_id = account and message_id = any(gone);
  get diagnostics receipts = row_count;
  delete from sending.event where account_id = account and message_id = any(gone);
  get diagnostics events = row_count;
  delete from sending.dead_number_try where account_id = account and message_id = any(gone);
  delete from sending.message where account_id = account and id = any(gone);
  get diagnostics messages = row_count;
  delete from sending.outcome where account_id = account and message_id = any(gone);
  get diagnostics outcomes = row_count;
  perform set_config('accord.trims_account', '', true);
  return next;
end $$;

-- All that these people wrote, with what was written back to it. What somebody must read stays.
-- Whoever writes in the same instant is asked about again: their conversation stays.
create function sending.delete_replies(account uuid, subjects uuid[], before timestamptz)
returns table (replies bigint, answers bigint, conversations bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone uuid[];
  people uuid[];
begin
  perform set_config('accord.trims_account', account::text, true);
  if storage.account_being_trimmed() is distinct from account then
    raise exception 'replies to the account of the transaction alone may go';
  end if;
  people := array(select s.subject from unnest(subjects) as s (subject)
    where not exists (select from sending.inbound i
      where i.account_id = account and i.subject_id = s.subject
        and (i.received_at >= before or i.needs_review and i.reviewed_at is null)));
  gone := array(select i.id from sending.inbound i
    where i.account_id = account and i.subject_id = any(people) and i.received_at < before);
  delete from sending.inbox_answer where account_id = account and reply_id = any(gone);
  get diagnostics answers = row_count;
  delete from sending.conversation
    where account_id = account and subject_id = any(people) and last_at < before;
  get diagnostics conversations = row_count;
  delete from sending.inbound where account_id = account and id = any(gone);
  get diagnostics replies = row_count;
  perform set_config('accord.trims_account', '', true);
  return next;
end $$;

revoke all on function storage.account_being_trimmed(), storage.past_rows(regclass),
  sending.delete_messages(uuid, uuid[]), sending.delete_replies(uuid, uuid[], timestamptz) from public;
grant execute on function sending.delete_messages(uuid, uuid[]),
  sending.delete_replies(uuid, uuid[], timestamptz) to accord_app;
