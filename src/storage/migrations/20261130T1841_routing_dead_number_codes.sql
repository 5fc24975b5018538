-- By which codes of its receipts the operator of a route says that nobody has a number.
alter table routing.route add column dead_number_codes text[] not null default '{1}';
