-- The ground of every room's tables: helpers that give a table its row-level security and grants.
-- The roles accord_app, accord_engine and accord_jobs exist before the first migration runs.

revoke all on schema public from public;

create schema if not exists storage;

-- Who may enter a room's schema. Sequences follow, so that a serial column needs no grant of its own.
create function storage.room_schema(room text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to accord_app, accord_engine', room);
  execute format(
    'alter default privileges in schema %I grant usage on sequences to accord_app, accord_engine',
    room);
end $$;

-- The owner may read every row (an export of the whole installation); FORCE keeps it from the rest.
create function storage.owner_reads(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy owner_reads on %s for select to %I using (true)',
    target, current_user);
end $$;

-- A table of an account's data: accord_app sees the rows of the account that its transaction names,
-- and none without. The setting is read once a statement, not once a row.
create function storage.account_table(target text, privileges text) returns void
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
  execute format('grant %s on table %s to accord_app', privileges, relation);
end $$;

-- A narrow table without personal data in clear that work over all accounts needs. The policy counts
-- only where the table has row-level security; without it the engine may also COPY into the table.
create function storage.engine_access(target text, privileges text) returns void
language plpgsql as $$
declare
  relation constant regclass := target::regclass;
begin
  execute format(
    'create policy engine_rows on %s for all to accord_engine using (true) with check (true)',
    relation);
  execute format('grant %s on table %s to accord_engine', privileges, relation);
end $$;

-- A table of the whole installation: no account, no row-level security.
create function storage.installation_table(target text, privileges text) returns void
language plpgsql as $$
declare
  relation constant regclass := target::regclass;
begin
  execute format('grant %s on table %s to accord_app', privileges, relation);
  execute format('grant select on table %s to accord_engine', relation);
end $$;

-- A landing place for COPY, which PostgreSQL refuses on a table with row-level security. Its rows
-- carry account_id and a batch id, hold sealed values only, and leave with their batch.
create function storage.staging_table(target text) returns void language plpgsql as $$
begin
  execute format('grant select, insert, delete on table %s to accord_app', target::regclass);
end $$;

create function storage.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name;
end $$;

-- A table that only grows, also for somebody with more power than the server has.
create function storage.append_only(target text) returns void language plpgsql as $$
begin
  execute format(
    'create trigger only_grows before update or delete or truncate on %s '
    'for each statement execute function storage.refuse_change()', target::regclass);
end $$;

revoke all on all functions in schema storage from public;
