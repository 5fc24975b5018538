// What has no period that an account chooses here, and why: told on the screen beside those that do.

/** Each has its sentences, `retention.stays.…` and `retention.stays.….why`, in the order of reading. */
export const whatStays = [
  'contacts',
  'texts',
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
  'notifications',
  'api_answers',
] as const

/**
 * Tables of accounts whose rows grow with use, and which of the sentences above is about them. The
 * test over the live database names a table that is in neither list.
 */
export const staysFor: Readonly<Record<string, (typeof whatStays)[number] | 'period'>> = {
  'sending.message': 'period',
  'sending.result': 'period',
  'sending.receipt': 'period',
  'sending.outcome': 'period',
  'sending.event': 'period',
  'sending.inbound': 'period',
  'sending.inbox_answer': 'period',
  'sending.conversation': 'period',
  'intake.import': 'period',
  'intake.import_batch': 'period',
  'intake.import_count': 'period',
}
