-- One row a person who wrote: what waits there, for whom, and whether it is done. It is kept with each
-- reply, so that the inbox is read by its index whatever the number of replies and messages.
create table sending.conversation (
  account_id uuid not null,
  -- That of the person's first reply.
  id uuid not null,
  subject_id uuid not null,
  contact_id uuid,
  last_reply_id uuid not null,
  last_at timestamptz not null,
  -- A doubtful reply waits to be read.
  undecided boolean not null,
  done_at timestamptz,
  assigned_to uuid,
  primary key (account_id, id),
  check (not undecided or done_at is null)
);
create unique index conversation_by_subject on sending.conversation (account_id, subject_id);
-- As they are listed: what is to be decided first, then the newest.
create index conversation_open on sending.conversation (account_id, undecided, last_at, id)
  where done_at is null;
create index conversation_done on sending.conversation (account_id, last_at, id)
  where done_at is not null;
create index conversation_mine
  on sending.conversation (account_id, assigned_to, undecided, last_at, id)
  where done_at is null and assigned_to is not null;

-- A person's replies in their order.
create index inbound_in_order on sending.inbound (account_id, subject_id, id);
drop index sending.inbound_by_subject;

-- What users wrote back. The message names this row by its reference, so that neither is without
-- the other once both are there.
create table sending.inbox_answer (
  account_id uuid not null,
  id uuid not null,
  reply_id uuid not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (account_id, id)
);
create index inbox_answer_by_reply on sending.inbox_answer (account_id, reply_id, id);
select storage.account_table('sending.inbox_answer', 'select, insert');

-- Those who wrote before. A STOP alone waits for nobody.
insert into sending.conversation (account_id, id, subject_id, contact_id, last_reply_id, last_at,
  undecided, done_at)
select account_id, (array_agg(id order by id))[1], subject_id,
  (array_agg(contact_id order by id desc))[1], (array_agg(id order by id desc))[1],
  max(received_at), bool_or(needs_review and reviewed_at is null),
  case when bool_and(kind = 'stop' or reviewed_at is not null) then max(received_at) end
from sending.inbound
where contact_id is not null
group by account_id, subject_id;
select storage.account_table('sending.conversation', 'select, insert, update, delete');
