-- Rules that an account has given a name. They name fields, lists and days; values that people have
-- are in none of them but those that somebody wrote into a rule.
create table contacts.segment (
  account_id uuid not null,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  -- The rules as the API takes them, sealed under the account's key: a rule may name a value.
  rules_sealed bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index segment_name on contacts.segment (account_id, lower(name));
select storage.account_table('contacts.segment', 'select, insert, update, delete');

-- Those who fitted a segment at one instant, as a list that campaigns read like any other. The
-- rules as they were then stay with it.
alter table contacts.list
  add column segment_id uuid,
  add column segment_sealed bytea,
  add column chosen_at timestamptz,
  -- Its people were let go once no campaign had to read them any more.
  add column emptied_at timestamptz;
create index list_of_segment on contacts.list (account_id, segment_id, id)
  where segment_id is not null;
