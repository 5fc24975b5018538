// The HTTP of what is looked at while a text is written: its bill, whom it leaves out, and a
// recipient's telephone; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { CampaignId, ContactId } from '../../kernel/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import { Audiences } from './judge-audience.ts'
import { makeBill } from './make-bill.ts'
import { leftOutOfCampaign, leftOutOfText } from './people-left-out.ts'
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
    ...leftOutRoutes(deps),
  ]
}

const leftOutCursor = defineCursor('left-out', { id: cursorPart.uuid<ContactId>() })

const pageOf = ({ items, last }: Awaited<ReturnType<typeof leftOutOfText>>) => ({
  items,
  nextCursor: last === null ? null : leftOutCursor.write({ id: last }),
})

function leftOutRoutes(deps: CampaignsDeps): Route[] {
  const description =
    'Each person of the list is judged anew at this moment, some thousands an answer: a page may ' +
    'hold fewer than its limit, or nobody. Go on while there is a `nextCursor`.'
  return [
    defineRoute({
      ...campaignsApi['GET /v1/campaigns/{id}/left-out'],
      needs: 'campaigns.read',
      summary: 'List the people whom one reason leaves out of a campaign, numbers masked',
      description: `${description} After the launch they are its messages in the state \`refused\`: \`GET /v1/messages\` lists them by \`reason\`.`,
      errors: [
        ...(['campaigns.campaign_not_found', 'campaigns.step_not_possible'] as const),
        ...(['campaigns.controller_not_found', 'campaigns.merge_field_unknown'] as const),
      ],
      handle: async (caller, { params, query }) =>
        pageOf(
          await leftOutOfCampaign(deps, caller, {
            id: params.id as CampaignId,
            refusal: query.refusal,
            after: leftOutCursor.read(query.cursor)?.id ?? null,
            limit: query.limit,
          }),
        ),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/campaign-left-out'],
      needs: 'campaigns.prepare',
      summary: 'List the people whom one reason leaves out of a text that is being written',
      description,
      errors,
      handle: async (caller, { body: { refusal, cursor, limit, ...written } }) =>
        pageOf(
          await leftOutOfText(deps, caller, {
            ...{ written, refusal, limit },
            after: leftOutCursor.read(cursor)?.id ?? null,
          }),
        ),
    }),
  ]
}
