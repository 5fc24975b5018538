-- An archive could set a policy for which a mere claim is enough; the API has never offered one. What
-- was set so asks for the weakest evidence that there is. The owner sees no row of an account while its
-- policies are forced on it.
alter table consent.policy no force row level security;
update consent.policy set minimum_rank = 10 where minimum_rank < 10;
alter table consent.policy force row level security;
alter table consent.policy add check (minimum_rank >= 10);
