-- A launched campaign of which nothing has left may be moved, or taken back to a draft: its messages
-- go as they came, and are made anew when it is launched again.

-- The check sheet for another instant: what is approved when the campaign is moved to it.
alter table campaigns.campaign
  add column next_sheet_sealed bytea,
  -- How often it was launched: a page that was judged before belongs to another launch.
  add column launches integer not null default 0;

select storage.past_rows('sending.tally');
select storage.past_rows('sending.campaign_breakdown');

-- Takes all messages of a campaign back, and out of what was counted by the hour. Null, and nothing
-- is done: one of them waits still, is in flight, or may have left. Whoever asks has taken what waits
-- before, in the same transaction, and keeps others from adding any. One statement looks at all
-- places, so that nothing goes from one to another in between.
create function sending.take_back(account uuid, campaign uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint;
begin
  perform set_config('accord.trims_account', account::text, true);
  if storage.account_being_trimmed() is distinct from account then
    raise exception 'messages of the account of the transaction alone may go';
  end if;
  if (select exists (select from sending.queue q
        where q.account_id = account and q.campaign_id = campaign)
      or exists (select from sending.bundle b
        where b.account_id = account and b.campaign_id = campaign)
      or exists (select from sending.intent i where campaign = any (i.campaign_ids))
      or exists (select from sending.restoration r where r.released_at is null)
      or exists (select from sending.tally t
        where t.account_id = account and t.campaign_id = campaign and t.value > 0
          and t.counter in ('submitted', 'maybe_sent', 'delivered', 'undelivered', 'rejected',
            'unconfirmed')))
  then
    perform set_config('accord.trims_account', '', true);
    return null;
  end if;
  insert into sending.hour_tally as held (account_id, hour, slot, accepted, parts, cost_micro_eur)
  select account, date_trunc('hour', m.accepted_at, 'UTC'), pg_backend_pid(), -count(*),
    -sum(m.parts), -sum(m.price_micro_eur)
  from sending.message m where m.account_id = account and m.campaign_id = campaign
  group by 2
  on conflict (account_id, hour, slot) do update set
    accepted = held.accepted + excluded.accepted,
    parts = held.parts + excluded.parts,
    cost_micro_eur = held.cost_micro_eur + excluded.cost_micro_eur;
  -- What was refused, called off or outlived has its price back already; that is undone as well.
  insert into sending.hour_tally as held (account_id, hour, slot, cost_micro_eur, expired, refused,
    cancelled)
  select account, date_trunc('hour', o.at, 'UTC'), pg_backend_pid(),
    coalesce(sum(m.price_micro_eur) filter (where o.state in ('refused', 'cancelled')), 0),
    -count(*) filter (where o.state = 'expired'), -count(*) filter (where o.state = 'refused'),
    -count(*) filter (where o.state = 'cancelled')
  from sending.outcome o
  join sending.message m on m.account_id = account and m.id = o.message_id
  where o.account_id = account and o.campaign_id = campaign and o.state <> 'delivered'
  group by 2
  on conflict (account_id, hour, slot) do update set
    cost_micro_eur = held.cost_micro_eur + excluded.cost_micro_eur,
    expired = held.expired + excluded.expired,
    refused = held.refused + excluded.refused,
    cancelled = held.cancelled + excluded.cancelled;
  delete from sending.event e using sending.message m
    where m.account_id = account and m.campaign_id = campaign
      and e.account_id = account and e.message_id = m.id;
  delete from sending.dead_number_try d using sending.message m
    where m.account_id = account and m.campaign_id = campaign
      and d.account_id = account and d.message_id = m.id;
  delete from sending.outcome
    where account_id = account and campaign_id = campaign and state <> 'delivered';
  delete from sending.message where account_id = account and campaign_id = campaign;
  get diagnostics gone = row_count;
  delete from sending.tally where account_id = account and campaign_id = campaign;
  -- What was counted of it, and that older messages of it were deleted: it begins anew.
  delete from sending.campaign_breakdown where account_id = account and campaign_id = campaign;
  perform set_config('accord.trims_account', '', true);
  return gone;
end $$;
revoke all on function sending.take_back(uuid, uuid) from public;
grant execute on function sending.take_back(uuid, uuid) to accord_app;
