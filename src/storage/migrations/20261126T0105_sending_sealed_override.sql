-- Why an alert that reads like advertising is none: somebody may name a person there, so the words
-- are sealed from here on; the table refuses them in clear. Rows that have them keep them.
alter table sending.terms add column override_sealed bytea;
alter table sending.terms add constraint override_is_sealed check (override_reason is null) not valid;
