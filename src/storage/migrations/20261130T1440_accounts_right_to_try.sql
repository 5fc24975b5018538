-- Trying a text on a phone of the account is a right of its own now: whoever may send still may try.
alter table accounts.token no force row level security;
update accounts.token set rights = array_append(rights, 'texts.try')
  where 'messages.send' = any (rights) and not ('texts.try' = any (rights));
alter table accounts.token force row level security;
