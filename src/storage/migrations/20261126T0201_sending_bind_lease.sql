-- A lease a bind instead of one a route, so that nodes share a route's binds. Whoever waits for one
-- watches `beat` by a clock of its own: no instant of one machine is compared with another's.
create table sending.bind_lease (
  route_id uuid not null,
  bind smallint not null,
  -- Null: given back.
  node_id uuid,
  -- Grows with each new holder.
  fence bigint not null,
  -- Grows with each renewal.
  beat bigint not null,
  primary key (route_id, bind)
) with (fillfactor = 50);
grant select, insert, update, delete on sending.bind_lease to accord_engine;
-- The fences go on from where the routes' ended.
insert into sending.bind_lease (route_id, bind, node_id, fence, beat)
select route_id, 0, null, fence, 0 from sending.route_lease;
drop table sending.route_lease;

alter table sending.intent add column bind smallint not null default 0;

-- The nodes that send now: how many share the binds.
create table sending.node (
  node_id uuid primary key,
  beat bigint not null
) with (fillfactor = 50);
grant select, insert, update, delete on sending.node to accord_engine;
