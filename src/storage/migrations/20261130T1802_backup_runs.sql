-- Backups and drills as they ran: what became of each, and what a drill counted.
create schema if not exists backup;
select storage.room_schema('backup');

create table backup.run (
  run_id uuid primary key,
  kind text not null check (kind in ('backup', 'drill')),
  -- Who asked: the clock, somebody on the screen, or the command line.
  trigger text not null check (trigger in ('schedule', 'staff', 'command_line')),
  state text not null check (state in ('running', 'done', 'failed')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- The code of the error, whose sentence says what to do.
  reason text,
  -- The id of the backup that was made or tried, as its folder names it.
  backup_id text,
  -- Counts and times; nobody's data.
  found jsonb not null default '{}'
);
create index run_newest on backup.run (begun_at desc);
create index run_of_kind on backup.run (kind, begun_at desc);
select storage.installation_table('backup.run', 'select, insert, update, delete');
