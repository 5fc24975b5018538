-- Whoever was erased after the texts of their messages had gone by their own period kept the tag of
-- their number and the id of their contact on these rows: both go, as with every other erasure.
alter table sending.message no force row level security;
update sending.message m set contact_id = null, number_tag = uuid_send(gen_random_uuid())
where m.contact_id is not null and m.body_sealed is null and not exists (
  select from contacts.contact c where c.account_id = m.account_id and c.id = m.contact_id);
alter table sending.message force row level security;

alter table sending.inbound no force row level security;
update sending.inbound i set contact_id = null, needs_review = false,
  number_tag = uuid_send(gen_random_uuid())
where i.contact_id is not null and i.body_sealed is null and not exists (
  select from contacts.contact c where c.account_id = i.account_id and c.id = i.contact_id);
alter table sending.inbound force row level security;
