-- Who looked at what, who changed what: rows that are only ever added.

create schema if not exists audit;
select storage.room_schema('audit');

create table audit.entry (
  account_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'token', 'system')),
  -- The user's or token's id, or the name of the part of the program.
  actor text not null,
  action text not null,
  subject_id uuid,
  -- What somebody wrote, so it may name a person: sealed under the account's key.
  reason_sealed bytea,
  details jsonb not null,
  trace_id text not null,
  primary key (account_id, id)
);
create index entry_subject on audit.entry (account_id, subject_id, id)
  where subject_id is not null;
select storage.account_table('audit.entry', 'select, insert');
select storage.append_only('audit.entry');
