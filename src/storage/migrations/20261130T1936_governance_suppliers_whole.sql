-- What accounts and people are told of a supplier beyond its contract: how long it keeps numbers, where
-- erasures are told to it, where it processes, and which sub-processors it has.
alter table governance.supplier
  -- 'controller_too': it answers by itself for its traffic data, as operators do.
  add column role text not null default 'processor' check (role in ('processor', 'controller_too')),
  -- Null: nobody has declared it.
  add column numbers_kept_days integer check (numbers_kept_days between 0 and 36500),
  add column erasure_address text check (octet_length(erasure_address) <= 500),
  add column contact text check (octet_length(contact) <= 1000),
  add column processing_countries text[] not null default '{}'
    check (array_length(processing_countries, 1) <= 60);

-- The signed paper, sealed under the installation's key.
create table governance.contract_document (
  document_id uuid primary key,
  contract_id uuid not null references governance.contract,
  sha256 bytea not null check (octet_length(sha256) = 32),
  octets integer not null check (octets > 0),
  body_sealed bytea not null,
  added_at timestamptz not null,
  unique (contract_id, sha256)
);
alter table governance.contract_document alter column body_sealed set storage external;
select storage.installation_table('governance.contract_document', 'select, insert');

create table governance.subprocessor (
  subprocessor_id uuid primary key,
  supplier_id uuid not null references governance.supplier,
  name text not null check (octet_length(name) <= 500),
  country text not null check (country ~ '^[A-Z]{2}$'),
  purpose text not null check (octet_length(purpose) <= 2000),
  since timestamptz not null,
  -- It works no more from this instant on; null: no end is known.
  until timestamptz check (until >= since)
);
create index subprocessor_supplier on governance.subprocessor (supplier_id, since);
select storage.installation_table('governance.subprocessor', 'select, insert, update');

-- Each change is announced to all accounts before it takes effect.
create table governance.subprocessor_change (
  change_id uuid primary key,
  supplier_id uuid not null references governance.supplier,
  kind text not null check (kind in ('added', 'replaced', 'removed')),
  -- Who comes; of a removal null.
  added_id uuid references governance.subprocessor,
  -- Who goes; of an addition null.
  removed_id uuid references governance.subprocessor,
  effective_at timestamptz not null,
  -- Until when an account can object; null where there is nothing to object to.
  object_until timestamptz,
  announced_at timestamptz not null,
  -- When the last account was told; null: some are still to be told.
  told_at timestamptz
);
create index subprocessor_change_supplier
  on governance.subprocessor_change (supplier_id, announced_at desc, change_id desc);
create index subprocessor_change_untold
  on governance.subprocessor_change (announced_at) where told_at is null;
select storage.installation_table('governance.subprocessor_change', 'select, insert, update');

create table governance.objection (
  account_id uuid not null,
  change_id uuid not null references governance.subprocessor_change,
  -- Sealed: people may be named in it.
  reason_sealed bytea not null,
  objected_by text not null,
  objected_at timestamptz not null,
  primary key (account_id, change_id)
);
create index objection_change on governance.objection (change_id, objected_at);
select storage.account_table('governance.objection', 'select, insert');
select storage.engine_access('governance.objection', 'select');
