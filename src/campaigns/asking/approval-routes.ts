// The HTTP of asking somebody else to approve; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import type { CampaignId } from '../../kernel/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import { viewCampaign } from '../view-campaign.ts'
import * as approval from './ask-approval.ts'

const notFound = 'campaigns.campaign_not_found'
const notPossible = 'campaigns.step_not_possible'

export function approvalRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/ask-approval'],
      needs: 'campaigns.prepare',
      summary: 'Ask whoever may to approve exactly the check sheet with this hash',
      description: 'A change of the draft takes the request back.',
      errors: [
        notFound,
        notPossible,
        'campaigns.sheet_missing',
        'campaigns.sheet_changed',
        'campaigns.sheet_has_problems',
        'campaigns.nobody_receives',
      ],
      handle: async (caller, { params, body }) => {
        const id = params.id as CampaignId
        await approval.askApproval(deps, caller, { id, ...body })
        return viewCampaign(deps, caller, id)
      },
    }),
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/return'],
      needs: 'campaigns.approve',
      summary: 'Give a campaign back to whoever asked for its approval, with a remark',
      errors: [notFound, notPossible, 'campaigns.approval_not_asked'],
      handle: async (caller, { params, body }) => {
        const id = params.id as CampaignId
        await approval.returnCampaign(deps, caller, { id, ...body })
        return viewCampaign(deps, caller, id)
      },
    }),
    defineRoute({
      ...campaignsApi['GET /v1/campaign-approvals'],
      needs: 'campaigns.prepare',
      summary: 'List the campaigns that wait for the caller’s approval, and those that came back',
      handle: (caller) => approval.readApprovals(deps, caller),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/campaign-policy'],
      needs: 'account.read',
      summary: 'Read above how many recipients another user than the author approves',
      handle: (caller) => approval.readPolicy(deps, caller),
    }),
    defineRoute({
      ...campaignsApi['PUT /v1/campaign-policy'],
      needs: 'account.manage',
      summary: 'Set above how many recipients another user than the author approves',
      handle: (caller, { body }) => approval.changePolicy(deps, caller, body),
    }),
  ]
}
