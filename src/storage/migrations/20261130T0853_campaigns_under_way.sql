-- Campaigns under way are found over all accounts, the newest first, without their texts: these are
-- read in the account, one by one, for a reason that is recorded there.
create index campaign_under_way on campaigns.campaign (approved_at desc, id desc)
  where state in ('approved', 'accepting', 'running', 'paused');
select storage.engine_access('campaigns.campaign', 'select');
revoke select on campaigns.campaign from accord_engine;
grant select (account_id, id, number, name, state, class, sender, send_at, approved_at, started_at)
  on campaigns.campaign to accord_engine;
