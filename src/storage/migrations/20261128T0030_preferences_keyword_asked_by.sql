-- A plain yes may answer whatever came last: the message that asked tells whether something came since.
-- Who was asked within the last day is asked once more; a yes to them would be to an unknown message.
truncate preferences.keyword_pending;
alter table preferences.keyword_pending
  add column message_id uuid not null,
  add column asked_at timestamptz not null;
