-- A mail that names people is sealed under a key of its own, in a slot of its account, which goes
-- once it has left or is given up: with it older copies of the row open no more.
-- Null: sealed for the installation.
alter table notifications.mail add column content_key uuid
  check (content_key is null or for_account is not null);
create index mail_keyed on notifications.mail (for_account) where content_key is not null;
