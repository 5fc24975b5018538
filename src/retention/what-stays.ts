// What has no period that an account chooses here, and why: told on the screen
// beside those that do.

/** Each has its sentences, `retention.stays.…` and `….why`, in the order of reading. */
export const whatStays = [
  'contacts',
  'texts',
  'sensitive',
  'restricted',
  'consents',
  'objections',
  'requests',
  'campaigns',
  'totals',
  'imports_that_brought',
  'files',
  'clicks',
  'dead_numbers',
  'terms',
  'journal',
  'records',
  'notifications',
  'webhooks',
  'api_answers',
  'request_log',
  'brief',
  'settings',
] as const
type Covered = (typeof whatStays)[number] | 'period'

/** Which of these, or which period, each table with rows of an account goes by. */
const tables: Readonly<Record<Covered, string>> = {
  period:
    'sending.message sending.result sending.receipt sending.outcome sending.event ' +
    'sending.inbound sending.inbox_answer sending.conversation sending.dead_number_try ' +
    'sending.campaign_reach intake.import intake.import_batch intake.import_count retention.run',
  contacts:
    'contacts.contact contacts.list_member contacts.held_row sending.person_past ' +
    'sending.person_carrier campaigns.occurrence_person vault.page vault.tail',
  texts: 'sending.text_retention',
  restricted: 'sending.spared_text',
  sensitive: 'sensitive.value sensitive.legal_basis',
  consents:
    'consent.document consent.entry consent.entry_body consent.legal_basis_switch ' +
    'consent.other_legal_basis consent.parental_authorisation consent.proof_hold ' +
    'consent.reconciliation consent.sequenced consent.set_aside consent.state consent.taken_back ' +
    'consent.tree consent.unsequenced consent.wording consent.file_refusal',
  objections:
    'consent.suppression consent.suppression_head consent.suppression_log ' +
    'consent.withdrawn_number',
  requests:
    'preferences.request preferences.request_asker preferences.request_file ' +
    'preferences.request_step ' +
    'preferences.answer_code preferences.page_link',
  campaigns:
    'campaigns.campaign campaigns.approval_request campaigns.occurrence campaigns.recurring ' +
    'campaigns.template campaigns.template_version sending.campaign_pace sending.held_campaign',
  totals: 'sending.tally sending.hour_tally sending.campaign_breakdown sending.campaign_past_reply',
  imports_that_brought: 'intake.known_source',
  files: 'disclosure.found',
  clicks: 'links.click links.link',
  dead_numbers: 'sending.dead_number',
  terms: 'sending.terms sending.sender_carrier',
  journal: 'audit.entry',
  records:
    'accountability.entry disclosure.version disclosure.declared ' +
    'disclosure.breach_account disclosure.breach_notice ' +
    'disclosure.account_breach disclosure.account_breach_step ' +
    'privacy.account_deletion privacy.account_recipient ' +
    'privacy.person_erasure privacy.erased_person ' +
    'privacy.erasure_recipient ' +
    'privacy.erasure_link privacy.undo_link governance.objection ' +
    'governance.objection_answer governance.supplier_bar vault.destruction',
  notifications: 'notifications.notice',
  webhooks: 'webhooks.delivery',
  api_answers: 'accounts.idempotency',
  request_log: 'accounts.request_log',
  brief:
    'accounts.session accounts.invitation preferences.pending preferences.keyword_pending ' +
    'sending.queue sending.bundle sending.unsettled sending.failed_receipt sending.reply_tag',
  settings:
    'accounts.account accounts.factor_rule accounts.membership accounts.token ' +
    'billing.price campaigns.policy ' +
    'campaigns.test_number consent.policy contacts.controller contacts.former_name ' +
    'contacts.custom_field contacts.list contacts.retention contacts.segment ' +
    'disclosure.page links.setting ' +
    'preferences.answer_text preferences.form preferences.form_code ' +
    'preferences.form_notice preferences.keyword preferences.keyword_word ' +
    'preferences.logo routing.sender retention.period vault.account webhooks.endpoint',
}

/** A test over the live database names each table that is in none of these. */
export const goesBy: ReadonlyMap<string, Covered> = new Map(
  Object.entries(tables).flatMap(([covered, names]) =>
    names.split(' ').map((name) => [name, covered as Covered] as const),
  ),
)
