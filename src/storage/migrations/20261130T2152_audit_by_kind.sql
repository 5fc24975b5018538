-- The journal is read by sorts of deeds: of a rare one a page must not read the whole journal.
create index entry_action on audit.entry (account_id, action, id);
