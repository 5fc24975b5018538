-- What proves the consent of somebody whose contact is gone: kept to a set date and then destroyed with
-- its key (R-133), instead of for good. How long is the account's choice; five years to begin with, the
-- time in which a claim may be made.
alter table consent.policy
  add column proof_months integer not null default 60 check (proof_months between 0 and 120);

create table consent.proof_hold (
  account_id uuid not null,
  subject_id uuid not null,
  held_since timestamptz not null,
  hold_until timestamptz not null,
  primary key (account_id, subject_id)
);
create index proof_hold_until on consent.proof_hold (account_id, hold_until);
select storage.account_table('consent.proof_hold', 'select, insert, update, delete');
