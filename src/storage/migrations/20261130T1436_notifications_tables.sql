-- What users are told of on screen and by e-mail, what each of them has switched off, and the mails.
create schema if not exists notifications;
select storage.room_schema('notifications');

-- One row a thing and step of an account. It says nothing of a contact.
create table notifications.notice (
  account_id uuid not null,
  -- Made of the account, the kind, the thing and its step: told twice it is the same row.
  notice_id uuid not null,
  kind text not null,
  -- The thing that it leads to; null where a screen of its own lists what is meant.
  about uuid,
  -- Counts, days and what a campaign is called.
  details jsonb not null,
  -- Whose act it was: that user is not told of it.
  by_user uuid,
  -- Whom alone it concerns; null: all whose rights cover it.
  for_user uuid,
  at timestamptz not null,
  primary key (account_id, notice_id)
);
create index notice_newest on notifications.notice (account_id, at desc, notice_id desc);
select storage.account_table('notifications.notice', 'select, insert, delete');

-- The same for whoever manages the installation.
create table notifications.staff_notice (
  notice_id uuid primary key,
  kind text not null,
  about uuid,
  details jsonb not null,
  at timestamptz not null
);
create index staff_notice_newest on notifications.staff_notice (at desc, notice_id desc);
select storage.installation_table('notifications.staff_notice', 'select, insert, delete');

-- What a user has read.
create table notifications.seen (
  user_id uuid not null,
  notice_id uuid not null,
  seen_at timestamptz not null,
  primary key (user_id, notice_id)
);
create index seen_at on notifications.seen (seen_at);
select storage.installation_table('notifications.seen', 'select, insert, delete');

-- What a user has switched; without a row both are on.
create table notifications.choice (
  user_id uuid not null,
  kind text not null,
  on_screen boolean not null,
  by_mail boolean not null,
  primary key (user_id, kind)
);
select storage.installation_table('notifications.choice', 'select, insert, update, delete');

-- Each mail that leaves, or that would have left from a trial account without a mail server.
create table notifications.mail (
  mail_id uuid primary key,
  -- For a user of this account; null: for whoever manages the installation. Mails are the
  -- installation's own, as its users are.
  for_account uuid,
  -- Whom it goes to and what it says, sealed; gone once it has left or is given up.
  content_sealed bytea,
  language text not null check (language in ('fr', 'en')),
  -- Kept: nothing is configured that could send it, so it is shown on a screen.
  state text not null check (state in ('waiting', 'sent', 'failed', 'kept')),
  times_tried smallint not null default 0,
  -- A word of our own and the server's three digits, never its sentence, which may quote an address.
  last_error text,
  last_status smallint,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index mail_newest on notifications.mail (created_at desc, mail_id desc);
create index mail_kept on notifications.mail (for_account, created_at desc, mail_id desc)
  where state = 'kept';
create index mail_by_state on notifications.mail (state, created_at desc, mail_id desc);
select storage.installation_table('notifications.mail', 'select, insert, update, delete');
