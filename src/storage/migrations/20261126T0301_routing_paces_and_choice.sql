-- Rates of each bind and sender; which national tables a route lets through; how routes that are
-- otherwise alike share; and which binds are up, whichever node holds them.
alter table routing.route
  add column bind_segments_per_second integer
    check (bind_segments_per_second between 1 and 100000),
  -- A fraction for less than one a second.
  add column sender_segments_per_second double precision
    check (sender_segments_per_second > 0 and sender_segments_per_second <= 100000),
  add column shift_tables text[] not null default '{}',
  add column share integer not null default 1 check (share between 0 and 1000);

create table routing.bind_state (
  route_id uuid not null references routing.route,
  bind smallint not null,
  is_bound boolean not null,
  since timestamptz not null,
  primary key (route_id, bind)
);
select storage.installation_table('routing.bind_state', 'select, insert, update');
