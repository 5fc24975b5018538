-- Suppliers of the installation and their contracts: without a valid one, no route is open.
create schema if not exists governance;
select storage.room_schema('governance');

create table governance.supplier (
  supplier_id uuid primary key,
  name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);
select storage.installation_table('governance.supplier', 'select, insert, update');

create table governance.contract (
  contract_id uuid primary key,
  supplier_id uuid not null references governance.supplier,
  -- 'own': the installation itself, as for the sandbox; there is no second party.
  kind text not null check (kind in ('processor', 'own')),
  reference text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  -- What GDPR art. 28(3) asks a contract to hold; all of them for a processor.
  art28_items text[] not null,
  -- How data may leave the EEA, where the supplier is outside it.
  transfer_instrument text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index contract_supplier on governance.contract (supplier_id);
select storage.installation_table('governance.contract', 'select, insert, update');
