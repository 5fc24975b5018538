-- A campaign's five long tables were looked through every fifteen seconds while it left: for their
-- statistics, thirty thousand rows of each, and to mark pages as seen by all. What their columns
-- tell is told by six thousand rows, and pages that are only appended to can wait to be marked.
-- A column that a later migration adds to one of these says its own statistics.
do $$
declare
  one record;
begin
  for one in
    select attrelid::regclass as of_table, attname from pg_attribute
    where attrelid in ('sending.message'::regclass, 'sending.result'::regclass,
        'sending.receipt'::regclass, 'sending.outcome'::regclass, 'sending.reply_tag'::regclass)
      and attnum > 0 and not attisdropped
  loop
    execute format('alter table %s alter column %I set statistics 20', one.of_table, one.attname);
  end loop;
end $$;

alter table sending.message set (autovacuum_vacuum_insert_threshold = 2000000);
alter table sending.result set (autovacuum_vacuum_insert_threshold = 2000000);
alter table sending.receipt set (autovacuum_vacuum_insert_threshold = 2000000);
alter table sending.outcome set (autovacuum_vacuum_insert_threshold = 2000000);
alter table sending.reply_tag set (autovacuum_vacuum_insert_threshold = 2000000);
