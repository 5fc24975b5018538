-- Tags of replies in batches of time. An index over all of thirty days was written at a random place
-- for each message: with millions stored such a place is on a page of its own, written whole after
-- each checkpoint. Within a batch the places are near each other; a reply asks batch by batch. A
-- batch goes as a whole, so that nothing looks through millions of rows for the old ones.
create table sending.reply_batch (
  -- Milliseconds of its beginning × 1024 + chance: later batches stand to the right.
  id bigint primary key,
  route_id uuid not null,
  from_at timestamptz not null
);
create index reply_batch_by_route on sending.reply_batch (route_id);
grant select, insert, delete on sending.reply_batch to accord_engine;

alter table sending.reply_tag add column batch_id bigint;
insert into sending.reply_batch (id, route_id, from_at)
select row_number() over (order by route_id), route_id, max(submitted_at)
from sending.reply_tag group by route_id;
update sending.reply_tag t set batch_id = b.id from sending.reply_batch b
where b.route_id = t.route_id;
alter table sending.reply_tag
  drop constraint reply_tag_pkey,
  alter column batch_id set not null,
  drop column route_id;
alter table sending.reply_tag add primary key (batch_id, tag, account_id);
