-- Why a sensitive value was left out is counted by its name.
alter table intake.import_count no force row level security;
update intake.import_count set reason = 'legal_basis_ended'
where kind = 'sensitive_left' and reason = 'ground_ended';
alter table intake.import_count force row level security;
