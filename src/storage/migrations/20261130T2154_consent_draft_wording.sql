-- A wording that is still a draft can be deleted. One that was published stays, since consents name
-- its exact words: only with its whole account does it go.
create policy only_drafts on consent.wording as restrictive for delete to accord_app
  using (state = 'draft');
grant delete on table consent.wording to accord_app;
