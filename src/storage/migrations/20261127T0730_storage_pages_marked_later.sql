-- To mark pages as seen by all, a table is read and written from end to end. Beside an import of a
-- million rows that was 150,000 pages of the five tables, and since each had gone to the disk before,
-- a whole copy of it went to the write-ahead log: 4.2 GB of log in place of 3.1. Two million new
-- rows bring it on now: no import is large enough that marking them at its end would not be in time,
-- and who reads a row before then marks it by itself.
alter table contacts.contact set (autovacuum_vacuum_insert_threshold = 2000000);
alter table contacts.list_member set (autovacuum_vacuum_insert_threshold = 2000000);
alter table consent.entry set (autovacuum_vacuum_insert_threshold = 2000000);
alter table consent.entry_body set (
  autovacuum_vacuum_insert_threshold = 2000000,
  toast.autovacuum_vacuum_insert_threshold = 2000000
);
alter table consent.state set (autovacuum_vacuum_insert_threshold = 2000000);
