-- What waits for its account's keys waits until the keys are there: the few rows are found by this.
create index queue_not_opened on sending.queue (account_id) where hold = 'not_opened';
