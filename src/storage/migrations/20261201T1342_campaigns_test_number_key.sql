-- A telephone on which texts are tried may be a contact's as well: number and name are sealed under a
-- key of their own, which goes with the row. Null: of versions before, until the upkeep comes by.
alter table campaigns.test_number
  add column number_key uuid,
  add column name_sealed bytea,
  alter column name drop not null,
  add check (name is not null or name_sealed is not null),
  add check ((number_key is null) = (name_sealed is null));
