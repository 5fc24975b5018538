-- An integrator asks for its message by the reference it gave. Only messages that have one are in
-- here: campaigns have none, so that their rows still cost no place of this index.
create index message_by_reference on sending.message (account_id, reference, id)
where reference is not null;
