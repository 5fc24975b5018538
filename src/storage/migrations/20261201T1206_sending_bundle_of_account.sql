-- The oldest that waits in the bundles of an account, however many wait there and in others: a list
-- of what waits ends with it. A bundle holds a hundred messages, so a message costs little of it.
create index bundle_of_account on sending.bundle (account_id, id);
