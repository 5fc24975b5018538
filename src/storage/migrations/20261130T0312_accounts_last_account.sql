-- The account that a user was last in: the next login leads there, whoever has let them in elsewhere.
alter table accounts.user add column last_account_id uuid references accounts.account;
