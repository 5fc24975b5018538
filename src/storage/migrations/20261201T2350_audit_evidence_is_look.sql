-- Evidence of the ledger that is shown in clear is a look like any other: counted, told, and gone
-- after the same period.
create or replace function audit.is_look(action text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select action in (
    'campaigns.text_read', 'consent.document_opened', 'consent.evidence_disclosed',
    'contacts.all_names_searched', 'contacts.exported', 'contacts.held_revealed',
    'contacts.names_searched', 'contacts.numbers_asked', 'contacts.revealed',
    'contacts.values_counted', 'intake.rejects_downloaded', 'preferences.copy_taken',
    'preferences.desk_opened', 'preferences.request_asker_shown',
    'preferences.request_letter_opened', 'preferences.request_revealed',
    'privacy.account_exported', 'privacy.notice_read', 'receipts.exported', 'receipts.shown',
    'sending.conversation_revealed', 'sending.message_revealed', 'sending.reply_revealed',
    'sending.sandbox_handset_shown', 'sensitive.values_shown')
$$;
