-- A reply may ask to start again: it is kept as what it is, and lifts nothing by itself.
alter table sending.inbound drop constraint inbound_kind_check;
alter table sending.inbound add constraint inbound_kind_check
  check (kind in ('stop', 'help', 'contact', 'start', 'doubtful', 'other'));
