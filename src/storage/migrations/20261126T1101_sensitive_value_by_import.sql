-- A value is kept beside what an earlier file said in the same column, and shown in its place: with one
-- row for both, taking the later file back destroyed what the earlier one had brought.
update sensitive.value set import_id = ground_id where import_id is null;
alter table sensitive.value drop constraint value_pkey;
alter table sensitive.value
  add primary key (account_id, subject_id, ground_id, column_tag, import_id);
