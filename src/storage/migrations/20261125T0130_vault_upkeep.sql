-- Which epochs have had keys destroyed in them, so that a rotation makes the destruction hold for
-- copies of the database too; and when the last rotation was, so that the old key goes in its time.

alter table vault.account add column rotated_at timestamptz;

create table vault.destruction (
  account_id uuid not null,
  epoch integer not null,
  first_at timestamptz not null default now(),
  primary key (account_id, epoch)
);
select storage.account_table('vault.destruction', 'select, insert, delete');
