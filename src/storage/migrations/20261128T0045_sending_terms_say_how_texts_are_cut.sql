-- How long texts were cut as messages were accepted: a route may change while they wait, and their
-- parts are counted by then. Null in terms of before: those are cut as the route says now.
alter table sending.terms
  add column concatenation text,
  add column shift_tables text[];
