-- An invitation waits until the invited person accepts it: until then nobody belongs to the account,
-- and nothing of it depends on whether somebody has this e-mail here.
create table accounts.invitation (
  account_id uuid not null references accounts.account,
  -- The id of the user that it becomes where nobody has this e-mail: name and e-mail, as the account
  -- wrote them, are sealed as that user's.
  invitation_id uuid not null,
  email_tag bytea not null,
  email_sealed bytea not null,
  name_sealed bytea not null,
  role text not null,
  language text not null check (language in ('fr', 'en')),
  code_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, invitation_id),
  unique (account_id, email_tag)
);
create index invitation_expiry on accounts.invitation (expires_at);
select storage.account_table('accounts.invitation', 'select, insert, update, delete');
-- Whose a code is, is asked before the account is known; names and e-mails are not.
select storage.engine_access('accounts.invitation', 'select');
revoke select on accounts.invitation from accord_engine;
grant select (account_id, invitation_id, code_hash, expires_at) on accounts.invitation
  to accord_engine;

-- People who were invited and have not answered were members already. Their code was given by the
-- account that invited them first; any other gives a new one.
alter table accounts.membership no force row level security;
alter table accounts.invitation no force row level security;
insert into accounts.invitation (account_id, invitation_id, email_tag, email_sealed, name_sealed,
  role, language, code_hash, created_at, expires_at)
select m.account_id, m.user_id, u.email_tag, u.email_sealed, u.name_sealed, m.role, u.language,
  coalesce(c.code_hash, sha256(convert_to(gen_random_uuid()::text, 'UTF8'))),
  m.created_at, coalesce(c.expires_at, m.created_at)
from (
  select account_id, user_id, role, created_at,
    row_number() over (partition by user_id order by created_at, account_id) as place
  from accounts.membership
) m
join accounts.user u on u.user_id = m.user_id
left join lateral (
  select code_hash, expires_at from accounts.code
  where user_id = m.user_id and purpose = 'invitation' and m.place = 1
  order by created_at desc limit 1
) c on true
where u.password_hash is null;
delete from accounts.membership m using accounts.user u
where u.user_id = m.user_id and u.password_hash is null;
delete from accounts.code where purpose = 'invitation';
delete from accounts.user where password_hash is null;
alter table accounts.membership force row level security;
alter table accounts.invitation force row level security;
