// The HTTP of contact retention; thin.
import { defineRoute, type Route } from '../http/index.ts'
import { contactsApi } from './contract-api.ts'
import type { ContactsDeps } from './deps.ts'
import { chooseRetention, viewRetention } from './retention.ts'

export function retentionRoutes(deps: ContactsDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/contacts/retention'],
      needs: 'contacts.read',
      summary: 'Show how long contacts stay without a sign of the person, and who soon goes',
      description:
        'A contact is erased once none of this is younger than the term: the day it came in, a yes or a no of its person, a reply, a request, an alert that was sent to them. Who has a consent or another legal basis in force, a sensitive value that is still kept, or a request that waits, stays. What proves a consent stays to its own day, an objection for good.',
      handle: ({ accountId }) =>
        database.inAccount(accountId, (tx) => viewRetention(deps, tx, accountId)),
    }),
    defineRoute({
      ...contactsApi['PUT /v1/contacts/retention'],
      needs: 'account.manage',
      summary: 'Choose how long contacts stay without a sign of the person, or pause the erasing',
      description:
        'No longer than the rules of the account’s country allow. A shorter term erases nobody within thirty days.',
      errors: ['contacts.retention_too_long', 'contacts.retention_pause_too_long'],
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, (tx) => chooseRetention(deps, tx, caller, body)),
    }),
  ]
}
