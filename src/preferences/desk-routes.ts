// The HTTP of acting for a person: staff see one person for a reason. Thin.
import { defineRoute, demandRight, type Route } from '../http/index.ts'
import type { ContactId } from '../kernel/index.ts'
import { preferencesApi } from './contract-api.ts'
import type { PreferencesDeps } from './deps.ts'
import { actAtDesk, openDesk } from './desk.ts'
import { stopMany } from './stops/stop-many.ts'
import { deskViewOf } from './view.ts'

export function deskRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['POST /v1/contacts/{id}/desk'],
      needs: 'contacts.reveal',
      summary: 'Show in clear what is held of a person who rang or wrote; the look is recorded',
      errors: ['preferences.contact_not_found'],
      handle: async (caller, { params, body }) => {
        const look = { contactId: params.id as ContactId, reason: body.reason }
        const { view, known } = await openDesk(deps, caller, look)
        const { language } = caller
        return deskViewOf(view, { known, at: deps.clock.now(), language })
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/contacts/{id}/desk/acts'],
      needs: 'contacts.reveal',
      summary: 'Do what a person asks, in the name of whoever heard it',
      description:
        'Needs the right `consent.record` as well. The evidence says that staff did it, who, and how they heard it: it never looks as if the person had done it on their page.',
      errors: [
        'preferences.contact_not_found',
        'preferences.nothing_to_withdraw',
        'sending.still_leaving',
      ],
      handle: async (caller, { params, body }) => {
        demandRight(caller, 'consent.record')
        const { action, controllerId, channel, purpose, heardBy, reason } = body
        const choice = { action, controller: controllerId, channel, purpose }
        const contactId = params.id as ContactId
        return { done: await actAtDesk(deps, caller, { contactId, choice, heardBy, reason }) }
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/contacts/stops'],
      needs: 'consent.record',
      summary: 'Record that several people said STOP, in the name of whoever heard it',
      description:
        'Each is recorded for themselves, with the same evidence as one at a time. To ask again records nobody twice.',
      handle: (caller, { body }) => stopMany(deps, caller, body),
    }),
  ]
}
