-- What somebody wrote of a person in the journal goes with that person: it is sealed under their key.

-- Whose key seals the reason; null: the account's, or there is none. A reason that is gone while
-- this names somebody went with them. The journal names no asker who is no contact: their request's
-- key stands here alone.
alter table audit.entry add column reason_key uuid;

-- Of versions before: sealed under the account's key, until the upkeep has been through them.
create index entry_reason_unmoved on audit.entry (account_id, id)
  where reason_key is null and reason_sealed is not null
    and (subject_id is not null
      or starts_with(action, 'preferences.') and details ? 'requestId');
-- Of requests of people who were no contact: few, and they change hands when they are tied to one.
create index entry_reason_of_asker on audit.entry (account_id, reason_key)
  where subject_id is null and reason_key is not null;

create policy reasons_sealed on audit.entry for update to current_user
  using (account_id = (select storage.account_being_trimmed()))
  with check (account_id = (select storage.account_being_trimmed()));
-- As before, and one thing more may change: under which key a reason stands.
create function audit.refuse_change() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  -- Whoever owns the table, in the deletion of one account or of what is past its period there, or
  -- in audit.seal_reasons: the policies keep it to that account.
  if tg_op in ('DELETE', 'UPDATE')
    and coalesce(nullif(current_setting('accord.deletes_account', true), ''),
      current_setting('accord.trims_account', true), '') <> ''
    and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'USAGE')
  then
    return null;
  end if;
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name;
end $$;
revoke all on function audit.refuse_change() from public;
drop trigger only_grows on audit.entry;
create trigger only_grows before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();

-- Seals the reasons of these entries under the keys of the people they are about; null: it is gone
-- with them. What stands under a person's key already stays as it is, but of askers, who may turn
-- out to be a contact. Nothing else of an entry changes, whoever asks.
create function audit.seal_reasons(account uuid, ids uuid[], keys uuid[], sealed bytea[])
returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moved bigint;
begin
  perform set_config('accord.trims_account', account::text, true);
  if storage.account_being_trimmed() is distinct from account then
    raise exception 'reasons of the account of the transaction alone may be sealed anew';
  end if;
  update audit.entry e set reason_key = given.key, reason_sealed = given.sealed
    from unnest(ids, keys, sealed) as given (id, key, sealed)
    where e.account_id = account and e.id = given.id and given.key is not null
      and e.reason_sealed is not null
      and (e.subject_id = given.key and e.reason_key is null
        or e.subject_id is null and starts_with(e.action, 'preferences.')
          and e.details ? 'requestId');
  get diagnostics moved = row_count;
  perform set_config('accord.trims_account', '', true);
  return moved;
end $$;
revoke all on function audit.seal_reasons(uuid, uuid[], uuid[], bytea[]) from public;
grant execute on function audit.seal_reasons(uuid, uuid[], uuid[], bytea[]) to accord_app;
