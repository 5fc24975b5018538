-- Contacts are found by their import, their département and their country, and shown by their last
-- change: a page of few among a million reads as many rows as it shows.
create index contact_import on contacts.contact (account_id, import_id, id)
  where import_id is not null;
create index contact_postcode_area on contacts.contact (account_id, postcode_area, id)
  where postcode_area is not null;
create index contact_country on contacts.contact (account_id, country, id);
create index contact_change on contacts.contact (account_id, updated_at, id);
