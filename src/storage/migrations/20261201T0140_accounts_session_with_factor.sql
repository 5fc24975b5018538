-- A session says whether the second factor was shown for it. Those of today are as they were judged:
-- of whoever has a factor each was opened with it, since the others ended when it was confirmed.
alter table accounts.session add column with_factor boolean not null default false;
alter table accounts.session no force row level security;
update accounts.session s set with_factor = true
  where exists (select from accounts.factor f
    where f.user_id = s.user_id and f.confirmed_at is not null);
alter table accounts.session force row level security;
alter table accounts.session alter column with_factor drop default;
grant update (with_factor) on accounts.session to accord_app;
