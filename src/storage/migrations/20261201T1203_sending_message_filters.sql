-- The messages of an account by class and by an end that is not the usual one, newest first, however
-- many there are beside them. What most messages are costs no place of these indexes.
create index message_alert on sending.message (account_id, id) where not is_marketing;
create index outcome_of_account on sending.outcome (account_id, state, message_id) include (reason)
where state <> 'delivered';
