-- Reading a campaign needs a right of its own: whoever could prepare or approve one read it before.
alter table accounts.token no force row level security;
update accounts.token set rights = array_append(rights, 'campaigns.read')
where rights && array['campaigns.prepare', 'campaigns.approve']
  and not 'campaigns.read' = any(rights);
alter table accounts.token force row level security;
