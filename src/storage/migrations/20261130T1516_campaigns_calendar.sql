-- The calendar shows what left at its launch beside what was given an instant (campaign_upcoming).
create index campaign_started_at_once on campaigns.campaign (account_id, started_at, id)
  where send_at is null and started_at is not null;
