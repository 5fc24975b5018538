// The HTTP of people's requests: who asked for what, and what was done. Thin.
import { defineRoute, type Route } from '../../http/index.ts'
import { askerRoutes } from '../askers/asker-routes.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { requestViewOf } from '../view.ts'
import { answerAsked } from './answer-request.ts'
import { lifeRoutes } from './life-routes.ts'
import { requestsPage } from './list-requests.ts'
import { revealText } from './reveal-text.ts'

export function requestRoutes(deps: PreferencesDeps): Route[] {
  const { clock } = deps
  return [
    ...lifeRoutes(deps),
    ...askerRoutes(deps),
    defineRoute({
      ...preferencesApi['GET /v1/person-requests'],
      needs: 'consent.read',
      summary: 'List what people have asked for, numbers masked',
      description:
        'With `state=open`, what is due soonest comes first, so that what is late is on top. Follow `nextCursor` with the same `state` and `kind`.',
      handle: (caller, { query }) => requestsPage(deps, caller, query),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/answer'],
      needs: 'consent.record',
      summary: 'Say what was done about a person’s request; the person reads it on their page',
      errors: [
        'preferences.request_not_found',
        'preferences.request_answered',
        'preferences.request_outcome_unfit',
        'preferences.request_not_erased',
        'preferences.request_is_theirs',
        'preferences.request_not_carried_out',
        'preferences.request_not_identified',
        'preferences.request_search_first',
        'preferences.request_match_found',
        'preferences.request_matches_unseen',
        'preferences.request_namesakes',
        'preferences.request_objection_first',
        'preferences.request_number_listed',
        'preferences.request_number_not_listed',
        'preferences.request_objections_unknown',
      ],
      handle: async (caller, { params, body }) =>
        requestViewOf(await answerAsked(deps, caller, { id: params.id, ...body }), clock.now()),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show what a person wrote is wrong in their data; the look is recorded',
      errors: ['preferences.request_not_found', 'preferences.request_without_text'],
      handle: async (caller, { params, body }) => ({
        text: await revealText(deps, caller, { id: params.id, reason: body.reason }),
      }),
    }),
  ]
}
