-- A word with which somebody asks for their data is no conversation: it makes nothing more to protect.
alter table sending.inbound add column asks_for_data boolean not null default false;

-- A number that works again, and fails later for another reason, may still have changed hands.
alter table sending.dead_number add column nobodys_since timestamptz;
