-- What tells of a look at people's data goes once its period is over. All else of the journal only
-- grows, whoever asks.

-- Which deeds are looks: the same as in the program, which a test compares. A new one needs a
-- migration that replaces this function.
create function audit.is_look(action text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select action in (
    'campaigns.text_read', 'consent.document_opened', 'contacts.all_names_searched',
    'contacts.exported', 'contacts.names_searched', 'contacts.numbers_asked', 'contacts.revealed',
    'contacts.values_counted', 'intake.rejects_downloaded', 'preferences.copy_taken',
    'preferences.desk_opened', 'preferences.request_asker_shown',
    'preferences.request_letter_opened', 'preferences.request_revealed',
    'privacy.account_exported', 'privacy.notice_read', 'receipts.exported', 'receipts.shown',
    'sending.conversation_revealed', 'sending.message_revealed', 'sending.reply_revealed',
    'sending.sandbox_handset_shown', 'sensitive.values_shown')
$$;

select storage.past_rows('audit.entry');

-- A test that lives in another year replaces it as the owner of the schema; no role of the server can.
create function audit.looks_judged_at() returns timestamptz
language sql stable set search_path = pg_catalog, pg_temp as $$ select now() $$;

-- Before when looks of the account may go, whatever the server asks: by the account's period within
-- the bounds, six months at least, and nothing in the thirty days in which it is told. Else null.
create function audit.looks_end(account uuid) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := audit.looks_judged_at();
  kept smallint;
begin
  select greatest(6, least(coalesce(b.longest_months, 36),
      greatest(coalesce(b.shortest_months, 6), p.months)))
    into kept
    from retention.period p left join retention.bound b on b.kind = p.kind
    where p.account_id = account and p.kind = 'looks'
      and at >= greatest(p.erases_from, b.changed_at + interval '30 days');
  return (at at time zone 'UTC' - make_interval(months => kept)) at time zone 'UTC';
end $$;

-- Of these entries, those that are looks from before that moment and past the account's period; how
-- many there were. A server that asks wrongly, or is not itself any more, removes no young trace.
create function audit.delete_looks(account uuid, ids uuid[], before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ends timestamptz;
  gone bigint;
begin
  perform set_config('accord.trims_account', account::text, true);
  if storage.account_being_trimmed() is distinct from account then
    raise exception 'looks of the account of the transaction alone may go';
  end if;
  ends := audit.looks_end(account);
  delete from audit.entry e
    where e.account_id = account and e.id = any(ids) and e.at < before and e.at < ends
      and audit.is_look(e.action);
  get diagnostics gone = row_count;
  perform set_config('accord.trims_account', '', true);
  return gone;
end $$;

revoke all on function audit.is_look(text), audit.looks_judged_at(), audit.looks_end(uuid),
  audit.delete_looks(uuid, uuid[], timestamptz) from public;
grant execute on function audit.is_look(text), audit.delete_looks(uuid, uuid[], timestamptz)
  to accord_app;
