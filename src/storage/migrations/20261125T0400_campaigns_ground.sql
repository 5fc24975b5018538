-- Campaigns: many messages as one decision.
create schema if not exists campaigns;
select storage.room_schema('campaigns');

create sequence campaigns.campaign_number as integer;

create table campaigns.campaign (
  account_id uuid not null,
  id uuid not null,
  -- Below 2^31: clients of other platforms know campaigns by such a number.
  number integer not null default nextval('campaigns.campaign_number'),
  name text not null,
  state text not null check (state in ('draft', 'approved', 'accepting', 'running', 'paused',
    'cancelled', 'done')),
  list_id uuid not null,
  class text not null check (class in ('marketing', 'alert')),
  basis text,
  purpose text,
  controller_id uuid not null,
  sender text not null,
  -- The text, and why an alert that reads like advertising is none; sealed.
  content_sealed bytea not null,
  send_at timestamptz,
  useful_until timestamptz,
  prepared_by uuid,
  -- The check sheet as it was last made for exactly this draft, and its hash; sealed,
  -- since the text is in it.
  sheet_sealed bytea,
  sheet_hash text,
  approved_hash text,
  approved_by uuid,
  approved_at timestamptz,
  -- How far the list has been accepted; in the transaction that accepts, so that a crash repeats nothing.
  accepted_through uuid,
  is_accepted boolean not null default false,
  failure text,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (account_id, id),
  unique (account_id, number)
);
select storage.account_table('campaigns.campaign', 'select, insert, update');
