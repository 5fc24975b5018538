// The HTTP of requests of people who are no contact: taken, searched for, tied. Thin.
import { actOnNumber } from '../../contacts/index.ts'
import { defineRoute, demandRight, type Route } from '../../http/index.ts'
import type { ContactId } from '../../kernel/index.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { requestViewOf } from '../view.ts'
import { addDetails, askDetails, revealAsker } from './add-details.ts'
import { searchHeld } from './search-held.ts'
import { takeFromNobody } from './take-asker.ts'
import { tieRequest } from './tie-request.ts'

const ofOne = [
  'preferences.request_not_found',
  'preferences.request_answered',
  'preferences.request_not_of_asker',
] as const

export function askerRoutes(deps: PreferencesDeps): Route[] {
  return [...takingRoutes(deps), ...findingRoutes(deps)]
}

function takingRoutes(deps: PreferencesDeps): Route[] {
  const { clock } = deps
  return [
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/no-contact'],
      needs: 'consent.record',
      summary: 'Record a request of somebody who is not a contact, by what they gave of themselves',
      description:
        'The deadline counts from the day it arrived, as for everybody. What they gave is encrypted under a key of its own, which goes with the request. A number that is a contact’s is refused: record the request for that contact. An objection with a number stops marketing to it at once.',
      errors: [
        'preferences.request_of_contact',
        'preferences.request_number_unread',
        'preferences.request_day_wrong',
      ],
      handle: async (caller, { body }) => {
        const asked = { where: 'requests.take', number: body.asker.number }
        const take = () => takeFromNobody(deps, caller, body)
        // What is recorded tells that the number is no contact's: it keeps its turn too.
        const shown = await actOnNumber(deps, caller, asked, take, () => false)
        return requestViewOf(shown, clock.now())
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/ask-details'],
      needs: 'consent.record',
      summary: 'Note that somebody who is not a contact is asked by what else they can be found',
      description:
        'The deadline stands still until more is added (GDPR, articles 11(2) and 12(6)); once, after a finished search, before the deadline is over, and not for a complaint. Send them the letter `reply.pdf?what=details`, or ask the same by e-mail. No identity paper is ever asked for.',
      errors: [
        ...ofOne,
        'preferences.request_act_unfit',
        'preferences.request_search_first',
        'preferences.request_late_to_ask',
        'preferences.request_details_asked',
      ],
      handle: async (caller, { params }) =>
        requestViewOf(await askDetails(deps, caller, params.id), clock.now()),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/asker'],
      needs: 'consent.record',
      summary: 'Add what somebody who is not a contact gave of themselves',
      description: 'The deadline goes on. Search again: with more, more may be found.',
      errors: [...ofOne, 'preferences.request_number_unread'],
      handle: async (caller, { params, body }) => {
        const shown = await addDetails(deps, caller, { id: params.id, asker: body.asker })
        return requestViewOf(shown, clock.now())
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/asker/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show who asks, of a request of somebody who is not a contact; the look is recorded',
      errors: ['preferences.request_not_found', 'preferences.request_not_of_asker'],
      handle: (caller, { params, body }) =>
        revealAsker(deps, caller, { id: params.id, reason: body.reason }),
    }),
  ]
}

function findingRoutes(deps: PreferencesDeps): Route[] {
  const { clock } = deps
  return [
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/search'],
      needs: 'consent.record',
      summary: 'Search the account’s data for somebody who asks and is not a contact',
      description:
        'By number, e-mail and own reference at once, and whether the number is on the list of objections. Names are encrypted: contacts are opened and compared for about a second. Ask again until `search.endedAt` is there; after that the search begins anew. Nobody is tied by it.',
      errors: [...ofOne, 'contacts.too_many_numbers', 'contacts.too_many_searches'],
      handle: async (caller, { params }) => {
        demandRight(caller, 'contacts.read')
        return searchHeld(deps, caller, params.id)
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/tie'],
      needs: 'consent.record',
      summary: 'Tie a request to the contact who made it; it goes on as theirs',
      description:
        'Its texts and letters are encrypted under the contact’s key from then on, and what they gave of themselves is destroyed. How sure it must be that the person is who asks is decided as for any request of a contact. An objection is carried out and answered at once; whoever asks to be erased gets no more marketing.',
      errors: [...ofOne, 'preferences.contact_not_found'],
      handle: async (caller, { params, body }) => {
        const { contactId, reason } = body
        const asked = { id: params.id, contactId: contactId as ContactId, reason }
        return requestViewOf(await tieRequest(deps, caller, asked), clock.now())
      },
    }),
  ]
}
