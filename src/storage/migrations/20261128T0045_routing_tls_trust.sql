-- Whom a route trusts over TLS beside the authorities that every machine knows: the certificates of
-- the operator's own authority (they are public, so not sealed), and the name on its certificate
-- where that is not its host.
alter table routing.route
  add column tls_ca text,
  add column tls_server_name text;
