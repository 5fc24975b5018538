-- Second factors of people who log in, their recovery codes, and who must have one.

-- A factor belongs to a person and not to an account. What it is checked with is sealed.
create table accounts.factor (
  factor_id uuid primary key,
  user_id uuid not null references accounts.user on delete cascade,
  kind text not null check (kind in ('totp')),
  name_sealed bytea not null,
  secret_sealed bytea not null,
  -- The last time step whose code was used: no code is good twice.
  last_step bigint,
  created_at timestamptz not null,
  -- Null: it waits for its first code, and protects nothing yet.
  confirmed_at timestamptz,
  last_used_at timestamptz
);
create index factor_user on accounts.factor (user_id);
select storage.installation_table('accounts.factor', 'select, insert, update, delete');
-- Who has one is asked with each session; what it is checked with is not.
revoke select on accounts.factor from accord_engine;
grant select (user_id, confirmed_at) on accounts.factor to accord_engine;

-- Each is found by a keyed tag, and gone once it is used.
create table accounts.recovery_code (
  user_id uuid not null references accounts.user on delete cascade,
  code_tag bytea not null,
  created_at timestamptz not null,
  primary key (user_id, code_tag)
);
select storage.installation_table('accounts.recovery_code', 'select, insert, delete');
revoke select on accounts.recovery_code from accord_engine;

-- Somebody who has shown a password and not yet the second factor: good for nothing else.
create table accounts.half_session (
  half_hash bytea primary key,
  user_id uuid not null references accounts.user on delete cascade,
  leads_to uuid not null references accounts.account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index half_session_user on accounts.half_session (user_id);
create index half_session_account on accounts.half_session (leads_to);
create index half_session_expiry on accounts.half_session (expires_at);
select storage.installation_table('accounts.half_session', 'select, insert, delete');
revoke select on accounts.half_session from accord_engine;

-- Of which users an account requires a second factor, and from when. No row: of nobody.
create table accounts.factor_rule (
  account_id uuid primary key references accounts.account,
  required_of text[] not null
    check (required_of <@ array['everybody', 'revealing', 'sending', 'managing']),
  holds_from timestamptz not null,
  changed_at timestamptz not null
);
select storage.account_table('accounts.factor_rule', 'select, insert, update, delete');
select storage.engine_access('accounts.factor_rule', 'select');

-- The same of those who manage the installation: one row, or none.
create table accounts.staff_factor_rule (
  is_only boolean primary key default true check (is_only),
  holds_from timestamptz not null,
  changed_at timestamptz not null
);
select storage.installation_table('accounts.staff_factor_rule', 'select, insert, update, delete');
