-- The picture that an account shows at the head of its forms and of people's pages: public, like the
-- name beside it. It is found by its own SHA-256, so that a browser may keep it for ever.
create table preferences.logo (
  account_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  width smallint not null check (width between 1 and 1000),
  height smallint not null check (height between 1 and 1000),
  picture bytea not null check (octet_length(picture) <= 100000),
  added_at timestamptz not null,
  primary key (account_id)
);
-- Two accounts may show the same picture.
create index logo_sha256 on preferences.logo (sha256);
select storage.account_table('preferences.logo', 'select, insert, update, delete');
select storage.engine_access('preferences.logo', 'select');
