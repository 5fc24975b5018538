// The HTTP of campaigns of all accounts, for whoever manages the installation.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { AccountId, CampaignId } from '../../kernel/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import {
  campaignsUnderWay,
  pauseForModeration,
  readTextForModeration,
} from './moderate-campaigns.ts'

const underWayCursor = defineCursor('campaigns-under-way', {
  approvedAt: cursorPart.instant(),
  id: cursorPart.uuid<CampaignId>(),
})

export function moderationRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/campaigns/under-way'],
      needs: 'installation.manage',
      summary: 'List the campaigns of all accounts that are approved and not over, newest first',
      description:
        'Without their texts. One whose end nobody has looked at may still be among them.',
      handle: async (_caller, { query }) => {
        const before = underWayCursor.read(query.cursor)
        const { items, last } = await campaignsUnderWay(deps, { before, limit: query.limit })
        return {
          items,
          nextCursor:
            last === null
              ? null
              : underWayCursor.write({ approvedAt: last.approvedAt, id: last.id }),
        }
      },
    }),
    defineRoute({
      ...campaignsApi['POST /v1/accounts/{id}/campaigns/{campaignId}/text'],
      needs: 'installation.manage',
      summary:
        'Read the text of a campaign of an account; the look is recorded there with its reason',
      errors: ['campaigns.campaign_not_found'],
      handle: (caller, { params, body }) =>
        readTextForModeration(deps, caller, {
          accountId: params.id as AccountId,
          id: params.campaignId as CampaignId,
          reason: body.reason,
        }),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/accounts/{id}/campaigns/{campaignId}/pause'],
      needs: 'installation.manage',
      summary: 'Pause a campaign of an account; recorded there with its reason',
      errors: ['campaigns.campaign_not_found', 'campaigns.step_not_possible'],
      handle: (caller, { params, body }) =>
        pauseForModeration(deps, caller, {
          accountId: params.id as AccountId,
          id: params.campaignId as CampaignId,
          reason: body.reason,
        }),
    }),
  ]
}
