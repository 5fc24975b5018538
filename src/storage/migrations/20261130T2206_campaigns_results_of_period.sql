-- The results of a period begin with the campaigns that were launched in it.
create index campaign_started on campaigns.campaign (account_id, started_at desc, id)
  where started_at is not null;
