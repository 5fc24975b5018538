-- The whole life of a person's request: its kinds, its clock, its steps, its papers and its answer.
alter table preferences.request drop constraint request_kind_check;
alter table preferences.request
  add constraint request_kind_check check (kind in ('access', 'rectification', 'erasure',
    'restriction', 'portability', 'objection', 'complaint')),
  -- Null: the clock runs. It stands still while the person is asked who they are.
  add column paused_at timestamptz,
  add column extended_at timestamptz,
  -- Of a complaint: that it was received is said within its own days.
  add column acknowledge_by timestamptz,
  add column acknowledged_at timestamptz,
  -- What shows that the person is who asks, and when it was shown.
  add column identity text not null default 'none' check (identity in ('none', 'code', 'second')),
  add column identity_why text not null default 'asked_on_page' check (identity_why in (
    'no_proof_needed', 'asked_on_page', 'code_to_number', 'holds_replies', 'holds_sensitive',
    'number_changed_hands')),
  add column identified_at timestamptz,
  add column identified_how text check (identified_how in ('link', 'code', 'code_and_email',
    'shared_fact', 'known_to_staff')),
  add check (paused_at is null or answered_at is null);

-- Each thing that happened to a request, in order: the person reads them on their page.
create table preferences.request_step (
  account_id uuid not null,
  step_id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('received', 'acknowledged', 'identity_asked', 'identified',
    'extended', 'document_added', 'corrected', 'restricted', 'lifted', 'erased', 'prepared',
    'fetched', 'lapsed', 'answered')),
  at timestamptz not null,
  by text not null,
  -- What the person reads of it, such as why more time is needed; under their key.
  text_sealed bytea,
  primary key (account_id, request_id, step_id),
  foreign key (account_id, request_id) references preferences.request on delete cascade
);
create index request_step_subject on preferences.request_step (account_id, subject_id);
select storage.account_table('preferences.request_step', 'select, insert, update, delete');

-- What belongs to a request as a file: a letter that came, or the answer that waits for its code.
create table preferences.request_file (
  account_id uuid not null,
  file_id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  what text not null check (what in ('letter', 'answer')),
  media_type text not null,
  octets int not null check (octets between 1 and 62914560),
  sha256 bytea not null check (octet_length(sha256) = 32),
  sealed bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  -- Of an answer alone: until when it can be fetched, and when it was.
  expires_at timestamptz,
  fetched_at timestamptz,
  primary key (account_id, file_id),
  foreign key (account_id, request_id) references preferences.request on delete cascade
);
create index request_file_request on preferences.request_file (account_id, request_id);
create index request_file_subject on preferences.request_file (account_id, subject_id);
create index request_file_ends on preferences.request_file (account_id, expires_at)
  where expires_at is not null;
select storage.account_table('preferences.request_file', 'select, insert, update, delete');

-- The codes by which an answer is fetched: one to the number, one to a known e-mail where needed.
create table preferences.answer_code (
  account_id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  code_tag bytea not null,
  email_code_tag bytea,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, request_id)
);
create index answer_code_ends on preferences.answer_code (account_id, expires_at);
create index answer_code_subject on preferences.answer_code (account_id, subject_id);
select storage.account_table('preferences.answer_code', 'select, insert, update, delete');

-- The account's own words for an answer, in place of those that come with the program.
create table preferences.answer_text (
  account_id uuid not null,
  outcome text not null,
  language text not null check (language in ('fr', 'en')),
  text text not null check (length(text) between 5 and 500),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (account_id, outcome, language)
);
select storage.account_table('preferences.answer_text', 'select, insert, update, delete');

-- A subject's requests that wait, by their deadline: the clock stands still for some.
create index request_kind_open on preferences.request (account_id, kind, due_at)
  where answered_at is null;
