// The HTTP of people's requests: who asked for what, and what was done. Thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { findPerson } from '../person-page.ts'
import { requestViewOf } from '../view.ts'
import { answerAsked, type ShownRequest } from './answer-request.ts'
import { lifeRoutes } from './life-routes.ts'
import { filesOf } from './life-store.ts'
import { answerFileOf } from './life-view.ts'
import { listRequests } from './request-store.ts'
import { revealText } from './reveal-text.ts'

const requestCursor = defineCursor('person-requests', { id: cursorPart.uuid() })

export function requestRoutes(deps: PreferencesDeps): Route[] {
  const { database, clock } = deps
  return [
    ...lifeRoutes(deps),
    defineRoute({
      ...preferencesApi['GET /v1/person-requests'],
      needs: 'consent.read',
      summary: 'List what people have asked for, newest first, numbers masked',
      handle: async ({ accountId }, { query }) => {
        const before = requestCursor.read(query.cursor)?.id ?? null
        const asked = { openOnly: query.open === true, before, limit: query.limit }
        const found = await database.inAccount(accountId, async (tx) => {
          const shown: ShownRequest[] = []
          for (const request of await listRequests(tx, accountId, asked)) {
            const { contactId, subjectId } = request
            const whose = contactId === null ? null : { accountId, contactId, subjectId }
            const known = whose === null ? null : await findPerson(deps, tx, whose)
            shown.push({ request, known })
          }
          return shown
        })
        const ids = found.map(({ request }) => request.id)
        const files = await database.inAccount(accountId, (tx) =>
          filesOf(tx, accountId, { requestIds: ids }),
        )
        const at = clock.now()
        const answerFile = ({ request }: ShownRequest) =>
          answerFileOf(
            files.filter(({ requestId }) => requestId === request.id),
            at,
          )
        const last = found.length === query.limit ? found.at(-1) : undefined
        return {
          items: found.map((shown) =>
            requestViewOf({ ...shown, answerFile: answerFile(shown) }, at),
          ),
          nextCursor: last === undefined ? null : requestCursor.write({ id: last.request.id }),
        }
      },
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
        'preferences.request_not_carried_out',
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
