-- The vault's tables: pages of keys of people, sealed under keys that are never in the database.

create schema if not exists vault;
select storage.room_schema('vault');

-- Which root key this database belongs to: a fingerprint, so that a start with another is refused.
create table vault.installation (
  id smallint primary key default 1 check (id = 1),
  root_fingerprint bytea not null check (octet_length(root_fingerprint) = 32),
  created_at timestamptz not null default now()
);
select storage.installation_table('vault.installation', 'select, insert');

-- The epoch under which an account's pages are sealed. Writers hold this row in share, a rotation
-- alone.
create table vault.account (
  account_id uuid primary key,
  epoch integer not null check (epoch > 0),
  created_at timestamptz not null default now()
);
select storage.account_table('vault.account', 'select, insert, update');
select storage.engine_access('vault.account', 'select');

-- Page numbers are of the installation, so that taking one locks nothing.
create sequence vault.page_number as integer;
grant usage on sequence vault.page_number to accord_app;

-- 256 slots of a subject id and two keys, as one sealed value.
create table vault.page (
  account_id uuid not null,
  page_no integer not null,
  epoch integer not null,
  version integer not null,
  -- Differs with every writing, also where a transaction was rolled back in between.
  stamp bytea not null,
  sealed bytea not null,
  primary key (account_id, page_no)
);
alter table vault.page alter column sealed set storage external;
select storage.account_table('vault.page', 'select, insert, update');

-- People who came one by one, until a fold moves them into their page.
create table vault.tail (
  account_id uuid not null,
  subject_id uuid not null,
  page_no integer not null,
  epoch integer not null,
  sealed bytea not null,
  primary key (account_id, subject_id)
);
select storage.account_table('vault.tail', 'select, insert, update, delete');
