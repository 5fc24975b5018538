-- How long an account keeps a contact without a sign from the person (R-130), since when it has been
-- told that the term is carried out, and what the last look found. Nobody goes before `erases_from`.
create table contacts.keeping (
  account_id uuid not null primary key,
  months smallint not null check (months between 1 and 36),
  told_at timestamptz not null,
  erases_from timestamptz not null,
  paused_until timestamptz,
  looked_at timestamptz,
  due integer not null default 0,
  soon integer not null default 0,
  erased bigint not null default 0,
  erased_at timestamptz
);
select storage.account_table('contacts.keeping', 'select, insert, update');
