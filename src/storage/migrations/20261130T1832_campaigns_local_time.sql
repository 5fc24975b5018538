-- A campaign may leave at the same time on the clock of each person, and not at one instant.
alter table campaigns.campaign add column send_at_local boolean not null default false;
