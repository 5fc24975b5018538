-- Until the server knows how different the people of sending.message are, it looks for a thousand of them
-- by any index that the account begins, and reads the whole campaign for each page of it: the first
-- campaign of an installation took three times as long. Only an owner may ask for statistics, so that
-- the engine does it through this; later ones come by the server itself as the table grows.
create function sending.learn_messages() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select reltuples from pg_class where oid = 'sending.message'::regclass) < 1000 then
    analyze sending.message;
  end if;
end $$;
revoke all on function sending.learn_messages() from public;
grant execute on function sending.learn_messages() to accord_engine;
