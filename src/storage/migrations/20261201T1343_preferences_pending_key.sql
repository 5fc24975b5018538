-- A filled form that waits for its code is sealed under a key of its own, which goes with the row.
-- Null: of a version before, and used or over within a quarter of an hour.
alter table preferences.pending add column body_key uuid;
