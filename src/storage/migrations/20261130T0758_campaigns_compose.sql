-- Drafts that nobody wants any more are deleted; texts are kept to be used again, version by version;
-- and an account's own telephones get a campaign's text before anybody else does.
grant delete on table campaigns.campaign to accord_app;

create table campaigns.template (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  class text not null check (class in ('marketing', 'alert')),
  -- The latest version; each has its own row.
  version integer not null check (version > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  archived_at timestamptz,
  primary key (account_id, id)
);
create index template_newest on campaigns.template (account_id, changed_at desc, id desc);
select storage.account_table('campaigns.template', 'select, insert, update');

-- Written once: what a campaign was written from can be read again.
create table campaigns.template_version (
  account_id uuid not null,
  template_id uuid not null,
  version integer not null,
  text_sealed bytea not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (account_id, template_id, version),
  foreign key (account_id, template_id) references campaigns.template (account_id, id)
);
select storage.account_table('campaigns.template_version', 'select, insert');

-- Which version of which template a campaign's text was taken from.
alter table campaigns.campaign
  add column template_id uuid,
  add column template_version integer,
  add constraint campaign_template_whole check ((template_id is null) = (template_version is null));

create table campaigns.test_number (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  number_sealed bytea not null,
  -- So that a number stands here once.
  number_tag bytea not null,
  -- Of the code that was sent to it: whoever types it has the telephone. Null once confirmed.
  code_tag bytea,
  code_until timestamptz,
  tries_left smallint not null,
  confirmed_at timestamptz,
  added_by uuid,
  added_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, number_tag)
);
select storage.account_table('campaigns.test_number', 'select, insert, update, delete');
