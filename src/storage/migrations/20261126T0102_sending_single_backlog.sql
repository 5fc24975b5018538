-- How many single messages wait for a route: counted before more are taken in.
create index queue_single on sending.queue (route_id, priority, due_at) include (parts)
  where campaign_id is null;
