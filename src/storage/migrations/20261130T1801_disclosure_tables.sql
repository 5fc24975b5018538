-- Registers of processing and the public notice: what users declare, and each version of a notice.
create schema if not exists disclosure;
select storage.room_schema('disclosure');

-- Only grows: the newest row of a place and a field counts, the older ones are its history.
create table disclosure.declared (
  account_id uuid not null,
  declared_id uuid not null,
  place text not null check (octet_length(place) <= 100),
  field text not null check (octet_length(field) <= 40),
  value text not null check (octet_length(value) <= 2000),
  declared_by text not null,
  declared_at timestamptz not null,
  primary key (account_id, declared_id)
);
create index declared_by_place on disclosure.declared (account_id, place, field, declared_id desc);
select storage.account_table('disclosure.declared', 'select, insert');

create table disclosure.installation_declared (
  declared_id uuid not null,
  field text not null check (octet_length(field) <= 40),
  value text not null check (octet_length(value) <= 2000),
  declared_by text not null,
  declared_at timestamptz not null,
  primary key (declared_id)
);
create index installation_declared_by_field
  on disclosure.installation_declared (field, declared_id desc);
select storage.installation_table('disclosure.installation_declared', 'select, insert');

-- The address of an account's notice: known to everybody, and says nothing of the account.
create table disclosure.page (
  account_id uuid not null,
  code text not null unique check (code ~ '^[2-9a-hjkmnp-z]{10}$'),
  primary key (account_id)
);
select storage.account_table('disclosure.page', 'select, insert');
select storage.engine_access('disclosure.page', 'select');

create table disclosure.version (
  account_id uuid not null,
  version integer not null check (version > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  texts jsonb not null,
  published_at timestamptz not null,
  primary key (account_id, version)
);
select storage.account_table('disclosure.version', 'select, insert');

create table disclosure.installation_version (
  version integer not null check (version > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  texts jsonb not null,
  published_at timestamptz not null,
  primary key (version)
);
select storage.installation_table('disclosure.installation_version', 'select, insert');

-- What a look through all contacts and files of an account found, so that no page looks each time.
create table disclosure.found (
  account_id uuid not null,
  looked_at timestamptz not null,
  fields text[] not null,
  types text[] not null,
  has_contacts boolean not null,
  has_files boolean not null,
  primary key (account_id)
);
select storage.account_table('disclosure.found', 'select, insert, update');
