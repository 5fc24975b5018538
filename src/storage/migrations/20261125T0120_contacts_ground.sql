-- Contacts, lists and the legal entities that accounts send for.

create schema if not exists contacts;
select storage.room_schema('contacts');

create table contacts.controller (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  is_default boolean not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);
create unique index controller_name on contacts.controller (account_id, name);
create unique index controller_default on contacts.controller (account_id) where is_default;
select storage.account_table('contacts.controller', 'select, insert, update');

-- A person with a number. What names them is in `sealed`, under their own key; `number_tag` is the
-- number under the account's index key.
create table contacts.contact (
  account_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  number_tag bytea not null check (octet_length(number_tag) = 16),
  sealed bytea not null,
  country text not null,
  territory text not null,
  zone text not null,
  postcode_area text,
  marketing_state text not null check (marketing_state in ('open', 'quarantine')),
  quarantine_reason text,
  import_id uuid,
  fields_held text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  check ((marketing_state = 'quarantine') = (quarantine_reason is not null))
);
create unique index contact_number on contacts.contact (account_id, number_tag);
create unique index contact_subject on contacts.contact (account_id, subject_id);
select storage.account_table('contacts.contact', 'select, insert, update, delete');

create sequence contacts.list_number as integer start 1001;
grant usage on sequence contacts.list_number to accord_app;

create table contacts.list (
  account_id uuid not null,
  id uuid not null,
  number integer not null default nextval('contacts.list_number'),
  name text not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);
create unique index list_number_unique on contacts.list (number);
select storage.account_table('contacts.list', 'select, insert, update, delete');

-- Without foreign keys, which would cost an import two look-ups a row: members are added from
-- contacts that are there, and leave with them.
create table contacts.list_member (
  account_id uuid not null,
  list_id uuid not null,
  contact_id uuid not null,
  added_at timestamptz not null,
  primary key (account_id, list_id, contact_id)
);
create index list_member_contact on contacts.list_member (account_id, contact_id);
select storage.account_table('contacts.list_member', 'select, insert, delete');

-- Where a batch lands before it becomes contacts; sealed values only. It holds nothing between
-- transactions, so its rows need not survive a crash.
create unlogged table contacts.staging (
  account_id uuid not null,
  batch_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  number_tag bytea not null,
  sealed bytea not null,
  country text not null,
  territory text not null,
  zone text not null,
  postcode_area text,
  marketing_state text not null,
  quarantine_reason text,
  fields_held text not null
);
create index staging_batch on contacts.staging (batch_id);
select storage.staging_table('contacts.staging');
