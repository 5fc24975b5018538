-- What waits until somebody can say again who has objected: the few rows are found by this.
create index queue_objections_unknown on sending.queue (account_id, campaign_id)
  where hold = 'objections_unknown';
