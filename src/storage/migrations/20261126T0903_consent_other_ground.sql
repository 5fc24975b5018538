-- Grounds of marketing other than consent, where a country allows them: an existing customer who was
-- offered to refuse (R-111), a professional who was told (R-112). Off until the account decides
-- otherwise, and of one person, one entity and one purpose each.
create table consent.ground_switch (
  account_id uuid not null,
  ground text not null check (ground in ('soft_opt_in', 'b2b_opt_out')),
  decided_at timestamptz not null,
  primary key (account_id, ground)
);
select storage.account_table('consent.ground_switch', 'select, insert, delete');

create table consent.other_ground (
  account_id uuid not null,
  subject_id uuid not null,
  controller_id uuid not null,
  purpose text not null,
  ground text not null check (ground in ('soft_opt_in', 'b2b_opt_out')),
  -- The sale, or the day on which the professional was told.
  since timestamptz not null,
  valid_until timestamptz not null,
  -- The words by which a refusal was offered as the number was collected.
  wording_id uuid not null,
  entry_id uuid not null,
  primary key (account_id, subject_id, controller_id, purpose)
);
select storage.account_table('consent.other_ground', 'select, insert, update, delete');
