-- A legal basis is called one, in tables and columns too. Rows stay as they are.
alter table consent.ground_switch rename to legal_basis_switch;
alter table consent.legal_basis_switch rename column ground to legal_basis;
alter table consent.legal_basis_switch
  rename constraint ground_switch_pkey to legal_basis_switch_pkey;
alter table consent.legal_basis_switch
  rename constraint ground_switch_ground_check to legal_basis_switch_legal_basis_check;

alter table consent.other_ground rename to other_legal_basis;
alter table consent.other_legal_basis rename column ground to legal_basis;
alter table consent.other_legal_basis
  rename constraint other_ground_pkey to other_legal_basis_pkey;
alter table consent.other_legal_basis
  rename constraint other_ground_ground_check to other_legal_basis_legal_basis_check;

-- What the last comparison with the ledger found is shown by its name.
alter table consent.reconciliation no force row level security;
update consent.reconciliation
set differences = (differences - 'ground_beyond_ledger')
  || jsonb_build_object('legal_basis_beyond_ledger', differences -> 'ground_beyond_ledger')
where differences ? 'ground_beyond_ledger';
alter table consent.reconciliation force row level security;
