-- An account's own register of breaches (GDPR, article 33(5)): those that it records itself, and what
-- it decides and does about each, also about those of which it was told.
create table disclosure.account_breach (
  account_id uuid not null,
  breach_id uuid not null,
  number integer not null check (number > 0),
  recorded_at timestamptz not null,
  primary key (account_id, breach_id),
  unique (account_id, number)
);
select storage.account_table('disclosure.account_breach', 'select, insert');
select storage.append_only('disclosure.account_breach');

-- In their order. The newest `recorded` is what the account says of it today.
create table disclosure.account_breach_step (
  account_id uuid not null,
  breach_id uuid not null,
  step_id uuid not null,
  step text not null check (step in ('recorded', 'measured', 'letter', 'authority_notified',
    'people_told', 'closed', 'reopened')),
  at timestamptz not null,
  by text not null check (octet_length(by) <= 100),
  -- What people wrote may name a person: sealed under the account's key, which staff do not open.
  content_sealed bytea not null,
  primary key (account_id, breach_id, step_id)
);
select storage.account_table('disclosure.account_breach_step', 'select, insert');
select storage.append_only('disclosure.account_breach_step');
