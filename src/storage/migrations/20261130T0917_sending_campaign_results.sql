-- What a campaign's page of results needs, however many messages there are. The counts by state and
-- reason are in `sending.tally`; times, routes, parts and cost are put together from the messages
-- once, and again only when a counter has moved since.
create table sending.campaign_breakdown (
  account_id uuid not null,
  campaign_id uuid not null,
  counted_at timestamptz not null,
  -- How long the counting took: the longer, the rarer.
  took_ms integer not null,
  -- Of the counters as they stood before: another one says that there is more to count.
  fingerprint text not null,
  figures jsonb not null,
  primary key (account_id, campaign_id)
);
select storage.account_table('sending.campaign_breakdown', 'select, insert, update');

-- Opens the few that did not arrive among many that did.
create index outcome_not_delivered
  on sending.outcome (account_id, campaign_id, state, message_id) include (reason)
  where campaign_id is not null and state <> 'delivered';
create index inbound_by_campaign on sending.inbound (account_id, campaign_id, id)
  where campaign_id is not null;
