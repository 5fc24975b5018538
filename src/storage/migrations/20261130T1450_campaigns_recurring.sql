-- A text that is sent again by itself: to a list by the calendar, or to each person on a date of theirs.
create table campaigns.recurring (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  state text not null check (state in ('draft', 'active', 'paused', 'ended')),
  -- What was read is what is started: a change makes another version.
  version integer not null default 1 check (version > 0),
  every text not null check (every in ('week', 'month', 'year', 'persons_date')),
  weekday smallint check (weekday between 1 and 7),
  month smallint check (month between 1 and 12),
  day_of_month smallint check (day_of_month between 1 and 31),
  -- `birth_date`, or the key of a custom field.
  field text,
  -- By the clock of the account's zone.
  send_minute smallint not null check (send_minute between 0 and 1439),
  first_day date,
  last_day date,
  list_id uuid not null,
  class text not null check (class in ('marketing', 'alert')),
  basis text,
  purpose text,
  controller_id uuid not null,
  sender text not null,
  text_sealed bytea not null,
  prepared_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  failure text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- The next day of it, and when it is to be made ready.
  next_day date,
  next_at timestamptz,
  primary key (account_id, id),
  constraint recurring_next_whole check ((next_day is null) = (next_at is null)),
  constraint recurring_rule_whole check (case every
    when 'week' then weekday is not null
    when 'month' then day_of_month is not null
    when 'year' then month is not null and day_of_month is not null
    else field is not null end)
);
create index recurring_newest on campaigns.recurring (account_id, created_at desc, id desc);
create index recurring_due on campaigns.recurring (next_at) where state = 'active';
create index recurring_of_list on campaigns.recurring (account_id, list_id) where state <> 'ended';
select storage.account_table('campaigns.recurring', 'select, insert, update, delete');
select storage.engine_access('campaigns.recurring', 'select');
revoke select on campaigns.recurring from accord_engine;
grant select (account_id, id, state, next_at) on campaigns.recurring to accord_engine;

-- One day of it: made at most once, whatever happens in between.
create table campaigns.occurrence (
  account_id uuid not null,
  recurring_id uuid not null,
  day date not null,
  state text not null check (state in ('gathering', 'made', 'launched', 'nobody', 'missed',
    'stopped')),
  campaign_id uuid,
  -- How far the list has been read for people whose day it is.
  scanned_through uuid,
  is_scanned boolean not null default false,
  people integer not null default 0,
  failure text,
  begun_at timestamptz not null,
  primary key (account_id, recurring_id, day),
  foreign key (account_id, recurring_id) references campaigns.recurring (account_id, id)
    on delete cascade
);
create index occurrence_not_sent on campaigns.occurrence (account_id, day)
  where state in ('missed', 'stopped');
select storage.account_table('campaigns.occurrence', 'select, insert, update, delete');

-- Whose day it is. A person stands here once for a year, whatever becomes of their date meanwhile.
create table campaigns.occurrence_person (
  account_id uuid not null,
  recurring_id uuid not null,
  turn smallint not null,
  contact_id uuid not null,
  subject_id uuid not null,
  day date not null,
  primary key (account_id, recurring_id, turn, contact_id),
  foreign key (account_id, recurring_id, day)
    references campaigns.occurrence (account_id, recurring_id, day) on delete cascade
);
create index occurrence_person_day
  on campaigns.occurrence_person (account_id, recurring_id, day, contact_id);
create index occurrence_person_subject on campaigns.occurrence_person (account_id, subject_id);
select storage.account_table('campaigns.occurrence_person', 'select, insert, delete');

-- A campaign that a recurring send made; with chosen people it goes to those of its day alone.
alter table campaigns.campaign
  add column recurring_id uuid,
  add column occurrence_day date,
  add column is_picked boolean not null default false,
  add constraint campaign_occurrence_whole check ((recurring_id is null) = (occurrence_day is null)),
  add constraint campaign_picked_occurrence check (not is_picked or recurring_id is not null);
