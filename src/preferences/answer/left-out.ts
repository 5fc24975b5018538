// What the tables of an answer leave out, each with its reason: a column that is not here is shown.

/** Whose rows they are is the same in all. */
export const leftOutEverywhere: ReadonlySet<string> = new Set(['account_id'])

const sealed = 'encrypted; what it says stands opened further up'
const tag = 'a keyed mark of your number or of a code, which says nothing outside this server'
const mac = 'a check sum under a key of the server, so that nobody changes the row unseen'

/** By table and column. */
export const leftOutColumns: Readonly<Record<string, string>> = {
  'contacts.contact.sealed': sealed,
  'contacts.contact.number_tag': tag,
  'contacts.contact.suppression_tag': tag,
  'contacts.contact.email_tag': tag,
  'contacts.contact.reference_tag': tag,
  'consent.entry_body.body_sealed': sealed,
  'consent.entry.link': mac,
  'consent.document.body_sealed': 'the document itself, which your page gives you as a file',
  'consent.state.mac': mac,
  'consent.other_legal_basis.mac': mac,
  'consent.withdrawn_number.tag': tag,
  'consent.suppression.tag': tag,
  'sensitive.value.sealed': sealed,
  'sensitive.value.column_tag': tag,
  'sending.message.body_sealed': sealed,
  'sending.message.number_tag': tag,
  'sending.inbound.body_sealed': sealed,
  'sending.inbound.number_tag': tag,
  'sending.dead_number.number_tag': tag,
  'sending.dead_number_try.number_tag': tag,
  'preferences.page_link.link_tag': tag,
  'preferences.request.reason_sealed': sealed,
  'preferences.request.told_sealed': sealed,
  'preferences.request_step.text_sealed': sealed,
  'preferences.request_file.sealed': 'your letter itself, or an earlier answer to you',
}

/** Whole tables whose rows lead to a person, or to their messages. */
export const leftOutTables: Readonly<Record<string, string>> = {
  'accountability.entry': 'assessments, training and counsel of the account, about its own work',
  'disclosure.account_breach_step':
    'the account’s own record of breaches, in which nobody is named',
  'privacy.person_erasure': 'whoever was erased, of whom nothing is left to answer',
  'privacy.erased_person': 'whoever was erased, of whom nothing is left to answer',
  'privacy.erasure_link': 'whoever was erased, of whom nothing is left to answer',
  'audit.entry': 'who looked at your data stands in a part of its own, without names',
  'vault.tail': 'the keys under which your data is encrypted: whoever has them reads everything',
  'preferences.request_asker':
    'people who asked and are no contact: once you are known, what you gave then is destroyed',
  'preferences.answer_code': 'the codes by which an answer is opened live fifteen minutes',
  'preferences.pending': 'a form that waits for its code: fifteen minutes, and nobody is known yet',
  'preferences.keyword_pending': 'a question that waits for its answer: one day, by a keyed mark',
  'campaigns.test_number': 'phones of the staff of the account on which texts are tried',
  'sending.queue': 'what waits to leave; each message stands further up with its state',
  'sending.bundle': 'what waits to leave, a hundred in a row',
  'sending.intent': 'what is leaving at this moment; each message stands further up',
  'sending.unsettled': 'what waits for its receipt, by a keyed mark',
  'sending.unmatched_receipt': 'receipts of nobody that we know',
  'sending.reply_tag': 'to which message a reply may belong, by a keyed mark',
  'sending.failed_receipt': 'receipts that wait to be counted',
}
