-- Whoever puts a message back as held locks the row that says so, until that is on disk: the end of
-- the pause waits for it, and then finds the message. PostgreSQL asks for "update" to lock a row.
grant update on table sending.held_campaign to accord_engine;
