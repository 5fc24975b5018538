-- Users whose recovery codes were made void all at once, until they and their accounts are told.
create table accounts.codes_voided (
  user_id uuid primary key references accounts.user on delete cascade,
  voided_at timestamptz not null,
  -- The part of the program that made them void, as the journal names it.
  voided_by text not null check (voided_by in ('command_line', 'restored_data')),
  -- Accounts whose journal says so already.
  told uuid[] not null default '{}'
);
select storage.installation_table('accounts.codes_voided', 'select, insert, update, delete');
revoke select on accounts.codes_voided from accord_engine;
