-- How an HTTP operator is asked holds keys of the installation (in the address, in a header, in the
-- body), so that it is kept sealed. A migration has no keys: the program seals what older versions
-- wrote when it starts, and empties `http`, which nothing else writes any more.
--
-- An address that the installation's own configuration told may be a private one; what is told over
-- the API may not, unless the configuration names its network.
alter table routing.route
  drop constraint route_http_check,
  add column http_sealed bytea,
  add constraint route_http_check
    check ((kind = 'http') = (http is not null or http_sealed is not null)),
  add column from_configuration boolean not null default false;
