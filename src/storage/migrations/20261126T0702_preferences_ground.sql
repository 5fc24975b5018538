-- What a person sees without an account: forms that ask, a page of one's own, and what they ask for.
create schema if not exists preferences;
select storage.room_schema('preferences');

create table preferences.form (
  account_id uuid not null,
  form_id uuid not null,
  -- In the address; says nothing of the account.
  code text not null,
  name text not null,
  language text not null check (language in ('fr', 'en')),
  controller_id uuid not null,
  wording_ids uuid[] not null,
  -- What article 13 GDPR asks to be told, as it is shown.
  notice jsonb not null,
  -- A code by SMS before anything is recorded.
  confirms boolean not null,
  sender text not null,
  asks_name boolean not null,
  minimum_age smallint,
  state text not null check (state in ('draft', 'open', 'closed')),
  created_at timestamptz not null,
  opened_at timestamptz,
  primary key (account_id, form_id)
);
select storage.account_table('preferences.form', 'select, insert, update');

-- Finds the account of an address that somebody opened: narrow, and about nobody.
create table preferences.form_code (
  account_id uuid not null,
  code text not null,
  form_id uuid not null,
  primary key (code)
);
select storage.account_table('preferences.form_code', 'select, insert');
select storage.engine_access('preferences.form_code', 'select');

-- A filled form that waits for the code sent to the handset; gone when it is used or too old.
create table preferences.pending (
  account_id uuid not null,
  pending_id uuid not null,
  form_id uuid not null,
  number_tag bytea not null check (octet_length(number_tag) = 16),
  body_sealed bytea not null,
  code_tag bytea not null check (octet_length(code_tag) = 16),
  message_id uuid not null,
  tries smallint not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, pending_id)
);
create index pending_number on preferences.pending (account_id, number_tag, made_at);
select storage.account_table('preferences.pending', 'select, insert, update, delete');

-- The link to a person's page: what is kept finds the page and cannot make the link again.
create table preferences.page_link (
  account_id uuid not null,
  link_tag bytea not null check (octet_length(link_tag) = 16),
  contact_id uuid not null,
  subject_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (link_tag)
);
create index page_link_subject on preferences.page_link (account_id, subject_id);
select storage.account_table('preferences.page_link', 'select, insert, delete');
select storage.engine_access('preferences.page_link', 'select');

create table preferences.request (
  account_id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  contact_id uuid,
  kind text not null check (kind in ('access', 'erasure', 'rectification')),
  asked_at timestamptz not null,
  -- One month after it was received (GDPR 12(3)).
  due_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('done', 'refused')),
  answered_by text,
  primary key (account_id, request_id),
  check ((answered_at is null) = (answer is null))
);
create index request_open on preferences.request (account_id, due_at) where answered_at is null;
create index request_subject on preferences.request (account_id, subject_id);
select storage.account_table('preferences.request', 'select, insert, update');
