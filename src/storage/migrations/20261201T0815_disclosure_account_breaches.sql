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
    'people_told', 'taken_back', 'closed', 'reopened')),
  at timestamptz not null,
  by text not null check (octet_length(by) <= 100),
  -- Of `taken_back`: the step that counts no more.
  voids uuid,
  -- Of a letter: to whom, and in which language. Lists say so without its text.
  letter text check (letter in ('authority', 'people')),
  language text check (language in ('fr', 'en')),
  -- What people wrote may name a person: sealed under the account's key, which staff do not open.
  content_sealed bytea not null,
  primary key (account_id, breach_id, step_id),
  unique (account_id, breach_id, voids),
  check ((step = 'taken_back') = (voids is not null)),
  check ((step = 'letter') = (letter is not null and language is not null))
);
select storage.account_table('disclosure.account_breach_step', 'select, insert');
select storage.append_only('disclosure.account_breach_step');

-- The register of the installation has the same. Its letters from before say both in their text alone.
alter table disclosure.breach_step
  drop constraint breach_step_step_check,
  add constraint breach_step_step_check check (step in ('recorded', 'measured', 'letter',
    'accounts_told', 'authority_notified', 'people_told', 'taken_back', 'closed', 'reopened')),
  add column voids uuid,
  add column letter text check (letter in ('authority', 'people')),
  add column language text check (language in ('fr', 'en')),
  add constraint breach_step_voids_check check ((step = 'taken_back') = (voids is not null)),
  add constraint breach_step_voids_once unique (breach_id, voids);
