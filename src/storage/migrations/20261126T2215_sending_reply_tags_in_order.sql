-- Tags of replies are written as they come: of two messages to one number the later counts, which is
-- seen when a reply asks. A key that holds each number once cost as much again as the row: the server
-- looks before it writes, writes in doubt, and writes down that the doubt is over.
alter table sending.reply_tag drop constraint reply_tag_pkey;
create index reply_tag_by_tag on sending.reply_tag (batch_id, tag);
revoke update on sending.reply_tag from accord_engine;
