-- Who asked for a new password: for any e-mail the same row, so that an answer tells nobody whether
-- the e-mail is known. The code is made apart, for a user who is there.
create table accounts.password_reset (
  email_tag bytea primary key,
  -- Asked for and not looked at yet; null once it was.
  asked_at timestamptz,
  user_id uuid references accounts.user on delete cascade,
  -- SHA-256 of the code that is good until then.
  code_hash bytea unique,
  expires_at timestamptz not null,
  constraint password_reset_code check ((user_id is null) = (code_hash is null))
);
select storage.installation_table('accounts.password_reset', 'select, insert, update, delete');
revoke select on accounts.password_reset from accord_engine;
