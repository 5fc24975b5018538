-- Few terms were overruled: they are counted without reading the others.
create index terms_overruled on sending.terms (account_id, made_at) where override_by is not null;
