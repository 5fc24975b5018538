// The HTTP of trials and the telephones that they go to; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import { sendTrial } from './send-trial.ts'
import * as numbers from './test-numbers.ts'

/** Enough to mistype and try again; the codes of an account are counted besides. */
const codesPerMinute = 10
const notFound = 'campaigns.test_number_not_found'

export function trialRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/test-numbers'],
      needs: 'campaigns.prepare',
      summary: 'List the telephones on which texts are tried, masked',
      handle: async (caller) => ({ items: await numbers.readTestNumbers(deps, caller) }),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/test-numbers'],
      needs: 'texts.try',
      summary: 'Add a telephone of one’s own; it is sent a code, except in a sandbox account',
      description:
        'An account may ask for twenty codes an hour, refused ones included, and send three to ' +
        'one number in a quarter of an hour. The sender is judged first. Why no code can be sent ' +
        'to a number is told with the right `contacts.reveal`; the question is in the journal.',
      errors: [
        'campaigns.test_number_unreadable',
        'campaigns.test_numbers_too_many',
        'campaigns.test_codes_too_many',
        'campaigns.test_code_refused',
        'campaigns.test_code_not_sent',
      ],
      perMinuteMax: codesPerMinute,
      handle: (caller, { body }) => numbers.addTestNumber(deps, caller, body),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/test-numbers/{id}/confirm'],
      needs: 'texts.try',
      summary: 'Type the code that the telephone was sent',
      errors: [notFound, 'campaigns.test_code_wrong', 'campaigns.test_code_over'],
      handle: (caller, { params, body }) =>
        numbers.confirmTestNumber(deps, caller, { id: params.id, code: body.code }),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/test-numbers/{id}/send'],
      needs: 'texts.try',
      summary: 'Try a text on this telephone; the journal tells it, and no campaign counts it',
      errors: [
        notFound,
        'campaigns.test_number_not_confirmed',
        'campaigns.trials_too_many',
        'campaigns.merge_field_unknown',
        'campaigns.controller_not_found',
      ],
      handle: (caller, { params, body }) =>
        sendTrial(deps, caller, { ...body, numberId: params.id }),
    }),
    defineRoute({
      ...campaignsApi['DELETE /v1/test-numbers/{id}'],
      needs: 'texts.try',
      summary: 'Forget a telephone',
      errors: [notFound],
      handle: async (caller, { params }) => {
        await numbers.removeTestNumber(deps, caller, params.id)
      },
    }),
  ]
}
