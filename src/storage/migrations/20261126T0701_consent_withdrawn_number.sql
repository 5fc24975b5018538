-- A withdrawal outlives the person's erasure, as an objection does: re-created from an old file, the
-- same number is asked again only by an act of its own. Keyed like a suppression, so that it names
-- nobody, and narrower than one: one entity, one channel, one purpose; it holds the month only, as that does.
create table consent.withdrawn_number (
  account_id uuid not null,
  tag bytea not null check (octet_length(tag) = 16),
  controller_id uuid not null,
  channel text not null,
  purpose text not null,
  since_month date not null,
  primary key (account_id, tag, controller_id, channel, purpose)
);
select storage.account_table('consent.withdrawn_number', 'select, insert, delete');
