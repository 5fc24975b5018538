-- Cells that became values of custom fields, and those left empty because they were not read.
alter table intake.import_count drop constraint import_count_kind_check;
alter table intake.import_count add constraint import_count_kind_check check (kind in (
  'imported', 'updated', 'duplicate', 'objected', 'rejected', 'quarantined', 'consent',
  'sensitive_kept', 'sensitive_left', 'custom_kept', 'custom_left'));
