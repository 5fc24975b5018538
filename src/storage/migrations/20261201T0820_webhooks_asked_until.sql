-- Until when the last answer asked to wait (its header Retry-After), shown in the log.
alter table webhooks.delivery add column asked_until timestamptz;
