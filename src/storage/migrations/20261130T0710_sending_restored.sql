-- A database that is put back to an earlier moment would send again what left after it. How many
-- slices were claimed on each bind is counted here and written beside the keys before a slice leaves:
-- what stands there and not here was sent by a database that is gone. The row of the nil route counts
-- moments: it moves every few seconds, so that a database that is older, and has forgotten nothing
-- but a STOP, is known as such too.
create table sending.claim_count (
  route_id uuid not null,
  bind smallint not null,
  claims bigint not null,
  primary key (route_id, bind)
) with (fillfactor = 50);
grant select, insert, update on sending.claim_count to accord_engine;

-- Found at a start, or asked for: while one is not released nothing is claimed, by any node.
create table sending.restoration (
  id uuid primary key,
  why text not null check (why in ('behind', 'copied', 'unmarked', 'asked')),
  found_at timestamptz not null,
  -- The greatest id of a message that may have been accepted before: by it, whatever clocks say.
  through_id uuid not null,
  -- From the first to the last that the marks know of and this database does not.
  gap_from timestamptz,
  gap_to timestamptz,
  slices bigint not null,
  messages bigint not null,
  -- The marks do not reach back to where this database ends.
  is_at_least boolean not null,
  -- By account: how many messages left that this database does not know of.
  by_account jsonb not null,
  released_at timestamptz,
  released_by text,
  -- What became of that which waited from before: ended, or sent all the same.
  waiting text check (waiting in ('end', 'send')),
  ended bigint not null default 0,
  -- From when advertising leaves again.
  marketing_at timestamptz
);
create unique index restoration_open on sending.restoration ((true)) where released_at is null;
grant select, insert, update on sending.restoration to accord_engine;

-- What a slice from before a restoration was taken from may not be put back into the queue.
grant update (may_repeat) on sending.intent to accord_engine;
