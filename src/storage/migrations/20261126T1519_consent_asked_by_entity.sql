-- When a person was asked to renew is a fact of one legal entity's consent: the sealed entry names the
-- entity, and without opening it an asking by one entity counted for all of an account.
alter table consent.state add column asked_at timestamptz;

-- The owner may write no row of an account while its policies are forced on it.
alter table consent.state no force row level security;

-- Which entity asked before this is sealed: the asking counts for each, so that nobody is asked twice.
update consent.state held set asked_at = told.asked_at
from (
  select b.account_id, b.subject_id, e.channel, e.purpose, max(e.recorded_at) as asked_at
  from consent.entry e
  join consent.entry_body b on b.account_id = e.account_id and b.entry_id = e.entry_id
  where e.kind = 'consent.requested' and b.subject_id is not null
  group by 1, 2, 3, 4) told
where told.account_id = held.account_id and told.subject_id = held.subject_id
  and told.channel = held.channel and told.purpose = held.purpose;

alter table consent.state force row level security;
