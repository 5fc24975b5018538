-- Requests of people who are no contact: who asks is sealed under keys of their own, which go with
-- the request, or with its tie to a contact.
alter table preferences.request drop constraint request_heard_by_check;
alter table preferences.request
  add constraint request_heard_by_check
    check (heard_by in ('phone', 'letter', 'email', 'in_person', 'sms', 'web')),
  drop constraint request_identity_why_check;
alter table preferences.request
  add constraint request_identity_why_check check (identity_why in (
    'no_proof_needed', 'asked_on_page', 'code_to_number', 'holds_replies', 'holds_sensitive',
    'number_changed_hands', 'no_contact'));

alter table preferences.request_step drop constraint request_step_kind_check;
alter table preferences.request_step
  add constraint request_step_kind_check check (kind in ('received', 'acknowledged',
    'identity_asked', 'identified', 'extended', 'document_added', 'corrected', 'restricted',
    'lifted', 'erased', 'prepared', 'fetched', 'lapsed', 'answered', 'searched', 'details_added',
    'tied'));

-- `search_*`: the last search of the account's data for whoever asks. `search_through`: the contact
-- up to which names were compared; null where the search is whole or none was begun.
create table preferences.request_asker (
  account_id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  search_begun_at timestamptz,
  search_by text,
  search_ended_at timestamptz,
  search_through uuid,
  search_looked integer not null default 0 check (search_looked >= 0),
  search_found jsonb,
  namesakes uuid[] not null default '{}' check (cardinality(namesakes) <= 50),
  primary key (account_id, request_id),
  foreign key (account_id, request_id)
    references preferences.request (account_id, request_id) on delete cascade,
  check ((search_begun_at is null) = (search_by is null)),
  check (search_ended_at is null or search_begun_at is not null)
);
select storage.account_table('preferences.request_asker', 'select, insert, update, delete');

-- An erasure may have been asked for on the account's public request page.
alter table privacy.person_erasure drop constraint person_erasure_asked_how_check;
alter table privacy.person_erasure
  add constraint person_erasure_asked_how_check
    check (asked_how in ('page', 'phone', 'letter', 'email', 'in_person', 'web'));
