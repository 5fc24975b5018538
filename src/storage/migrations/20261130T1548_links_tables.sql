-- Short links in texts, and how often they were followed: by day and group, nothing of whoever did.
create schema if not exists links;
select storage.room_schema('links');

-- Off until the account says otherwise.
create table links.setting (
  account_id uuid not null,
  is_on boolean not null,
  changed_at timestamptz not null,
  primary key (account_id)
);
select storage.account_table('links.setting', 'select, insert, update');

create table links.link (
  account_id uuid not null,
  link_id uuid not null,
  -- The last part of its short address; no two accounts have the same.
  code text not null unique check (code ~ '^[2-9a-hjkmnp-z]{8}$'),
  target text not null check (octet_length(target) <= 8000),
  created_at timestamptz not null,
  off_at timestamptz,
  primary key (account_id, link_id)
);
create index link_newest on links.link (account_id, created_at desc, link_id desc);
select storage.account_table('links.link', 'select, insert, update');
select storage.engine_access('links.link', 'select');

create table links.click (
  account_id uuid not null,
  link_id uuid not null,
  day date not null,
  who text not null check (who in ('people', 'machines', 'unknown')),
  clicks integer not null check (clicks > 0),
  primary key (account_id, link_id, day, who)
);
select storage.account_table('links.click', 'select, insert, update');
