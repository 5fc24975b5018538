-- The masked rows and cells that a mapping is chosen by go with the file: they are a copy of people's
-- data which the erasure of a person does not reach. `shown_deleted_at`: since when they are gone.
alter table intake.import add column shown_deleted_at timestamptz;
create index import_still_shown on intake.import (account_id, import_id)
  where file_deleted_at is not null and shown_deleted_at is null;
