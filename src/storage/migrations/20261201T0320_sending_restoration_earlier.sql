-- A database that is put back again while something is held has been found twice: what was found
-- before stays beside it, the oldest first.
alter table sending.restoration add column earlier jsonb not null default '[]';
