-- The next migration makes the import a part of a value's key, and gives those that name none their
-- ground in its place; but the owner may write no row of an account while policies are forced on it,
-- so that none got one, and an installation that held such values could not be brought along. That
-- migration has run elsewhere and stays as it is: this one stands before it and does its first step.
alter table sensitive.value no force row level security;
update sensitive.value set import_id = ground_id where import_id is null;
alter table sensitive.value force row level security;
