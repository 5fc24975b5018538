-- A contact is found by its e-mail and by the account's own reference as it is by its number: by a
-- keyed tag, since the values are sealed. The tag of the number's objections stands beside, so that
-- whoever said no is counted and listed without opening anybody. Rows from before have none of them
-- until the program has gone over them; those are what the last index finds.
alter table contacts.contact
  add column suppression_tag bytea check (octet_length(suppression_tag) = 16),
  add column email_tag bytea check (octet_length(email_tag) = 16),
  add column reference_tag bytea check (octet_length(reference_tag) = 16);
create index contact_email on contacts.contact (account_id, email_tag) where email_tag is not null;
create index contact_reference on contacts.contact (account_id, reference_tag)
where reference_tag is not null;
create index contact_untagged on contacts.contact (account_id, id) where suppression_tag is null;
