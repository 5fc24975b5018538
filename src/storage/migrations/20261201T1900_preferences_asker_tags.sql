-- Whoever asks and is no contact is found again by their number and e-mail, under keyed tags as a
-- contact is: by another request of theirs, and where the number is erased.
-- is_tagged: false of rows of a version before; the nightly sweep and the next erasure tag them.
-- is_number_erased: the number was erased while the request waited for its answer.
alter table preferences.request_asker
  add column number_tag bytea,
  add column email_tag bytea,
  add column is_tagged boolean not null default false,
  add column is_number_erased boolean not null default false;

create index request_asker_by_number on preferences.request_asker (account_id, number_tag)
  where number_tag is not null;
create index request_asker_by_email on preferences.request_asker (account_id, email_tag)
  where email_tag is not null;
create index request_asker_untagged on preferences.request_asker (account_id)
  where not is_tagged;
