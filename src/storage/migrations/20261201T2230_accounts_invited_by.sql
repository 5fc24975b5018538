-- An invitation that waits ends with whoever made it: when that user leaves the account or may
-- invite no more, or the token is revoked. Both null: of a version before, or by whoever manages
-- the installation, for an account that nobody is in yet.
alter table accounts.invitation
  add column invited_by uuid,
  add column invited_with uuid;
