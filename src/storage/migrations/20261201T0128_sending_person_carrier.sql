-- Under which suppliers' contracts messages left to a person that were deleted since, and when the
-- last did: who is erased later is told to them. A row goes with the person, or once the supplier
-- has kept numbers as long as it says.
create table sending.person_carrier (
  account_id uuid not null,
  subject_id uuid not null,
  supplier_id uuid not null,
  last_at timestamptz not null,
  primary key (account_id, subject_id, supplier_id)
);
create index person_carrier_old on sending.person_carrier (account_id, supplier_id, last_at);
select storage.account_table('sending.person_carrier', 'select, insert, update, delete');
