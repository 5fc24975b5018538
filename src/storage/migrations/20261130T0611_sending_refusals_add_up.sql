-- Refusals of a campaign were counted by reason at acceptance alone: who said STOP while a message
-- waited stood in the sum and under no reason. Counted anew from what ended, where they differ.
alter table sending.tally no force row level security;
alter table sending.outcome no force row level security;
with off as (
  select account_id, campaign_id from sending.tally
  where counter = 'refused' or starts_with(counter, 'left_out.')
  group by account_id, campaign_id
  having coalesce(sum(value) filter (where counter = 'refused'), 0)
    <> coalesce(sum(value) filter (where counter <> 'refused'), 0)
)
insert into sending.tally as held (account_id, campaign_id, counter, value)
select o.account_id, o.campaign_id, 'left_out.' || coalesce(o.reason, 'other'), count(*)
from sending.outcome o join off using (account_id, campaign_id)
where o.state = 'refused'
group by 1, 2, 3
on conflict (account_id, campaign_id, counter) do update set value = excluded.value;
alter table sending.outcome force row level security;
alter table sending.tally force row level security;
