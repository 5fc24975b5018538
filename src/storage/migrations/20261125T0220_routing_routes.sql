-- Operators' routes, the senders that accounts may show, and how operators write their ids.
create schema if not exists routing;
select storage.room_schema('routing');

create table routing.route (
  route_id uuid primary key,
  name text not null unique,
  kind text not null check (kind in ('smpp')),
  supplier_id uuid not null references governance.supplier,
  -- Reaches nobody: the sandbox operator or a simulator.
  is_sandbox boolean not null,
  enabled boolean not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  uses_tls boolean not null,
  system_id text not null,
  password_sealed bytea not null,
  system_type text not null,
  bind_as text not null check (bind_as in ('transceiver', 'pair')),
  binds integer not null check (binds between 1 and 16),
  window_max integer not null check (window_max between 1 and 5000),
  segments_per_second integer check (segments_per_second between 1 and 100000),
  concatenation text not null check (concatenation in ('udh8', 'udh16', 'sar', 'payload')),
  default_alphabet text not null check (default_alphabet in ('gsm7', 'latin1')),
  receipt_offset_minutes integer not null check (receipt_offset_minutes between -840 and 840),
  stop_text text,
  stop_shortcode text check (stop_shortcode ~ '^[0-9]{3,8}$'),
  countries text[] not null,
  classes text[] not null,
  hours_from text,
  hours_until text,
  priority integer not null,
  cost_micro_eur bigint not null check (cost_micro_eur >= 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((hours_from is null) = (hours_until is null))
);
create index route_supplier on routing.route (supplier_id);
select storage.installation_table('routing.route', 'select, insert, update');

-- How the ids of a route's receipts are written, compared with those of its answers.
create table routing.receipt_habit (
  route_id uuid primary key references routing.route,
  same_count bigint not null,
  hex_in_answer_count bigint not null,
  decimal_in_answer_count bigint not null,
  unmatched_count bigint not null
);
select storage.installation_table('routing.receipt_habit', 'select, insert, update');

create table routing.sender (
  account_id uuid not null,
  sender_id uuid not null,
  name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  kind text not null check (kind in ('alphanumeric', 'short_code', 'number')),
  state text not null check (state in ('pending', 'approved', 'refused')),
  -- Why the account may use it: a trademark, a company register, a mandate.
  evidence text not null,
  expires_at timestamptz,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (account_id, sender_id),
  unique (account_id, name, country)
);
select storage.account_table('routing.sender', 'select, insert, update');
