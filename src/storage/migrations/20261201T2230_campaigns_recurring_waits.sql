-- A day whose way is closed for now waits and is looked at again, beside the days that come after it.
alter table campaigns.occurrence drop constraint occurrence_state_check;
alter table campaigns.occurrence
  add constraint occurrence_state_check check (state in ('gathering', 'made', 'waiting', 'launched',
    'nobody', 'missed', 'stopped')),
  -- When it is looked at next.
  add column look_at timestamptz,
  -- The countries whose way was closed when its people were judged last.
  add column waits_in text[] not null default '{}',
  -- What its draft was made with: changed by hand, it is not what was started.
  add column draft_hash text,
  add constraint occurrence_waiting_whole check ((state = 'waiting') = (look_at is not null));
create index occurrence_open on campaigns.occurrence (account_id, recurring_id)
  where state in ('gathering', 'made', 'waiting');
create index occurrence_look on campaigns.occurrence (look_at) where state = 'waiting';
select storage.engine_access('campaigns.occurrence', 'select');
revoke select on campaigns.occurrence from accord_engine;
grant select (account_id, recurring_id, state, look_at) on campaigns.occurrence to accord_engine;
