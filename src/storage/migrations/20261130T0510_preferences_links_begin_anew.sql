-- Links to a person's page were answered to whoever recorded consents, and a code that waits stands in
-- a message that could be read in clear. Those that were made so are of no use any more: a new link or
-- a new code goes to the handset, and is shown there alone. The owner sees no row of an account while
-- its policies are forced on it.
alter table preferences.page_link no force row level security;
alter table preferences.pending no force row level security;
delete from preferences.page_link;
delete from preferences.pending;
alter table preferences.page_link force row level security;
alter table preferences.pending force row level security;
