-- A batch finds its own rows again, whatever the planner knows of the table.
create unique index staged_message_by_batch on sending.staged_message (batch_id, id);

-- Campaigns that are paused or called off: what an engine puts back of them waits, too.
create table sending.held_campaign (
  account_id uuid not null,
  campaign_id uuid not null,
  held_at timestamptz not null,
  primary key (account_id, campaign_id)
);
select storage.account_table('sending.held_campaign', 'select, insert, delete');
select storage.engine_access('sending.held_campaign', 'select');
