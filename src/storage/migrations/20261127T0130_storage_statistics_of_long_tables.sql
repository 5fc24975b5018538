-- An import of a million rows was looked through four times while it ran: for its statistics, thirty
-- thousand rows of each of five tables each time, and to mark pages as seen by all. Together a tenth
-- of what the database used. Keys and seals have nothing that six thousand rows do not tell, and
-- pages that are only appended to can wait to be marked until there are many.
-- A column that a later migration adds to one of these says its own statistics.
do $$
declare
  one record;
begin
  for one in
    select attrelid::regclass as of_table, attname from pg_attribute
    where attrelid in ('contacts.contact'::regclass, 'contacts.list_member'::regclass,
        'consent.entry'::regclass, 'consent.entry_body'::regclass, 'consent.state'::regclass)
      and attnum > 0 and not attisdropped
  loop
    execute format('alter table %s alter column %I set statistics 20', one.of_table, one.attname);
  end loop;
end $$;

alter table contacts.contact set (autovacuum_vacuum_insert_threshold = 500000);
alter table consent.entry set (autovacuum_vacuum_insert_threshold = 500000);
alter table consent.entry_body set (
  autovacuum_vacuum_insert_threshold = 500000,
  toast.autovacuum_vacuum_insert_threshold = 500000
);
alter table consent.state set (autovacuum_vacuum_insert_threshold = 500000);
