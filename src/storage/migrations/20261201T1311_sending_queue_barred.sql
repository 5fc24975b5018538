-- What is held because its supplier is barred is counted for staff, and let go when they answer.
create index queue_barred on sending.queue (account_id) where hold = 'supplier_barred';
