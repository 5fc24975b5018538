-- What the gate reads carries a MAC under a key that is not in the database, so that nobody who has
-- the database alone can make marketing leave that the ledger does not allow. A migration knows no
-- key: null stands for a row from before, which the server vouches for once it has held it against
-- the ledger (docs/concepts/ledger.md).
alter table consent.state add column mac bytea;
alter table consent.other_ground add column mac bytea;
alter table consent.unsequenced add column mac bytea;

-- Batches whose MAC does not hold: they get no place in the tree, and somebody has to look at them.
create table consent.set_aside (
  account_id uuid not null,
  batch_id uuid not null,
  entries integer not null,
  why text not null check (why in ('false_mac', 'placed_already')),
  set_aside_at timestamptz not null,
  primary key (account_id, batch_id)
);
select storage.account_table('consent.set_aside', 'select, insert');

-- Every change of the account's suppressions, in sixteen chains by the first bits of the tag: what is
-- missing in consent.suppression is found here. Each row's MAC covers the one of the row before; a
-- snapshot holds the whole chain and begins it anew.
create table consent.suppression_log (
  account_id uuid not null,
  chain smallint not null check (chain between 0 and 15),
  seq bigint not null,
  is_snapshot boolean not null,
  -- False: something was missing as it was written, and nobody has accepted it yet.
  is_whole boolean not null,
  changes bytea not null,
  mac bytea not null,
  primary key (account_id, chain, seq)
);
select storage.account_table('consent.suppression_log', 'select, insert, delete');

-- The last row of each chain: one look says whether anything has changed.
create table consent.suppression_head (
  account_id uuid not null,
  chain smallint not null,
  seq bigint not null,
  mac bytea not null,
  primary key (account_id, chain)
);
select storage.account_table('consent.suppression_head', 'select, insert, update');
select storage.engine_access('consent.suppression_head', 'select');

-- What the last comparison of the tables with the ledger found.
create table consent.reconciliation (
  account_id uuid primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  people bigint not null,
  entries bigint not null,
  differences jsonb not null
);
select storage.account_table('consent.reconciliation', 'select, insert, update');
