// The HTTP of campaigns of all accounts, for whoever manages the installation.
import { pageQuery } from '../http/contract.ts'
import { cursorPart, defineCursor, defineRoute, nothing, type Route } from '../http/index.ts'
import type { AccountId, CampaignId } from '../kernel/index.ts'
import * as shapes from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
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
      method: 'GET',
      path: '/v1/campaigns/under-way',
      needs: 'installation.manage',
      summary: 'List the campaigns of all accounts that are approved and not over, newest first',
      description:
        'Without their texts. One whose end nobody has looked at may still be among them.',
      query: pageQuery,
      response: shapes.campaignUnderWayPage,
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
      method: 'POST',
      path: '/v1/accounts/{id}/campaigns/{campaignId}/text',
      needs: 'installation.manage',
      summary:
        'Read the text of a campaign of an account; the look is recorded there with its reason',
      params: shapes.moderatedParams,
      body: shapes.moderationReason,
      response: shapes.moderatedText,
      errors: ['campaigns.campaign_not_found'],
      handle: (caller, { params, body }) =>
        readTextForModeration(deps, caller, {
          accountId: params.id as AccountId,
          id: params.campaignId as CampaignId,
          reason: body.reason,
        }),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/accounts/{id}/campaigns/{campaignId}/pause',
      needs: 'installation.manage',
      summary: 'Pause a campaign of an account; recorded there with its reason',
      params: shapes.moderatedParams,
      body: shapes.moderationReason,
      response: nothing,
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
