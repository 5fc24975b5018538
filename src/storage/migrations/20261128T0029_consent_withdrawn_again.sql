-- Who takes a consent back again does it now: the month of the number moves on, so that no yes from
-- between the two lifts it.
grant update on table consent.withdrawn_number to accord_app;
