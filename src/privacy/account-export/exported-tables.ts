// What of an account goes into its archive, table by table, in which folder, and what is opened.
import type { ExportTheme } from '../../words/index.ts'

/** Under whose key a column is sealed, and the place that it is bound to. */
export type OpenedColumn = {
  by: 'account' | 'installation' | 'contact' | 'proof'
  /** The columns that name the row there, in their order. */
  row: readonly string[]
  /** The column that names whose key it is, and where that is empty, it is the account’s. */
  keyIn?: string
  /** Where the place bears another table's name. */
  table?: string
  /** A file of its own; else a cell. */
  as: 'text' | 'file'
}

export type ExportedTable = {
  theme: ExportTheme
  opened?: Readonly<Record<string, OpenedColumn>>
  /** A picture in clear: a file of its own, too. */
  files?: readonly string[]
  /** Rows without a key of their own: they are read with the rows that they belong to. */
  of?: { table: string; by: string }
  /** Only rows that another table of the account names as well, by the same column. */
  namedIn?: { table: string; by: string }
  /** So many rows at a time, where one may be large. */
  page?: number
}

const text = (
  by: OpenedColumn['by'],
  row: readonly string[],
  more: Partial<OpenedColumn> = {},
): OpenedColumn => ({ by, row, as: 'text', ...more })

const few = 20
/** One may be a scan of ten mebibytes. */
const single = 1

