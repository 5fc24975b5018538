-- What a part costs: the installation's price for a country, and an account's own where agreed.
create schema if not exists billing;
select storage.room_schema('billing');

-- Country '*' is every country without a line of its own.
create table billing.default_price (
  country text primary key check (country = '*' or country ~ '^[A-Z]{2}$'),
  micro_eur bigint not null check (micro_eur between 0 and 10000000),
  changed_at timestamptz not null
);
select storage.installation_table('billing.default_price', 'select, insert, update, delete');

create table billing.price (
  account_id uuid not null,
  country text not null check (country = '*' or country ~ '^[A-Z]{2}$'),
  micro_eur bigint not null check (micro_eur between 0 and 10000000),
  changed_at timestamptz not null,
  primary key (account_id, country)
);
select storage.account_table('billing.price', 'select, insert, update, delete');
