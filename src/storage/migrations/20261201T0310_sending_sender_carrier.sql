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

-- Of what was deleted before, nothing better is known than the terms of which nothing is left, or
-- nothing but what was refused or called off: a sender too many is harmless, one too few is not.
alter table sending.sender_carrier no force row level security;
insert into sending.sender_carrier (account_id, supplier_id, sender, first_at, last_at)
select t.account_id, t.supplier_id, t.sender, min(t.made_at), max(c.last_at)
from sending.terms t
join (select account_id, supplier_id, max(last_at) as last_at from sending.person_carrier
  group by account_id, supplier_id) c
  on c.account_id = t.account_id and c.supplier_id = t.supplier_id and c.last_at >= t.made_at
where not exists (select from sending.message m
  where m.account_id = t.account_id and m.terms_id = t.id
    and not exists (select from sending.outcome o where o.account_id = m.account_id
      and o.message_id = m.id and o.state in ('refused', 'cancelled')))
group by t.account_id, t.supplier_id, t.sender;
alter table sending.sender_carrier force row level security;

-- Terms are few, and so are messages that were moved to another route.
create index terms_by_sender on sending.terms (sender);
create index event_rerouted on sending.event ((facts ->> 'supplierId'), account_id, message_id)
  where what = 'rerouted';

-- Whether an account only tries: what other rooms ask of its kind.
create function accounts.shared_only_tries(account uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from accounts.account a where a.account_id = account and a.kind = 'sandbox')
$$;
revoke all on function accounts.shared_only_tries(uuid) from public;

-- Of these senders, those under which messages of another account left to this supplier too. It
-- names no account. An account that only tries has nobody it writes to; a message that was refused
-- or called off left to nobody. No message is older than its terms, but for the clocks of two nodes.
create function sending.senders_of_others(account uuid, supplier uuid, senders text[])
returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.sender from unnest(senders) as s (sender)
  where exists (select from sending.sender_carrier c
      where c.supplier_id = supplier and c.sender = s.sender and c.account_id <> account
        and not accounts.shared_only_tries(c.account_id))
    or exists (select from sending.terms t
      where t.sender = s.sender and t.account_id <> account
        and not accounts.shared_only_tries(t.account_id)
        and (t.supplier_id = supplier and exists (select from sending.message m
            where m.account_id = t.account_id and m.terms_id = t.id
              and m.id >= (lpad(to_hex((extract(epoch from t.made_at - interval '1 day')
                * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
              and not exists (select from sending.outcome o where o.account_id = m.account_id
                and o.message_id = m.id and o.state in ('refused', 'cancelled')))
          or exists (select from sending.event e
            join sending.message m on m.account_id = e.account_id and m.id = e.message_id
            where e.what = 'rerouted' and e.facts ->> 'supplierId' = supplier::text
              and e.account_id = t.account_id and m.terms_id = t.id
              and not exists (select from sending.outcome o where o.account_id = m.account_id
                and o.message_id = m.id and o.state in ('refused', 'cancelled')))))
$$;
revoke all on function sending.senders_of_others(uuid, uuid, text[]) from public;
grant execute on function sending.senders_of_others(uuid, uuid, text[]) to accord_app;
