-- The name in the address that a passkey is bound to: at another it answers nothing. Null of an app,
-- and of a passkey from before until it is used.
alter table accounts.factor add column rp_id text;
