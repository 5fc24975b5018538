-- How long texts stay is their retention; a receipt without its part is unmatched.
alter table sending.text_keeping rename to text_retention;
alter table sending.text_retention rename constraint text_keeping_pkey to text_retention_pkey;
alter table sending.text_retention
  rename constraint text_keeping_days_check to text_retention_days_check;

alter table sending.stray_receipt rename to unmatched_receipt;
alter index sending.stray_receipt_by_operator_id rename to unmatched_receipt_by_operator_id;
alter index sending.stray_receipt_by_time rename to unmatched_receipt_by_time;
