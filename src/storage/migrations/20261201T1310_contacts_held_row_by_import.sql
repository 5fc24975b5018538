-- One row for each person and import, and one for what came without an import: a row that nobody has
-- decided is replaced by no other file, and by no form that anybody may send. Each has an id of its
-- own, to which what it says is bound; those of before are bound to their contact's. `subject_id`: under
-- whose key it is sealed.
alter table contacts.held_row add column row_id uuid, add column subject_id uuid;
alter table contacts.held_row no force row level security;
alter table contacts.contact no force row level security;
update contacts.held_row h set row_id = h.contact_id, subject_id = c.subject_id
  from contacts.contact c where c.account_id = h.account_id and c.id = h.contact_id;
delete from contacts.held_row where subject_id is null;
alter table contacts.contact force row level security;
alter table contacts.held_row force row level security;
alter table contacts.held_row
  alter column row_id set not null,
  alter column subject_id set not null,
  drop constraint held_row_pkey;
alter table contacts.held_row add primary key (account_id, row_id);
create unique index held_row_of_import on contacts.held_row (account_id, contact_id, import_id)
  where import_id is not null;
create unique index held_row_of_none on contacts.held_row (account_id, contact_id)
  where import_id is null;
