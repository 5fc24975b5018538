-- Articles 9 and 10: the ground on which an account keeps a category of sensitive data for one of its
-- legal entities, and the values that came in on it. Apart from contacts: other tables, other keys,
-- other times, another right.
create schema if not exists sensitive;
select storage.room_schema('sensitive');

create table sensitive.ground (
  account_id uuid not null,
  ground_id uuid not null,
  -- Names the ground's own key: with it, what was sealed on the ground ends in every copy.
  key_subject_id uuid not null,
  controller_id uuid not null,
  category text not null,
  basis text not null,
  -- Why it holds, and the text of law that it rests on, in the words of whoever recorded it.
  words_sealed bytea not null,
  wording_id uuid,
  keep_days integer not null check (keep_days > 0),
  ends_at timestamptz not null,
  state text not null check (state in ('proposed', 'in_force', 'ended')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  values_erased bigint not null default 0,
  primary key (account_id, ground_id),
  check ((state = 'in_force') <= (approved_at is not null)),
  check ((state = 'ended') = (ended_at is not null))
);
select storage.account_table('sensitive.ground', 'select, insert, update');

-- With the contact, whichever way it goes, its values go.
create table sensitive.value (
  account_id uuid not null,
  subject_id uuid not null,
  ground_id uuid not null,
  -- The column of the file, under a key: a later file's value takes the place of this one.
  column_tag bytea not null check (octet_length(column_tag) = 16),
  sealed bytea not null,
  import_id uuid,
  stored_at timestamptz not null,
  keep_until timestamptz not null,
  primary key (account_id, subject_id, ground_id, column_tag),
  foreign key (account_id, ground_id) references sensitive.ground (account_id, ground_id),
  foreign key (account_id, subject_id) references contacts.contact (account_id, subject_id)
    on delete cascade
);
create index value_ground on sensitive.value (account_id, ground_id, subject_id);
create index value_import on sensitive.value (account_id, import_id);
create index value_keep_until on sensitive.value (account_id, keep_until);
select storage.account_table('sensitive.value', 'select, insert, update, delete');

-- For whom a list's people are written to, where what stands beside them is kept for one entity alone.
alter table contacts.list add column controller_id uuid;

-- What became of the cells of sensitive columns: kept on a ground, or left out and why.
alter table intake.import_count drop constraint import_count_kind_check;
alter table intake.import_count add constraint import_count_kind_check check (kind in (
  'imported', 'updated', 'duplicate', 'objected', 'rejected', 'quarantined', 'consent',
  'sensitive_kept', 'sensitive_left'));
