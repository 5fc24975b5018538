// What sort of deed each entry of the journal tells, for whoever looks for one sort alone.
export const deedKinds = [
  'looks',
  'people',
  'consents',
  'requests',
  'imports',
  'sending',
  'access',
  'settings',
] as const
export type DeedKind = (typeof deedKinds)[number]

/** By the room that recorded it; what follows here is told apart from its neighbours. */
const ofRoom: Readonly<Record<string, DeedKind>> = {
  accounts: 'access',
  backup: 'settings',
  billing: 'settings',
  campaigns: 'sending',
  consent: 'consents',
  contacts: 'people',
  disclosure: 'settings',
  governance: 'settings',
  intake: 'imports',
  links: 'sending',
  preferences: 'requests',
  privacy: 'settings',
  receipts: 'consents',
  routing: 'settings',
  sending: 'sending',
  sensitive: 'consents',
  webhooks: 'settings',
}

const apart: Readonly<Record<string, DeedKind>> = {
  'accounts.account_changed': 'settings',
  'accounts.account_created': 'settings',
  'accounts.account_kind_changed': 'settings',
  'accounts.account_resumed': 'settings',
  'accounts.account_suspended': 'settings',
  'accounts.installation_set_up': 'settings',
  'accounts.sandbox_clock_set': 'settings',
  'campaigns.text_read': 'looks',
  'consent.document_opened': 'looks',
  'contacts.all_names_searched': 'looks',
  'contacts.exported': 'looks',
  'contacts.held_revealed': 'looks',
  'contacts.names_searched': 'looks',
  'contacts.numbers_asked': 'looks',
  'contacts.retention_chosen': 'settings',
  'contacts.revealed': 'looks',
  'contacts.values_counted': 'looks',
  'intake.rejects_downloaded': 'looks',
  'preferences.copy_taken': 'looks',
  'preferences.desk_opened': 'looks',
  'preferences.logo_changed': 'settings',
  'preferences.logo_removed': 'settings',
  'preferences.request_asker_shown': 'looks',
  'preferences.request_letter_opened': 'looks',
  'preferences.request_revealed': 'looks',
  'privacy.account_exported': 'looks',
  'privacy.erasure_link_made': 'requests',
  'privacy.notice_read': 'looks',
  'privacy.recipient_noted': 'requests',
  'receipts.exported': 'looks',
  'receipts.shown': 'looks',
  'sending.conversation_revealed': 'looks',
  'sending.dead_number_lifted': 'people',
  'sending.message_revealed': 'looks',
  'sending.reply_revealed': 'looks',
  'sending.sandbox_handset_shown': 'looks',
  'sending.text_retention_chosen': 'settings',
  'sensitive.values_shown': 'looks',
}

/** Looks that take many people out of the account at once: no entry of the journal names them. */
export const exportDeeds: readonly string[] = [
  'contacts.exported',
  'intake.rejects_downloaded',
  'privacy.account_exported',
  'receipts.exported',
]

export const kindOfDeed = (action: string): DeedKind =>
  apart[action] ?? ofRoom[action.slice(0, action.indexOf('.'))] ?? 'settings'
