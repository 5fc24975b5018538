-- A day that was being made ready as its recurring send was paused, ended or changed stood so for ever,
-- and kept what recurs from its end. Since the version before, a pause and an end give it up.
alter table campaigns.occurrence no force row level security;
update campaigns.occurrence o
set state = case when left_open.is_launched then 'launched' else 'stopped' end,
  failure = case when left_open.is_launched then null else 'campaigns.recurring_interrupted' end
from (
  select d.account_id, d.recurring_id, d.day, c.started_at is not null as is_launched
  from campaigns.occurrence d
  join campaigns.recurring r on r.account_id = d.account_id and r.id = d.recurring_id
  left join campaigns.campaign c on c.account_id = d.account_id and c.id = d.campaign_id
  where d.state in ('gathering', 'made')
    and (r.state <> 'active' or r.next_day is null or d.day < r.next_day)) left_open
where (o.account_id, o.recurring_id, o.day)
  = (left_open.account_id, left_open.recurring_id, left_open.day);
alter table campaigns.occurrence force row level security;
