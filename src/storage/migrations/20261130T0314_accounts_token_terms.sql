-- A token ends by itself, and with the token that made it. Those of before keep no end of their own.
alter table accounts.token
  add column expires_at timestamptz,
  -- The token that made it; null: a person did, or somebody at the machine.
  add column made_by uuid,
  add foreign key (account_id, made_by) references accounts.token (account_id, token_id);
create index token_made_by on accounts.token (account_id, made_by) where made_by is not null;

-- Which token made which stands in the journal of each account.
alter table accounts.token no force row level security;
update accounts.token made set made_by = maker.token_id
from audit.entry e, accounts.token maker
where e.account_id = made.account_id and e.action = 'accounts.token_created'
  and e.actor_kind = 'token' and e.details ->> 'token' = made.token_id::text
  and maker.account_id = made.account_id and maker.token_id::text = e.actor
  and maker.token_id <> made.token_id;
with recursive gone as (
  select account_id, token_id, revoked_at from accounts.token where revoked_at is not null
  union
  select t.account_id, t.token_id, gone.revoked_at
  from accounts.token t join gone on t.account_id = gone.account_id and t.made_by = gone.token_id
)
update accounts.token t set revoked_at = gone.revoked_at
from gone
where t.account_id = gone.account_id and t.token_id = gone.token_id and t.revoked_at is null;
alter table accounts.token force row level security;
