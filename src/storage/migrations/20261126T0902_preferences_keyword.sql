-- A word that people send from their own handset to say yes (JOIN, OUI, START), and the wording that
-- stands beside it on the poster or the screen where they read it.
create table preferences.keyword (
  account_id uuid not null,
  keyword_id uuid not null,
  -- On which route's number it is heard.
  route_id uuid not null,
  word text not null,
  wording_id uuid not null,
  controller_id uuid not null,
  -- The exact words go to the handset first, and only its second yes counts.
  confirms boolean not null,
  sender text not null,
  state text not null check (state in ('open', 'closed')),
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (account_id, keyword_id)
);
select storage.account_table('preferences.keyword', 'select, insert, update');

-- Finds the account of a word that somebody sent: narrow, and about nobody. On one number a word is one
-- account's.
create table preferences.keyword_word (
  account_id uuid not null,
  route_id uuid not null,
  word text not null,
  keyword_id uuid not null,
  primary key (route_id, word)
);
select storage.account_table('preferences.keyword_word', 'select, insert, delete');
select storage.engine_access('preferences.keyword_word', 'select');

-- Who was sent the words and has not said the second yes; keyed, and gone within a day.
create table preferences.keyword_pending (
  account_id uuid not null,
  route_id uuid not null,
  number_tag bytea not null check (octet_length(number_tag) = 16),
  keyword_id uuid not null,
  expires_at timestamptz not null,
  primary key (account_id, route_id, number_tag)
);
create index keyword_pending_number on preferences.keyword_pending (route_id, number_tag);
select storage.account_table('preferences.keyword_pending', 'select, insert, update, delete');
select storage.engine_access('preferences.keyword_pending', 'select');
