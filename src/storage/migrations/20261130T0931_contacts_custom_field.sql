-- What an account keeps of its people beside their names: the fields it has made. Values lie in the
-- sealed part of each contact, under the person's key, by the field's key; here is none of them.
create table contacts.custom_field (
  account_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,29}$'),
  name text not null check (char_length(name) between 1 and 60),
  type text not null check (type in ('text', 'number', 'amount', 'date', 'date_time')),
  is_archived boolean not null default false,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, key)
);
select storage.account_table('contacts.custom_field', 'select, insert, update');
