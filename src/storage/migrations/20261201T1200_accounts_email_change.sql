-- A user's next e-mail, until its link is opened; afterwards the one from before, until nobody can
-- take it back any more.
create table accounts.email_change (
  change_id uuid primary key,
  user_id uuid not null references accounts.user on delete cascade,
  old_tag bytea not null,
  old_sealed bytea not null,
  new_tag bytea not null,
  new_sealed bytea not null,
  -- SHA-256 of the code that was sent to the next address, and of the one sent to the one before.
  confirm_hash bytea not null unique,
  undo_hash bytea not null unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  expires_at timestamptz not null,
  -- Invitations that went over to the next address, so that they can come back.
  moved_invitations uuid[] not null default '{}'
);
create unique index email_change_waits on accounts.email_change (user_id)
  where confirmed_at is null;
create index email_change_of_user on accounts.email_change (user_id);
create index email_change_kept on accounts.email_change (old_tag);
create index email_change_expiry on accounts.email_change (expires_at);
select storage.installation_table('accounts.email_change', 'select, insert, update, delete');
revoke select on accounts.email_change from accord_engine;

-- Invitations to an e-mail follow it: which accounts have one is asked before the account is known.
grant select (email_tag) on accounts.invitation to accord_engine;
