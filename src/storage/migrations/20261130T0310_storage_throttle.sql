-- The one throttle: how often a door was asked for by whom, counted before what it guards is done.
-- `key` is a SHA-256 of the door and of who asks: no name, address or number stands here in clear.
create table storage.throttle (
  key bytea primary key check (octet_length(key) = 32),
  taken bigint not null check (taken > 0),
  -- When all turns are given back; set by the first that was taken.
  ends_at timestamptz not null,
  -- What the last one who asked was told: a refusal writes this and nothing else.
  was_allowed boolean not null
);
create index throttle_ends on storage.throttle (ends_at);
select storage.room_schema('storage');
select storage.installation_table('storage.throttle', 'select, insert, update, delete');
-- The engine asks at no door.
revoke select on storage.throttle from accord_engine;
