-- How long an account keeps the texts of messages and replies (R-1101), since when it has been told, and
-- up to where they are emptied. Nothing is before `erases_from`.
create table sending.text_keeping (
  account_id uuid not null primary key,
  days smallint not null check (days between 1 and 365),
  told_at timestamptz not null,
  erases_from timestamptz not null,
  messages_through uuid,
  replies_through uuid,
  erased bigint not null default 0,
  erased_at timestamptz
);
select storage.account_table('sending.text_keeping', 'select, insert, update');
