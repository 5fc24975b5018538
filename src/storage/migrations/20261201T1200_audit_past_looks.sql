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
    'preferences.desk_opened', 'preferences.request_letter_opened', 'preferences.request_revealed',
    'privacy.account_exported', 'privacy.notice_read', 'receipts.exported', 'receipts.shown',
    'sending.conversation_revealed', 'sending.message_revealed', 'sending.reply_revealed',
    'sending.sandbox_handset_shown', 'sensitive.values_shown')
$$;

select storage.past_rows('audit.entry');

-- Of these entries, those that are looks from before that moment; how many there were.
create function audit.delete_looks(account uuid, ids uuid[], before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint;
begin
  perform set_config('accord.trims_account', account::text, true);
  if storage.account_being_trimmed() is distinct from account then
    raise exception 'looks of the account of the transaction alone may go';
  end if;
  delete from audit.entry e
    where e.account_id = account and e.id = any(ids) and e.at < before and audit.is_look(e.action);
  get diagnostics gone = row_count;
  perform set_config('accord.trims_account', '', true);
  return gone;
end $$;

revoke all on function audit.is_look(text), audit.delete_looks(uuid, uuid[], timestamptz) from public;
grant execute on function audit.is_look(text), audit.delete_looks(uuid, uuid[], timestamptz)
  to accord_app;
