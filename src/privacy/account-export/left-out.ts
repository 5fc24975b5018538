// What of an account stays out of its archive, and why: the archive tells each with its reason.
import type { LeftOutReason } from '../../words/index.ts'

type Names = Readonly<Partial<Record<LeftOutReason, string>>>

const tables: Names = {
  elsewhere:
    'sending.message sending.outcome consent.entry consent.entry_body ' +
    'consent.suppression sensitive.value',
  ledger:
    'consent.unsequenced consent.set_aside consent.sequenced consent.tree ' +
    'consent.suppression_log consent.suppression_head',
  keys: 'vault.account vault.page vault.tail vault.destruction',
  credential:
    'accounts.session accounts.idempotency preferences.answer_code preferences.page_link ' +
    'privacy.undo_link privacy.erasure_link',
  brief:
    'preferences.pending preferences.keyword_pending sending.queue sending.bundle ' +
    'sending.unsettled sending.failed_receipt sending.reply_tag sending.dead_number_try',
  tags: 'consent.withdrawn_number',
}

type LeftOut = ReadonlyMap<string, LeftOutReason>
const byName = (all: Names): LeftOut =>
  new Map(
    Object.entries(all).flatMap(([reason, names]) =>
      names.split(' ').map((name) => [name, reason as LeftOutReason] as const),
    ),
  )

export const leftOutTables: LeftOut = byName(tables)

const columns: Names = {
  elsewhere: 'sending.inbound.body_sealed',
  ledger: 'consent.state.mac consent.other_legal_basis.mac',
  credential:
    'accounts.invitation.code_hash accounts.token.token_hash campaigns.test_number.code_tag ' +
    'webhooks.endpoint.secret_sealed webhooks.endpoint.old_secret_sealed ' +
    'privacy.account_deletion.page_hash',
  fileNames: 'intake.import.file_name_sealed',
  brief:
    'privacy.account_recipient.telling_sealed privacy.erasure_recipient.numbers_sealed ' +
    'privacy.erasure_recipient.numbers_key',
  tags:
    'accounts.invitation.email_tag campaigns.test_number.number_tag contacts.contact.number_tag ' +
    'contacts.contact.suppression_tag contacts.contact.email_tag contacts.contact.reference_tag ' +
    'preferences.request_asker.number_tag preferences.request_asker.email_tag ' +
    'sending.dead_number.number_tag sending.inbound.number_tag',
}

/** `room.table.column`. */
export const leftOutColumns: LeftOut = byName(columns)

/** Bytes in clear that say something as they are: they stand in hexadecimal. */
export const hexColumns: ReadonlySet<string> = new Set(
  (
    'consent.document.sha256 consent.wording.sha256 disclosure.version.sha256 ' +
    'intake.import.file_sha256 intake.known_source.fingerprint preferences.logo.sha256 ' +
    'preferences.request_file.sha256 ' +
    'privacy.erased_person.link privacy.person_erasure.link privacy.person_erasure.commitment'
  ).split(' '),
)
