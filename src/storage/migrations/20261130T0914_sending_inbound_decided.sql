-- What decided what a reply means is kept with it, so that it is never explained by a later reader.
-- The words that weighed are sealed with the reply. Null for those from before.
alter table sending.inbound
  add column decided_by text check (decided_by in ('keyword', 'signs', 'model', 'nothing')),
  -- How sure the model was, of one, and which one it was.
  add column decided_score real,
  add column decided_model text;
