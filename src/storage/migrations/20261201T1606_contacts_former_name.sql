-- What a legal entity was called before: a consent of that time names it so, and stays true.
create table contacts.former_name (
  account_id uuid not null,
  controller_id uuid not null,
  name text not null,
  used_until timestamptz not null,
  primary key (account_id, controller_id, used_until)
);
select storage.account_table('contacts.former_name', 'select, insert');
