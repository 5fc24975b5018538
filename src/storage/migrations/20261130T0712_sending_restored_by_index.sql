-- Each claim asks whether advertising is kept back, by an index as all that it reads: without one the
-- planner took the price of a forbidden reading from end to end for that of the whole statement.
create index restoration_marketing_kept on sending.restoration (id) where marketing_at is null;
