-- Operators that speak HTTP: how a message is asked for, and where the answer and the receipts have
-- their id and state. Their secrets are sealed in the place of the password.
alter table routing.route
  drop constraint route_kind_check,
  add constraint route_kind_check check (kind in ('smpp', 'http')),
  add column http jsonb,
  add constraint route_http_check check ((kind = 'http') = (http is not null));
