-- What an account sent, hour by hour, counted in the transactions that write it: a first page that
-- shows thirty days adds some hundred rows up, however many messages there are. Hours, since a day
-- begins elsewhere in each zone.
create table sending.hour_tally (
  account_id uuid not null,
  hour timestamptz not null,
  -- The process that counts. Each counts in a row of its own, so that none waits for another and none
  -- waits crosswise; 0 for what was put together since.
  slot integer not null,
  accepted bigint not null default 0,
  parts bigint not null default 0,
  -- What the accepted cost, less what was refused or called off.
  cost_micro_eur bigint not null default 0,
  -- An operator has them, or may have them.
  handed_over bigint not null default 0,
  delivered bigint not null default 0,
  undelivered bigint not null default 0,
  expired bigint not null default 0,
  rejected bigint not null default 0,
  refused bigint not null default 0,
  cancelled bigint not null default 0,
  unconfirmed bigint not null default 0,
  replies bigint not null default 0,
  stops bigint not null default 0,
  primary key (account_id, hour, slot)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create function sending.count_accepted() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sending.hour_tally as held (account_id, hour, slot, accepted, parts, cost_micro_eur)
  select account_id, date_trunc('hour', accepted_at, 'UTC'), pg_backend_pid(), count(*), sum(parts),
    sum(price_micro_eur)
  from added group by 1, 2
  on conflict (account_id, hour, slot) do update set
    accepted = held.accepted + excluded.accepted,
    parts = held.parts + excluded.parts,
    cost_micro_eur = held.cost_micro_eur + excluded.cost_micro_eur;
  return null;
end $$;

-- A message that goes a second time, since its first attempt had no answer, was counted with that.
create function sending.count_handed_over() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sending.hour_tally as held (account_id, hour, slot, handed_over)
  select a.account_id, date_trunc('hour', a.left_at, 'UTC'), pg_backend_pid(), count(*)
  from added a
  where a.part = 1 and a.outcome <> 'rejected' and (a.attempt = 1 or not exists (
    select from sending.result r
    where r.account_id = a.account_id and r.message_id = a.message_id and r.part = 1
      and r.attempt < a.attempt and r.outcome <> 'rejected'))
  group by 1, 2
  on conflict (account_id, hour, slot) do update set
    handed_over = held.handed_over + excluded.handed_over;
  return null;
end $$;

create function sending.count_ended() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sending.hour_tally as held (account_id, hour, slot, cost_micro_eur, delivered,
    undelivered, expired, rejected, refused, cancelled, unconfirmed)
  select a.account_id, date_trunc('hour', a.at, 'UTC'), pg_backend_pid(),
    -coalesce(sum((select m.price_micro_eur from sending.message m
      where m.account_id = a.account_id and m.id = a.message_id))
      filter (where a.state in ('refused', 'cancelled')), 0),
    count(*) filter (where a.state = 'delivered'), count(*) filter (where a.state = 'undelivered'),
    count(*) filter (where a.state = 'expired'), count(*) filter (where a.state = 'rejected'),
    count(*) filter (where a.state = 'refused'), count(*) filter (where a.state = 'cancelled'),
    count(*) filter (where a.state = 'unconfirmed')
  from added a group by 1, 2
  on conflict (account_id, hour, slot) do update set
    cost_micro_eur = held.cost_micro_eur + excluded.cost_micro_eur,
    delivered = held.delivered + excluded.delivered,
    undelivered = held.undelivered + excluded.undelivered,
    expired = held.expired + excluded.expired,
    rejected = held.rejected + excluded.rejected,
    refused = held.refused + excluded.refused,
    cancelled = held.cancelled + excluded.cancelled,
    unconfirmed = held.unconfirmed + excluded.unconfirmed;
  return null;
end $$;

create function sending.count_replies() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sending.hour_tally as held (account_id, hour, slot, replies, stops)
  select account_id, date_trunc('hour', received_at, 'UTC'), pg_backend_pid(), count(*),
    count(*) filter (where kind = 'stop')
  from added group by 1, 2
  on conflict (account_id, hour, slot) do update set
    replies = held.replies + excluded.replies, stops = held.stops + excluded.stops;
  return null;
end $$;

-- Somebody has read a reply and says that it was a STOP: it is one, of the hour at which it came.
create function sending.count_stop_found() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sending.hour_tally as held (account_id, hour, slot, stops)
  values (new.account_id, date_trunc('hour', new.received_at, 'UTC'), pg_backend_pid(), 1)
  on conflict (account_id, hour, slot) do update set stops = held.stops + 1;
  return null;
end $$;

create trigger counted_by_hour after insert on sending.message
  referencing new table as added for each statement execute function sending.count_accepted();
create trigger counted_by_hour after insert on sending.result
  referencing new table as added for each statement execute function sending.count_handed_over();
create trigger counted_by_hour after insert on sending.outcome
  referencing new table as added for each statement execute function sending.count_ended();
create trigger counted_by_hour after insert on sending.inbound
  referencing new table as added for each statement execute function sending.count_replies();
create trigger found_to_be_stop after update of review on sending.inbound for each row
  when (new.review = 'stop' and old.review is distinct from 'stop' and new.kind <> 'stop')
  execute function sending.count_stop_found();

-- Hours that are over are one row each: whoever counted in them counts elsewhere now.
create function sending.fold_hours(of_account uuid, before_hour timestamptz) returns bigint
language sql security definer set search_path = pg_catalog as $$
  with gone as (
    delete from sending.hour_tally
    where account_id = of_account and hour < before_hour and slot <> 0 returning *
  ), folded as (
    insert into sending.hour_tally as held
    select account_id, hour, 0, sum(accepted), sum(parts), sum(cost_micro_eur), sum(handed_over),
      sum(delivered), sum(undelivered), sum(expired), sum(rejected), sum(refused), sum(cancelled),
      sum(unconfirmed), sum(replies), sum(stops)
    from gone group by account_id, hour
    on conflict (account_id, hour, slot) do update set
      accepted = held.accepted + excluded.accepted,
      parts = held.parts + excluded.parts,
      cost_micro_eur = held.cost_micro_eur + excluded.cost_micro_eur,
      handed_over = held.handed_over + excluded.handed_over,
      delivered = held.delivered + excluded.delivered,
      undelivered = held.undelivered + excluded.undelivered,
      expired = held.expired + excluded.expired,
      rejected = held.rejected + excluded.rejected,
      refused = held.refused + excluded.refused,
      cancelled = held.cancelled + excluded.cancelled,
      unconfirmed = held.unconfirmed + excluded.unconfirmed,
      replies = held.replies + excluded.replies,
      stops = held.stops + excluded.stops
    returning 1
  )
  select count(*) from folded
$$;
revoke all on function sending.fold_hours(uuid, timestamptz) from public;
grant execute on function sending.fold_hours(uuid, timestamptz) to accord_app;

-- What there is already, counted once. The triggers keep others from writing until it is committed.
insert into sending.hour_tally (account_id, hour, slot, accepted, parts, cost_micro_eur)
select account_id, date_trunc('hour', accepted_at, 'UTC'), 0, count(*), sum(parts),
  sum(price_micro_eur)
from sending.message group by 1, 2;
insert into sending.hour_tally as held (account_id, hour, slot, handed_over)
select account_id, date_trunc('hour', left_at, 'UTC'), 0, count(*) from (
  select account_id, message_id, min(left_at) as left_at from sending.result
  where part = 1 and outcome <> 'rejected' group by 1, 2) once
group by 1, 2
on conflict (account_id, hour, slot) do update set handed_over = excluded.handed_over;
insert into sending.hour_tally as held (account_id, hour, slot, cost_micro_eur, delivered,
  undelivered, expired, rejected, refused, cancelled, unconfirmed)
select o.account_id, date_trunc('hour', o.at, 'UTC'), 0,
  -coalesce(sum(m.price_micro_eur) filter (where o.state in ('refused', 'cancelled')), 0),
  count(*) filter (where o.state = 'delivered'), count(*) filter (where o.state = 'undelivered'),
  count(*) filter (where o.state = 'expired'), count(*) filter (where o.state = 'rejected'),
  count(*) filter (where o.state = 'refused'), count(*) filter (where o.state = 'cancelled'),
  count(*) filter (where o.state = 'unconfirmed')
from sending.outcome o
left join sending.message m on m.account_id = o.account_id and m.id = o.message_id
  and o.state in ('refused', 'cancelled')
group by 1, 2
on conflict (account_id, hour, slot) do update set
  cost_micro_eur = held.cost_micro_eur + excluded.cost_micro_eur,
  delivered = excluded.delivered, undelivered = excluded.undelivered, expired = excluded.expired,
  rejected = excluded.rejected, refused = excluded.refused, cancelled = excluded.cancelled,
  unconfirmed = excluded.unconfirmed;
insert into sending.hour_tally as held (account_id, hour, slot, replies, stops)
select account_id, date_trunc('hour', received_at, 'UTC'), 0, count(*),
  count(*) filter (where kind = 'stop' or review = 'stop')
from sending.inbound group by 1, 2
on conflict (account_id, hour, slot) do update set
  replies = excluded.replies, stops = excluded.stops;

select storage.account_table('sending.hour_tally', 'select');
-- Nobody counts but the functions below, which run as the owner of the tables.
do $$ begin
  execute format('create policy owner_counts on sending.hour_tally for all to %I '
    'using (true) with check (true)', current_user);
end $$;
