-- The log of a webhook is shown by state, too.
create index delivery_by_state
  on webhooks.delivery (account_id, endpoint_id, state, at desc, event_id desc);
