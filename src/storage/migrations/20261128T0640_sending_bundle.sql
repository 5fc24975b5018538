-- Messages of a campaign that wait together: as rows of their own each is written three times (the
-- row and two indexes), locked and deleted again within a second, a sixth of what a message costs.
-- They differ in nothing but their id; what becomes of one alone (a pause, a STOP, a route that is
-- down) makes rows of the queue of them first. Marketing that nothing holds: alerts never wait here.
create table sending.bundle (
  -- The first of its messages as it was made.
  id uuid primary key,
  account_id uuid not null,
  campaign_id uuid not null,
  route_id uuid not null,
  due_at timestamptz not null,
  expires_at timestamptz,
  -- Of each message.
  parts smallint not null,
  may_repeat boolean not null,
  message_ids uuid[] not null
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 500,
  autovacuum_vacuum_cost_delay = 0
);
-- Ids that differ at random do not become shorter.
alter table sending.bundle alter column message_ids set storage external;
create index bundle_claim on sending.bundle (route_id, due_at, id);
select storage.account_table('sending.bundle', 'select, insert, update, delete');
select storage.engine_access('sending.bundle', 'select, insert, update, delete');
