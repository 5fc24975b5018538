-- A bar has no end of its own: an account that may end its contract, and stays, has not accepted the
-- change by that. What has ended so bars again, until staff answer or the account withdraws.
alter table governance.supplier_bar no force row level security;
alter table governance.objection no force row level security;
alter table governance.objection_answer no force row level security;

insert into governance.supplier_bar (account_id, supplier_id, change_id, from_at)
select a.account_id, c.supplier_id, a.change_id,
  greatest(c.effective_at, o.objected_at, a.answered_at)
from governance.objection_answer a
join governance.objection o using (account_id, change_id)
join governance.subprocessor_change c using (change_id)
where a.outcome = 'may_end'
  and not exists (
    select from governance.objection_answer later
    where later.account_id = a.account_id and later.change_id = a.change_id
      and later.number > a.number)
on conflict do nothing;

alter table governance.supplier_bar drop column until_at;

alter table governance.objection_answer force row level security;
alter table governance.objection force row level security;
alter table governance.supplier_bar force row level security;
