-- A pause counts at once for all that waits, however long the log is: what was queued before it is
-- held, whether or not its row says so yet, and stays so when the webhook is resumed meanwhile.
alter table webhooks.endpoint
  add column pauses integer not null default 0,
  -- The last replay: since when, of what, how many so far, whether it is through.
  add column replay jsonb,
  -- Somebody's terminal asks for these events; they go nowhere by themselves, and end then.
  add column listens_until timestamptz,
  -- Who began it, a user or a token: nobody else is given what it hears.
  add column listens_by text;
alter table webhooks.endpoint drop constraint endpoint_state_check;
alter table webhooks.endpoint
  add constraint endpoint_state_check check (state in ('active', 'paused', 'listening')),
  add constraint endpoint_listens check ((state = 'listening') = (listens_until is not null)
    and (state = 'listening') = (listens_by is not null));
grant select (pauses, listens_until, held_by) on webhooks.endpoint to accord_engine;

-- How often the webhook had been paused when the event was queued.
alter table webhooks.delivery add column pauses integer not null default 0;
drop index webhooks.delivery_due;
create index delivery_due on webhooks.delivery (account_id, endpoint_id, pauses, next_at)
  where state = 'waiting';

-- What still waits for a webhook that is paused now is held.
alter table webhooks.endpoint no force row level security;
update webhooks.endpoint set pauses = 1 where state = 'paused';
alter table webhooks.endpoint force row level security;
