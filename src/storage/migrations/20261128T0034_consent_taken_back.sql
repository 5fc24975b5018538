-- Entries of a bulk that was taken back: the ledger keeps them, and no state is made of them again.
create table consent.taken_back (
  account_id uuid not null,
  entry_id uuid not null,
  primary key (account_id, entry_id)
);
select storage.account_table('consent.taken_back', 'select, insert');
select storage.append_only('consent.taken_back');
