-- Campaigns that leave at a pace of so many an hour: asked by the gate as each slice leaves.
create table sending.campaign_pace (
  account_id uuid not null,
  campaign_id uuid not null,
  per_hour integer not null check (per_hour > 0),
  -- Which tenth of an hour was counted last, and how many left in it.
  span bigint not null default 0,
  taken integer not null default 0,
  -- The end of the line of those that have a slot.
  next_at timestamptz not null,
  primary key (account_id, campaign_id)
) with (fillfactor = 50);
select storage.account_table('sending.campaign_pace', 'select, insert, update, delete');
