-- Who is asking: accounts, users, memberships, sessions, API tokens, one-time codes.
create schema if not exists accounts;
select storage.room_schema('accounts');

-- The public number: other platforms' clients want one below 2^31.
create sequence accounts.account_number as integer minvalue 1001 maxvalue 2147483646;

create table accounts.account (
  account_id uuid primary key,
  number integer not null unique,
  name text not null,
  kind text not null check (kind in ('live', 'sandbox')),
  country text not null,
  zone text not null,
  language text not null check (language in ('fr', 'en')),
  created_at timestamptz not null
);
select storage.account_table('accounts.account', 'select, insert, update');
select storage.engine_access('accounts.account', 'select');

-- A person who logs in. One person may work in several accounts, so this table has no account; its
-- personal columns are sealed, and the e-mail is found by a keyed tag.
create table accounts.user (
  user_id uuid primary key,
  email_tag bytea not null unique,
  email_sealed bytea not null,
  name_sealed bytea not null,
  -- Null until an invited person has chosen a password.
  password_hash text,
  -- What someone may do over all accounts; null for a customer's user.
  staff_role text check (staff_role in ('installation_owner')),
  language text not null check (language in ('fr', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz
);
select storage.installation_table('accounts.user', 'select, insert, update');
-- Who a session is of is asked before the account is known; names and e-mails are not.
revoke select on accounts.user from accord_engine;
grant select (user_id, staff_role, language, disabled_at) on accounts.user to accord_engine;

create table accounts.membership (
  account_id uuid not null references accounts.account,
  user_id uuid not null references accounts.user,
  role text not null,
  created_at timestamptz not null,
  primary key (account_id, user_id)
);
create index membership_user on accounts.membership (user_id);
select storage.account_table('accounts.membership', 'select, insert, update, delete');
select storage.engine_access('accounts.membership', 'select');

-- A login: the cookie's secret is kept only as its SHA-256. The account that it stands in is known
-- once it is found: the engine's role finds it.
create table accounts.session (
  session_hash bytea primary key,
  user_id uuid not null references accounts.user,
  account_id uuid not null references accounts.account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_user on accounts.session (user_id);
create index session_expiry on accounts.session (expires_at);
select storage.account_table('accounts.session', 'insert, delete, select');
select storage.engine_access('accounts.session', 'select, update, delete');

create table accounts.token (
  account_id uuid not null references accounts.account,
  token_id uuid not null,
  name text not null,
  token_hash bytea not null unique,
  rights text[] not null,
  -- Null: made on the machine by somebody who holds the keys.
  created_by uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, token_id)
);
select storage.account_table('accounts.token', 'select, insert, update');
select storage.engine_access('accounts.token', 'select, update');

-- One-time codes: the first run's, and those of invited people. Kept only as their SHA-256.
create table accounts.code (
  code_hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'invitation')),
  user_id uuid references accounts.user,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
select storage.installation_table('accounts.code', 'select, insert, delete');

-- Answers kept under an Idempotency-Key; the answer is sealed under the account's key.
create table accounts.idempotency (
  account_id uuid not null references accounts.account,
  key text not null,
  fingerprint bytea not null,
  started_at timestamptz not null,
  status smallint,
  answer_sealed bytea,
  primary key (account_id, key)
);
create index idempotency_age on accounts.idempotency (started_at);
select storage.account_table('accounts.idempotency', 'select, insert, update, delete');
