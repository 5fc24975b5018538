-- Parts of which nobody knows whether the operator took them, or under which id: a receipt without
-- a known id can tell, by the reference that an operator echoes, or by number, sender and time.
create table sending.unsettled (
  account_id uuid not null,
  message_id uuid not null,
  part smallint not null,
  attempt smallint not null,
  parts smallint not null,
  campaign_id uuid,
  route_id uuid not null,
  left_at timestamptz not null,
  -- The reply tag of the number on this route. Null until named: what a dead engine left behind.
  tag bytea,
  sender text,
  reference integer not null,
  primary key (account_id, message_id, part, attempt)
);
create index unsettled_by_tag on sending.unsettled (route_id, tag);
select storage.account_table('sending.unsettled', 'select, delete');
select storage.engine_access('sending.unsettled', 'select, insert, update, delete');

-- What a stray receipt says of its part beside the id; null where the operator wrote no number.
alter table sending.stray_receipt
  add column tag bytea,
  add column sender text,
  add column reference integer;
