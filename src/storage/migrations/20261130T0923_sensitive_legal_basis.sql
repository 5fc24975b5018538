-- What sensitive data rests on is a legal basis.
alter table sensitive.ground rename to legal_basis;
alter table sensitive.legal_basis rename column ground_id to legal_basis_id;
alter table sensitive.value rename column ground_id to legal_basis_id;
alter index sensitive.value_ground rename to value_by_legal_basis;

-- The checks of renamed tables are called as their table is.
do $$
declare held record;
begin
  for held in
    select conrelid::regclass as relation, conname from pg_constraint
    where (conrelid = 'sensitive.legal_basis'::regclass and conname like 'ground_%')
       or (conrelid = 'sensitive.value'::regclass and conname like '%ground%')
  loop
    execute format('alter table %s rename constraint %I to %I',
      held.relation, held.conname, replace(held.conname, 'ground', 'legal_basis'));
  end loop;
end $$;
