-- Under which senders messages that were deleted since had left to a supplier, and when: it is told
-- of the deletion of their account. Terms alone do not say it: all that was accepted under them may
-- have been refused.
create table sending.sender_carrier (
  account_id uuid not null,
  supplier_id uuid not null,
  sender text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (account_id, supplier_id, sender)
);
select storage.account_table('sending.sender_carrier', 'select, insert, update, delete');

-- Of what was deleted before, nothing better is known than the terms that nothing is left of.
alter table sending.sender_carrier no force row level security;
insert into sending.sender_carrier (account_id, supplier_id, sender, first_at, last_at)
select t.account_id, t.supplier_id, t.sender, min(t.made_at), max(c.last_at)
from sending.terms t
join (select account_id, supplier_id, max(last_at) as last_at from sending.person_carrier
  group by account_id, supplier_id) c
  on c.account_id = t.account_id and c.supplier_id = t.supplier_id and c.last_at >= t.made_at
where not exists (select from sending.message m
  where m.account_id = t.account_id and m.terms_id = t.id)
group by t.account_id, t.supplier_id, t.sender;
alter table sending.sender_carrier force row level security;

-- Of these senders, those that another account has used too. It names no account.
create function sending.senders_of_others(account uuid, senders text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.sender from unnest(senders) as s (sender)
  where exists (select from sending.terms t
    where t.sender = s.sender and t.account_id <> account)
$$;
revoke all on function sending.senders_of_others(uuid, text[]) from public;
grant execute on function sending.senders_of_others(uuid, text[]) to accord_app;
