-- How long contacts stay is their retention.
alter table contacts.keeping rename to retention;
alter table contacts.retention rename constraint keeping_pkey to retention_pkey;
alter table contacts.retention rename constraint keeping_months_check to retention_months_check;
