-- Codes by which a route's operator says in a receipt that the person has told it to stop.
alter table routing.route add column opt_out_codes text[] not null default '{}';
