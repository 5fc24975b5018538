-- Who received data of erased people is told: how, about how many, until when the numbers are kept
-- for it, and what they answered.
alter table privacy.erasure_recipient
  drop constraint erasure_recipient_answer_check,
  add constraint erasure_recipient_answer_check
    check (answer in ('erased', 'nothing_held', 'kept_by_law', 'refused', 'none')),
  -- Names what is told, also to the recipient: it leads to nobody.
  add column notice_id uuid not null default gen_random_uuid(),
  -- mail: it left by itself; staff: on a page of theirs, or by letter; own: the installation itself;
  -- not_kept: it keeps numbers for a shorter time than has passed.
  add column way text not null default 'not_kept' check (way in ('mail', 'staff', 'own', 'not_kept')),
  add column address text,
  add column people integer not null default 1,
  add column noted_at timestamptz not null default '2026-01-01T00:00:00Z',
  -- The numbers to be erased there, sealed under a key of their own; it is destroyed with the answer.
  add column numbers_sealed bytea,
  add column numbers_key uuid,
  add column numbers_until timestamptz,
  add column mail_id uuid,
  -- When they erased, as they say, and why they did not.
  add column done_on date,
  add column note text;
alter table privacy.erasure_recipient
  alter column notice_id drop default, alter column way drop default,
  alter column people drop default, alter column noted_at drop default;
create unique index erasure_recipient_notice on privacy.erasure_recipient (notice_id);
create index erasure_recipient_open on privacy.erasure_recipient (noted_at, notice_id)
  where answer is null and way in ('mail', 'staff');
create index erasure_recipient_numbers on privacy.erasure_recipient (account_id, numbers_until)
  where numbers_sealed is not null;
-- Whoever manages the installation tells the suppliers of all accounts; the numbers themselves are
-- read in their account alone.
select storage.engine_access('privacy.erasure_recipient', 'select');
revoke select on privacy.erasure_recipient from accord_engine;
grant select (account_id, erasure_id, recipient_id, notice_id, kind, name, country, way, address,
  people, noted_at, numbers_key, numbers_until, mail_id, told_at, answered_at, answer, done_on, note)
  on privacy.erasure_recipient to accord_engine;
