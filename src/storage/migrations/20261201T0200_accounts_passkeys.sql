-- Passkeys (WebAuthn) as second factors, beside the app.

alter table accounts.factor drop constraint factor_kind_check;
alter table accounts.factor add constraint factor_kind_check check (kind in ('totp', 'passkey'));
-- What a passkey counted when it was last shown: a copy of it counts behind. Null of an app.
alter table accounts.factor add column sign_count bigint;

-- What a passkey is asked to sign, each once: after a password at the login, or for another act.
create table accounts.passkey_challenge (
  challenge_hash bytea primary key,
  user_id uuid not null references accounts.user on delete cascade,
  purpose text not null check (purpose in ('login', 'proof')),
  expires_at timestamptz not null
);
create index passkey_challenge_user on accounts.passkey_challenge (user_id);
create index passkey_challenge_expiry on accounts.passkey_challenge (expires_at);
select storage.installation_table('accounts.passkey_challenge', 'select, insert, delete');
revoke select on accounts.passkey_challenge from accord_engine;
