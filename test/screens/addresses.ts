// Where each screen is, with what it needs to have something on it.
import { paths } from '../../src/web/paths.ts'
import type { Things } from '../support/one-of-everything.ts'

/** Of whose the address is made, for the screens of one thing. */
const of: Readonly<Record<string, string>> = {
  import: '/v1/imports/{id}',
  contact: '/v1/contacts/{id}',
  desk: '/v1/contacts/{id}',
  wording: '/v1/wordings/{id}',
  editWording: '/v1/wordings/{id}',
  form: '/v1/forms/{id}',
  segment: '/v1/segments/{id}',
  webhook: '/v1/webhooks/{id}',
  template: '/v1/templates/{id}',
  conversation: '/v1/inbox/{id}',
  review: '/v1/reviews/{id}',
  request: '/v1/person-requests/{id}',
  ownBreach: '/v1/account-breaches/{id}',
  newCampaign: '/v1/lists/{id}',
  campaign: '/v1/campaigns/{id}',
  editCampaign: '/v1/campaigns/{id}',
  campaignResults: '/v1/campaigns/{id}',
  recurringSend: '/v1/recurring-sends/{id}',
  editRecurring: '/v1/recurring-sends/{id}',
  message: '/v1/messages/{id}',
  list: '/v1/lists/{id}',
  account: '/v1/accounts/{id}',
}

/** Reached by whoever is not logged in. */
const outside = ['login', 'join', 'lostPassword', 'newPassword', 'confirmEmail', 'undoEmail']

/**
 * A screen is found in the table of addresses alone:
 * a new one is in the pictures from its first day.
 */
export function addresses(things: Things): { name: string; path: string; isOutside: boolean }[] {
  const seen = new Set<string>()
  return Object.entries(paths).flatMap(([name, path]) => {
    const id = things[of[name] ?? ''] ?? null
    const at = typeof path === 'string' ? path : id === null ? null : path(id)
    const place = at?.split('?')[0]
    // What was never used alone shows the first run.
    if (at === null || place === undefined || seen.has(place) || name === 'firstRun') return []
    seen.add(place)
    return [{ name, path: at, isOutside: outside.includes(name) }]
  })
}
