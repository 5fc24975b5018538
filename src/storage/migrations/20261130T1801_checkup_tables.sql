-- What the self-check found, day by day, so that it can be shown later; nothing of a person.
create schema if not exists checkup;
select storage.room_schema('checkup');

-- The last time that was measured on each day (UTC).
create table checkup.day (
  day date primary key,
  at timestamptz not null,
  is_server_seen boolean not null,
  -- Of each check: its name, its result, and the figures of its sentence.
  findings jsonb not null
);
select storage.installation_table('checkup.day', 'select, insert, update, delete');

-- What the npm registry said when it was last asked about the installed packages.
create table checkup.package_answer (
  one boolean primary key default true check (one),
  at timestamptz not null,
  severe text[] not null,
  other integer not null
);
select storage.installation_table('checkup.package_answer', 'select, insert, update');
