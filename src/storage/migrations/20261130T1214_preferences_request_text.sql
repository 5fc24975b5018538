-- What somebody wrote of what is wrong in their data; sealed with their own key, like the answer.
alter table preferences.request add column told_sealed bytea;
