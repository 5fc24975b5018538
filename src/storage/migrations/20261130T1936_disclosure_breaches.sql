-- Personal data breaches: each is recorded, and its record only grows (GDPR, article 33(5)).
create table disclosure.breach (
  breach_id uuid not null,
  number integer generated always as identity unique,
  recorded_at timestamptz not null,
  primary key (breach_id)
);
select storage.installation_table('disclosure.breach', 'select, insert');
select storage.append_only('disclosure.breach');

-- What was written, told and decided, in its order. The newest `recorded` is the record of today.
create table disclosure.breach_step (
  breach_id uuid not null references disclosure.breach,
  step_id uuid not null,
  step text not null check (step in ('recorded', 'measured', 'letter', 'accounts_told',
    'authority_notified', 'people_told', 'closed', 'reopened')),
  at timestamptz not null,
  by text not null check (octet_length(by) <= 100),
  -- What people wrote may name a person: sealed under the installation's key.
  content_sealed bytea not null,
  primary key (breach_id, step_id)
);
select storage.installation_table('disclosure.breach_step', 'select, insert');
select storage.append_only('disclosure.breach_step');

-- What the database said of an account when the breach was measured: counts and kinds, no person.
create table disclosure.breach_account (
  account_id uuid not null,
  breach_id uuid not null,
  measured_id uuid not null,
  measured_at timestamptz not null,
  figures jsonb not null,
  primary key (account_id, breach_id, measured_id)
);
select storage.account_table('disclosure.breach_account', 'select, insert');

-- Accounts that were told, which is when their users begin to see the breach.
create table disclosure.breach_notice (
  account_id uuid not null,
  breach_id uuid not null,
  told_at timestamptz not null,
  primary key (account_id, breach_id)
);
select storage.account_table('disclosure.breach_notice', 'select, insert');
