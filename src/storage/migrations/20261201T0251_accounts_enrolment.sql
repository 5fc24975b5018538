-- Since the user was last without a second factor: marks of browsers name it, whatever factor of it
-- is removed. The id of the factor that began it; null of one that waits.
alter table accounts.factor add column enrolment_id uuid;
-- Marks that were given so far name the factor that has counted for longest.
update accounts.factor f set enrolment_id = (
  select o.factor_id from accounts.factor o
  where o.user_id = f.user_id and o.confirmed_at is not null
  order by o.created_at, o.factor_id limit 1
) where f.confirmed_at is not null;
alter table accounts.factor add constraint factor_enrolment_check
  check ((confirmed_at is null) = (enrolment_id is null));
