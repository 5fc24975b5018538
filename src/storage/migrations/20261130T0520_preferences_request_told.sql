-- What was done about a request, as the person reads it, and how it came in. Of those that were
-- answered before nobody said what was done: their outcome stays unknown, and the page says no more.
alter table preferences.request
  add column outcome text,
  add column reason_sealed bytea,
  add column heard_by text check (heard_by in ('phone', 'letter', 'email', 'in_person')),
  add column recorded_by text,
  add check (outcome is null or answered_at is not null),
  add check ((heard_by is null) = (recorded_by is null));
