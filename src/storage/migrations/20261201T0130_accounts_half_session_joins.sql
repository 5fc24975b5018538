-- Whoever accepts an invitation and has a second factor joins once they have shown it.
alter table accounts.half_session add column invitation_hash bytea;
