-- The deletion of an account: asked for, undone or carried out, and what is told of it afterwards.
create schema if not exists privacy;
select storage.room_schema('privacy');

-- Until when nothing leaves, because the account is deleted then; null: it is not to be deleted.
alter table accounts.account add column deletion_due_at timestamptz;

-- Stays after the account is gone, until its own end: it names no person, and no organisation.
create table privacy.account_deletion (
  account_id uuid not null,
  deletion_id uuid not null,
  account_number integer not null,
  state text not null check (state in ('waiting', 'undone', 'executing', 'done')),
  asked_how text not null check (asked_how in ('screen', 'api', 'letter', 'restored')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  -- In the words of who asked, sealed for the installation; gone with the account, unless it says
  -- which letter asked for it.
  reason_sealed bytea,
  reminded_at timestamptz,
  undone_at timestamptz,
  undone_how text check (undone_how in ('screen', 'link', 'staff')),
  undo_reason_sealed bytea,
  began_at timestamptz,
  keys_destroyed_at timestamptz,
  ended_at timestamptz,
  -- Rows by table, files and the like, as they went.
  counts jsonb not null default '{}',
  -- Parts and their cost by month: what accounts are made of, without a number.
  months jsonb not null default '[]',
  -- The last signed state of the consent ledger, before its files went.
  checkpoint text,
  -- A signed note (C2SP signed-note).
  certificate text,
  -- Finds the public page of the certificate; SHA-256.
  page_hash bytea,
  -- When this row loses its reasons and certificate, and when it goes altogether.
  record_until timestamptz,
  months_until timestamptz,
  primary key (account_id, deletion_id)
);
create unique index account_deletion_open on privacy.account_deletion (account_id)
  where state in ('waiting', 'executing');
create index account_deletion_newest
  on privacy.account_deletion (asked_at desc, deletion_id desc);
create index account_deletion_due on privacy.account_deletion (due_at)
  where state in ('waiting', 'executing');
create unique index account_deletion_page on privacy.account_deletion (page_hash)
  where page_hash is not null;
select storage.account_table('privacy.account_deletion', 'select, insert, update');
-- Staff read and end these over all accounts, and what is over goes.
select storage.engine_access('privacy.account_deletion', 'select, update, delete');

-- One for each owner: whoever has it may undo, once.
create table privacy.undo_link (
  account_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  deletion_id uuid not null,
  ends_at timestamptz not null,
  primary key (token_hash)
);
create index undo_link_deletion on privacy.undo_link (account_id, deletion_id);
select storage.account_table('privacy.undo_link', 'select, insert, delete');
select storage.engine_access('privacy.undo_link', 'select');

-- The account of this transaction, where its deletion is under way and a function of this file
-- works on it; else null, and nothing more may be deleted than ever.
create function storage.account_being_deleted() returns uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  select d.account_id from privacy.account_deletion d
  where d.state = 'executing'
    and d.account_id = nullif(current_setting('accord.deletes_account', true), '')::uuid
    and d.account_id = nullif(current_setting('accord.account_id', true), '')::uuid
$$;

-- The owner of the tables deletes rows of that account alone, of tables that only grow too.
create function storage.leaving_rows(target regclass) returns void language plpgsql as $$
begin
  execute format(
    'create policy leaving_rows on %s for delete to %I using (account_id = (select storage.account_being_deleted()))',
    target, current_user);
end $$;

create or replace function storage.account_table(target text, privileges text) returns void
language plpgsql as $$
declare
  relation constant regclass := target::regclass;
  here constant text :=
    '(account_id = (select nullif(current_setting(''accord.account_id'', true), '''')::uuid))';
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy account_rows on %s for all to accord_app using %s with check %s',
    relation, here, here);
  perform storage.owner_reads(relation);
  perform storage.leaving_rows(relation);
  execute format('grant %s on table %s to accord_app', privileges, relation);
end $$;

do $$
declare each regclass;
begin
  for each in
    select c.oid::regclass from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
    where c.relkind = 'r' and c.relforcerowsecurity
      and c.oid <> 'privacy.account_deletion'::regclass
  loop
    perform storage.leaving_rows(each);
  end loop;
end $$;

create or replace function storage.refuse_change() returns trigger language plpgsql as $$
begin
  -- Whoever owns the table, in the deletion of one account: the policy keeps it to that account.
  if tg_op = 'DELETE' and coalesce(current_setting('accord.deletes_account', true), '') <> ''
    and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'USAGE')
  then
    return null;
  end if;
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name;
end $$;

-- Some rows of the account in one table; how many there were. Refused unless its deletion is under
-- way: the roles of the server may not delete these rows themselves.
create function privacy.delete_rows(target text, account uuid, at_most integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  relation constant regclass := target::regclass;
  gone bigint;
begin
  perform set_config('accord.deletes_account', account::text, true);
  if storage.account_being_deleted() is distinct from account
    or relation = 'privacy.account_deletion'::regclass
  then
    raise exception 'no deletion of this account is under way';
  end if;
  -- A place counts within one partition, where a table has them.
  if (select relkind from pg_class where oid = relation) = 'p' then
    execute format(
      'delete from %s where (tableoid, ctid) in (select tableoid, ctid from %s where account_id = $1 limit $2)',
      relation, relation) using account, at_most;
  else
    execute format(
      'delete from %s where ctid = any(array(select ctid from %s where account_id = $1 limit $2))',
      relation, relation) using account, at_most;
  end if;
  get diagnostics gone = row_count;
  perform set_config('accord.deletes_account', '', true);
  return gone;
end $$;

-- Users who have no other account, and their choices; whoever manages the installation stays.
-- What the others remember of the account goes.
create function privacy.delete_users(account uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  leaving uuid[];
begin
  perform set_config('accord.deletes_account', account::text, true);
  if storage.account_being_deleted() is distinct from account then
    raise exception 'no deletion of this account is under way';
  end if;
  perform set_config('accord.deletes_account', '', true);
  leaving := array(
    select m.user_id from accounts.membership m
    join accounts."user" u on u.user_id = m.user_id
    where m.account_id = account and u.staff_role is null
      and not exists (select from accounts.membership other
        where other.user_id = m.user_id and other.account_id <> account));
  update accounts."user" set last_account_id = null where last_account_id = account;
  delete from accounts.code where user_id = any(leaving);
  delete from notifications.choice where user_id = any(leaving);
  delete from notifications.seen where user_id = any(leaving);
  perform set_config('accord.deletes_account', account::text, true);
  delete from accounts.session where account_id = account;
  delete from accounts.membership where account_id = account;
  perform set_config('accord.deletes_account', '', true);
  delete from accounts."user" where user_id = any(leaving);
  return cardinality(leaving);
end $$;

-- Mails about the account, but for those that tell of its end.
create function privacy.delete_mails(account uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone bigint;
begin
  perform set_config('accord.deletes_account', account::text, true);
  if storage.account_being_deleted() is distinct from account then
    raise exception 'no deletion of this account is under way';
  end if;
  perform set_config('accord.deletes_account', '', true);
  delete from notifications.mail where for_account = account;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Work that the queue still holds for the account.
create function jobs.forget_account(account uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone bigint;
begin
  if account is distinct from nullif(current_setting('accord.account_id', true), '')::uuid then
    raise exception 'the queue forgets the work of the account of the transaction alone';
  end if;
  delete from graphile_worker._private_jobs
  where payload->>'accountId' = account::text and locked_by is null;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke all on function storage.account_being_deleted(), storage.leaving_rows(regclass),
  privacy.delete_rows(text, uuid, integer), privacy.delete_users(uuid), privacy.delete_mails(uuid),
  jobs.forget_account(uuid) from public;
grant execute on function privacy.delete_rows(text, uuid, integer), privacy.delete_users(uuid),
  privacy.delete_mails(uuid), jobs.forget_account(uuid) to accord_app;
grant create on schema jobs to accord_jobs;
alter function jobs.forget_account(uuid) owner to accord_jobs;
revoke create on schema jobs from accord_jobs;
