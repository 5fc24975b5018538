// The HTTP of preferences, put together; the links to people's pages. Thin.
import { defineRoute, type Route } from '../http/index.ts'
import type { ContactId } from '../kernel/index.ts'
import { sendOwnLink } from './ask-link.ts'
import { requestPages } from './askers/request-pages.ts'
import { preferencesApi } from './contract-api.ts'
import type { PreferencesDeps } from './deps.ts'
import { deskRoutes } from './desk-routes.ts'
import { formRoutes } from './forms/form-routes.ts'
import { keywordRoutes } from './keywords/keyword-routes.ts'
import { logoRoutes } from './logo/logo-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { requestRoutes } from './requests/request-routes.ts'
import { timelineRoutes } from './timeline/timeline-routes.ts'

export function preferencesRoutes(deps: PreferencesDeps): Route[] {
  return [
    ...formRoutes(deps),
    ...keywordRoutes(deps),
    linkRoute(deps),
    ...requestRoutes(deps),
    ...deskRoutes(deps),
    ...timelineRoutes(deps),
    ...logoRoutes(deps),
    ...pageRoutes(deps),
    ...requestPages(deps),
  ]
}

function linkRoute(deps: PreferencesDeps): Route {
  return defineRoute({
    ...preferencesApi['POST /v1/person-links'],
    needs: 'consent.record',
    summary: 'Send somebody the link to their own page, by SMS',
    description:
      'The link goes to the handset and is answered to nobody: whoever has it acts as the person. What your staff do for somebody is done at the desk of the contact.',
    errors: [
      'preferences.handset_written_to',
      'preferences.contact_not_found',
      'preferences.address_missing',
      'preferences.link_not_sent',
    ],
    handle: async (caller, { body }) => {
      const { expiresAt, messageId } = await sendOwnLink(deps, caller, {
        contactId: body.contactId as ContactId,
        sendFrom: body.sendFrom,
      })
      return { messageId, expiresAt: new Date(expiresAt).toISOString() }
    },
  })
}
