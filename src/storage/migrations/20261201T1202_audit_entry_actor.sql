-- The journal by who did it: one actor's entries, newest first, and who has done anything at all.
create index entry_actor on audit.entry (account_id, actor, id);
