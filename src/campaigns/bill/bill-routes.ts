// The HTTP of what is looked at while a text is written: its bill, and a recipient's telephone;
// thin.
import { defineRoute, type Route } from '../../http/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import { Audiences } from './judge-audience.ts'
import { makeBill } from './make-bill.ts'
import { previewMessage } from './preview-message.ts'

const errors = [
  'campaigns.list_not_found',
  'campaigns.controller_not_found',
  'campaigns.list_of_other_controller',
  'campaigns.merge_field_unknown',
] as const

export function billRoutes(deps: CampaignsDeps): Route[] {
  const audiences = new Audiences(deps)
  return [
    defineRoute({
      ...campaignsApi['POST /v1/campaign-bill'],
      needs: 'campaigns.prepare',
      summary: 'Count parts and cost of a text for every recipient, before it is saved',
      description:
        'The people of the list are judged once, by the gate of every message; while that goes ' +
        'on the answer says how far it is: ask again. Any other text for the same people is then ' +
        'answered at once, for three minutes.',
      errors: [...errors, 'campaigns.counting_busy', 'campaigns.counting_left'],
      handle: (caller, { body }) => makeBill({ ...deps, audiences }, caller, body),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/campaign-preview'],
      needs: 'campaigns.prepare',
      summary: 'Show a recipient’s message as it would leave, names masked',
      errors: [...errors, 'campaigns.recipient_not_found'],
      handle: (caller, { body }) => previewMessage(deps, caller, body),
    }),
  ]
}
