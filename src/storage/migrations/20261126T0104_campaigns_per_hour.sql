-- At most so many messages an hour; null: as fast as the route goes.
alter table campaigns.campaign add column per_hour integer check (per_hour > 0);
