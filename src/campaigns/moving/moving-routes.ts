// The HTTP of moving a campaign and of taking it back; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import type { CampaignId } from '../../kernel/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import { viewCampaign } from '../view-campaign.ts'
import { makeMovedSheet, moveCampaign, takeBackCampaign } from './move-campaign.ts'

const stands = [
  'campaigns.campaign_not_found',
  'campaigns.step_not_possible',
  'campaigns.restored',
  'campaigns.list_gone',
] as const

export function movingRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/moved-sheet'],
      needs: 'campaigns.approve',
      summary: 'Make the check sheet of a campaign as it would be at another instant',
      description:
        'Nothing is moved by it. The list is judged anew: people may be on it since, or gone.',
      errors: [...stands, 'campaigns.moved_to_past', 'sending.scheduled_too_far'],
      handle: (caller, { params, body }) =>
        makeMovedSheet(deps, caller, { id: params.id as CampaignId, wish: body }),
    }),
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/move'],
      needs: 'campaigns.approve',
      summary: 'Move a campaign of which nothing has left, and approve its sheet for that instant',
      description:
        'All of it moves, or nothing does. Its messages are accepted anew with other ids, and each is checked again as it leaves. What waits in a pause goes on.',
      errors: [
        ...stands,
        'campaigns.has_begun',
        'campaigns.moved_to_past',
        'sending.scheduled_too_far',
        'campaigns.moved_sheet_old',
        'campaigns.sheet_missing',
        'campaigns.sheet_changed',
        'campaigns.sheet_has_problems',
        'campaigns.nobody_receives',
        'campaigns.override_needs_another',
        'campaigns.needs_another',
        'campaigns.account_leaving',
        'campaigns.account_suspended',
      ],
      handle: async (caller, { params, body }) => {
        await moveCampaign(deps, caller, { id: params.id as CampaignId, move: body })
        return viewCampaign(deps, caller, params.id as CampaignId)
      },
    }),
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/take-back'],
      needs: 'campaigns.approve',
      summary: 'Take a launched campaign of which nothing has left back to a draft',
      description: 'Its messages go as if they had never been accepted; its approval goes as well.',
      errors: [...stands, 'campaigns.has_begun'],
      handle: async (caller, { params }) => {
        await takeBackCampaign(deps, caller, params.id as CampaignId)
        return viewCampaign(deps, caller, params.id as CampaignId)
      },
    }),
  ]
}
