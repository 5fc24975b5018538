-- Data of a person who asked for its restriction is kept and not used (GDPR 18).
alter table contacts.contact add column restricted_at timestamptz;
-- Few are: the second gate asks of everybody by this index, which is mostly empty.
create index contact_restricted on contacts.contact (account_id, subject_id)
  where restricted_at is not null;
