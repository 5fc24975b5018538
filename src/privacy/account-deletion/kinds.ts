// What the rows of each table are, in the words of a certificate.

/** The rest are counted as other rows. */
const kinds: Readonly<Record<string, string>> = {
  'contacts.contact': 'people',
  'contacts.list': 'lists',
  'contacts.segment': 'lists',
  'consent.entry': 'consent_entries',
  'consent.document': 'proof_documents',
  'consent.suppression': 'objections',
  'sensitive.value': 'sensitive_values',
  'sending.message': 'messages',
  'sending.inbound': 'replies',
  'campaigns.campaign': 'campaigns',
  'campaigns.recurring': 'campaigns',
  'campaigns.template': 'templates',
  'intake.import': 'imports',
  'preferences.form': 'forms',
  'preferences.keyword': 'forms',
  'preferences.request': 'requests',
  'links.link': 'links',
  'audit.entry': 'journal_entries',
  'accounts.token': 'tokens',
  'vault.page': 'key_pages',
}

export const kindOfRows = (table: string): string => kinds[table] ?? 'other_rows'
