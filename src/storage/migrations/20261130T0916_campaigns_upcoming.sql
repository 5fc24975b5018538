-- What leaves next, in the order of its instants, without reading every campaign.
create index campaign_upcoming on campaigns.campaign (account_id, send_at, id)
  where send_at is not null;
