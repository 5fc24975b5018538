-- Contacts that were deleted before proofs had a day left theirs for good. Each gets the day that the
-- rule would have given: the account's months from the end of what was proven, by the facts that stayed
-- in these tables. When the contact went nobody wrote down here, so that what had not ended by then
-- ends today. What proves nothing is due at once; the next pass destroys it with its keys.

-- The owner may write no row of an account while its policies are forced on it.
alter table consent.proof_hold no force row level security;
alter table consent.state no force row level security;
alter table consent.other_ground no force row level security;
alter table consent.parental_authorisation no force row level security;

create temporary table gone on commit drop as
select account_id, subject_id from (
  select account_id, subject_id from consent.entry_body where subject_id is not null
  union
  select account_id, subject_id from consent.document) left_behind
where not exists (select from contacts.contact c
    where c.account_id = left_behind.account_id and c.subject_id = left_behind.subject_id)
  and not exists (select from consent.proof_hold h
    where h.account_id = left_behind.account_id and h.subject_id = left_behind.subject_id);

insert into consent.proof_hold (account_id, subject_id, held_since, hold_until)
select account_id, subject_id, now(),
  case when is_proven then least(now(), coalesce(ended_at, now())) + months else now() end
from (
  select g.account_id, g.subject_id,
    coalesce(said.is_proof, false) or exists (select from consent.document d
      where d.account_id = g.account_id and d.subject_id = g.subject_id) as is_proven,
    greatest(said.ended_at,
      (select max(case when s.state = 'withdrawn' then s.since else s.valid_until end)
       from consent.state s where s.account_id = g.account_id and s.subject_id = g.subject_id),
      (select max(o.valid_until) from consent.other_ground o
       where o.account_id = g.account_id and o.subject_id = g.subject_id),
      (select max(p.valid_until) from consent.parental_authorisation p
       where p.account_id = g.account_id and p.subject_id = g.subject_id)) as ended_at,
    make_interval(months => coalesce((select proof_months from consent.policy p
      where p.account_id = g.account_id), 60)) as months
  from gone g
  cross join lateral (
    select bool_or(e.kind in ('consent.given', 'consent.confirmed', 'consent.refreshed',
        'consent.expired', 'consent.withdrawn', 'ground.soft_opt_in', 'ground.b2b_opt_out',
        'parent.authorised', 'parent.withdrawn')) as is_proof,
      max(e.recorded_at) filter (where e.kind in ('objection', 'consent.withdrawn',
        'ground.soft_opt_in', 'ground.b2b_opt_out', 'parent.authorised', 'parent.withdrawn'))
        as ended_at
    from consent.entry_body b
    join consent.entry e on e.account_id = b.account_id and e.entry_id = b.entry_id
    where b.account_id = g.account_id and b.subject_id = g.subject_id) said) facts;

-- No proof on hold allows anything.
delete from consent.state s using gone g
where s.account_id = g.account_id and s.subject_id = g.subject_id;
delete from consent.other_ground o using gone g
where o.account_id = g.account_id and o.subject_id = g.subject_id;
delete from consent.parental_authorisation p using gone g
where p.account_id = g.account_id and p.subject_id = g.subject_id;

alter table consent.proof_hold force row level security;
alter table consent.state force row level security;
alter table consent.other_ground force row level security;
alter table consent.parental_authorisation force row level security;
