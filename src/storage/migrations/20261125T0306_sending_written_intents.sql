-- An intent whose every segment has been written to the operator and waits for answers alone: a STOP
-- need not wait for it, since nothing of it can leave any more.
alter table sending.intent add column is_written boolean not null default false;

create index stray_receipt_by_time on sending.stray_receipt using brin (received_at);
