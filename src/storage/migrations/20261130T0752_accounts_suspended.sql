-- Whoever manages the installation may stop an account: nothing more of it is accepted, and what
-- waits is kept, until they say otherwise.
alter table accounts.account add column suspended_at timestamptz;
