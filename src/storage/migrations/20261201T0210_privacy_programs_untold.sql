-- Programs of an account that have not taken an erasure: few, and asked for with the open points.
create index erasure_recipient_untold on privacy.erasure_recipient (account_id, noted_at)
  where way = 'webhook' and told_at is null and answer is null;
