-- Suppliers that carried messages of an account that is deleted: told how, and what they answered.
-- The rows stay with the record of the deletion, and go with it.
create table privacy.account_recipient (
  account_id uuid not null,
  deletion_id uuid not null,
  recipient_id uuid not null,
  -- Names what is told, also to the supplier: it leads to nobody.
  notice_id uuid not null unique,
  account_number integer not null,
  name text not null,
  country text not null,
  way text not null check (way in ('mail', 'staff', 'own', 'not_kept')),
  address text,
  people integer not null,
  noted_at timestamptz not null,
  -- By what the supplier finds the messages: the account's name, senders, days. Sealed for the
  -- installation, since the account has no keys any more; emptied with the answer.
  telling_sealed bytea,
  telling_until timestamptz,
  mail_id uuid,
  told_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('erased', 'nothing_held', 'kept_by_law', 'refused', 'none')),
  done_on date,
  note text,
  primary key (account_id, deletion_id, recipient_id)
);
create index account_recipient_open on privacy.account_recipient (noted_at, notice_id)
  where answer is null and way in ('mail', 'staff');
create index account_recipient_telling on privacy.account_recipient (telling_until)
  where telling_sealed is not null;
create index account_recipient_mail on privacy.account_recipient (noted_at) where mail_id is not null;
select storage.account_table('privacy.account_recipient', 'select, insert, update');
-- It outlives the account.
drop policy leaving_rows on privacy.account_recipient;
-- Staff tell the suppliers and note what they answer, and what is over goes.
select storage.engine_access('privacy.account_recipient', 'select, update, delete');
