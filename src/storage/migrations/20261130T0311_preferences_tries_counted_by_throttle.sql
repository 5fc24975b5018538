-- Guesses at a code are counted by the one throttle, before the code is looked at.
alter table preferences.pending drop column tries;