export const exportedTables: Readonly<Record<string, ExportedTable>> = {
  'accounts.account': { theme: 'settings' },
  'accounts.factor_rule': { theme: 'settings' },
  'accounts.token': { theme: 'settings' },
  'accounts.invitation': {
    theme: 'users',
    opened: {
      email_sealed: text('installation', ['invitation_id'], { table: 'accounts.user' }),
      name_sealed: text('installation', ['invitation_id'], { table: 'accounts.user' }),
    },
  },
  'accounts.membership': { theme: 'users' },
  'accounts.request_log': { theme: 'journal' },
  'audit.entry': {
    theme: 'journal',
    opened: { reason_sealed: text('contact', ['id'], { keyIn: 'reason_key' }) },
  },
  'billing.price': { theme: 'settings' },

  'campaigns.campaign': {
    theme: 'campaigns',
    page: few,
    opened: {
      content_sealed: text('account', ['id']),
      sheet_sealed: text('account', ['id']),
      next_sheet_sealed: text('account', ['id']),
    },
  },
  'campaigns.approval_request': {
    theme: 'campaigns',
    opened: { note_sealed: text('account', ['id']), remark_sealed: text('account', ['id']) },
  },
  'campaigns.policy': { theme: 'settings' },
  'campaigns.recurring': {
    theme: 'recurring',
    opened: { text_sealed: text('account', ['id']) },
  },
  'campaigns.occurrence': { theme: 'recurring' },
  'campaigns.occurrence_person': { theme: 'recurring' },
  'campaigns.template': { theme: 'templates' },
  'campaigns.template_version': {
    theme: 'templates',
    opened: { text_sealed: text('account', ['template_id', 'version']) },
  },
  'campaigns.test_number': {
    theme: 'settings',
    opened: {
      number_sealed: text('contact', ['id'], { keyIn: 'number_key' }),
      name_sealed: text('contact', ['id'], { keyIn: 'number_key' }),
    },
  },
  'sending.tally': { theme: 'campaigns' },
  'sending.campaign_breakdown': { theme: 'campaigns', page: few },
  'sending.campaign_past_reply': { theme: 'campaigns' },
  'sending.campaign_reach': { theme: 'campaigns' },
  'sending.campaign_pace': { theme: 'campaigns' },
  'sending.held_campaign': { theme: 'campaigns' },
  'links.link': { theme: 'links' },
  'links.click': { theme: 'links' },
  'links.setting': { theme: 'settings' },

  'contacts.contact': {
    theme: 'people',
    opened: { sealed: text('contact', ['subject_id']) },
  },
  'contacts.held_row': {
    theme: 'people',
    opened: { sealed: text('contact', ['row_id']) },
  },
  'contacts.list': { theme: 'lists', opened: { segment_sealed: text('account', ['id']) } },
  'contacts.list_member': { theme: 'lists' },
  'contacts.segment': { theme: 'segments', opened: { rules_sealed: text('account', ['id']) } },
  'contacts.custom_field': { theme: 'people' },
  'contacts.controller': { theme: 'settings' },
  'contacts.former_name': { theme: 'settings' },
  'contacts.retention': { theme: 'settings' },
  'sending.person_past': { theme: 'people' },
  'sending.spared_text': { theme: 'people' },
  'sending.person_carrier': { theme: 'people' },
  'sending.dead_number': { theme: 'people' },

  'consent.policy': { theme: 'settings' },
  'consent.wording': { theme: 'forms' },
  'consent.state': { theme: 'proofs' },
  'consent.other_legal_basis': { theme: 'proofs' },
  'consent.parental_authorisation': { theme: 'proofs' },
  'consent.legal_basis_switch': { theme: 'proofs' },
  'consent.file_refusal': { theme: 'proofs' },
  'consent.proof_hold': { theme: 'proofs' },
  'consent.taken_back': { theme: 'proofs' },
  'consent.reconciliation': { theme: 'proofs' },
  'consent.document': {
    theme: 'proofs',
    page: single,
    opened: { body_sealed: { by: 'proof', row: ['document_id'], as: 'file' } },
  },

  'preferences.form': { theme: 'forms' },
  'preferences.form_code': { theme: 'forms' },
  'preferences.form_notice': { theme: 'forms' },
  'preferences.keyword': { theme: 'forms' },
  'preferences.keyword_word': { theme: 'forms' },
  'preferences.logo': { theme: 'settings', files: ['picture'] },
  'preferences.answer_text': { theme: 'requests' },
  'preferences.request': {
    theme: 'requests',
    opened: {
      reason_sealed: text('contact', ['request_id']),
      told_sealed: text('contact', ['request_id']),
    },
  },
  'preferences.request_asker': {
    theme: 'requests',
    opened: { sealed: text('contact', ['request_id']) },
  },
  'preferences.request_step': {
    theme: 'requests',
    opened: { text_sealed: text('contact', ['step_id']) },
  },
  'preferences.request_file': {
    theme: 'requests',
    page: single,
    opened: { sealed: { by: 'contact', row: ['file_id'], as: 'file' } },
  },

  'intake.import': {
    theme: 'imports',
    page: few,
    opened: {
      settings_sealed: text('account', ['import_id']),
      analysis_sealed: text('account', ['import_id']),
      mapping_sealed: text('account', ['import_id']),
    },
  },
  'intake.import_batch': { theme: 'imports' },
  'intake.import_count': { theme: 'imports' },
  'intake.known_source': {
    theme: 'imports',
    page: few,
    opened: { mapping_sealed: text('account', ['fingerprint']) },
  },
  'disclosure.found': { theme: 'imports' },

  'sending.terms': {
    theme: 'messages',
    opened: { override_sealed: text('account', ['id']) },
  },
  'sending.result': { theme: 'messages' },
  'sending.receipt': { theme: 'messages', of: { table: 'sending.message', by: 'message_id' } },
  'sending.event': { theme: 'messages', of: { table: 'sending.message', by: 'message_id' } },
  'sending.hour_tally': { theme: 'messages' },
  'sending.sender_carrier': { theme: 'messages' },
  'sending.text_retention': { theme: 'settings' },
  'sending.inbound': { theme: 'replies' },
  'sending.conversation': { theme: 'replies' },
  'sending.inbox_answer': { theme: 'replies' },

  'sensitive.legal_basis': {
    theme: 'sensitive',
    opened: {
      words_sealed: text('account', ['legal_basis_id'], { table: 'sensitive.ground' }),
    },
  },

  'disclosure.declared': { theme: 'registers' },
  'disclosure.page': { theme: 'registers' },
  'disclosure.version': { theme: 'registers', page: few },
  'disclosure.account_breach': { theme: 'breaches' },
  'disclosure.account_breach_step': {
    theme: 'breaches',
    page: few,
    opened: { content_sealed: text('account', ['step_id']) },
  },
  // Counted before anybody is told: whoever was not told does not learn it from here.
  'disclosure.breach_account': {
    theme: 'breaches',
    namedIn: { table: 'disclosure.breach_notice', by: 'breach_id' },
  },
  'disclosure.breach_notice': { theme: 'breaches' },
  'accountability.entry': {
    theme: 'registers',
    page: single,
    opened: { content_sealed: { by: 'account', row: ['entry_id'], as: 'file' } },
  },
  'governance.objection': {
    theme: 'registers',
    opened: { reason_sealed: text('installation', ['account_id', 'change_id']) },
  },
  'governance.objection_answer': {
    theme: 'registers',
    opened: { reason_sealed: text('installation', ['account_id', 'change_id', 'number']) },
  },
  'governance.supplier_bar': { theme: 'registers' },
  'retention.period': { theme: 'settings' },
  'retention.run': { theme: 'erasures' },
  'privacy.person_erasure': { theme: 'erasures' },
  'privacy.erased_person': { theme: 'erasures' },
  'privacy.erasure_recipient': { theme: 'erasures' },
  'privacy.account_deletion': {
    theme: 'erasures',
    opened: {
      reason_sealed: text('installation', ['deletion_id']),
      undo_reason_sealed: text('installation', ['deletion_id']),
    },
  },
  'privacy.account_recipient': { theme: 'erasures' },

  'routing.sender': {
    theme: 'settings',
    opened: { refusal_sealed: text('account', ['sender_id']) },
  },
  'notifications.notice': { theme: 'journal' },
  'webhooks.endpoint': {
    theme: 'webhooks',
    opened: { url_sealed: text('account', ['endpoint_id']) },
  },
  'webhooks.delivery': { theme: 'webhooks' },
}
