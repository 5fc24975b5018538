// The HTTP of campaigns; thin.
import { idParams } from '../http/contract.ts'
import { cursorPart, defineCursor, defineProgress, defineRoute, type Route } from '../http/index.ts'
import type { Caller, CampaignId } from '../kernel/index.ts'
import { billRoutes } from './bill/bill-routes.ts'
import * as shapes from './contract.ts'
import { campaignsApi } from './contract-api.ts'
import type { CampaignsDeps } from './deps.ts'
import type { CampaignsError } from './errors.ts'
import { makeCheckSheet } from './make-check-sheet.ts'
import { changeCampaign, copyCampaign, createCampaign } from './prepare-campaign.ts'
import * as run from './run-campaign.ts'
import { templateRoutes } from './templates/template-routes.ts'
import { trialRoutes } from './trials/trial-routes.ts'
import { progressOf, viewCampaign, viewCampaigns, viewUpcoming } from './view-campaign.ts'

const notFound = 'campaigns.campaign_not_found'
const notPossible = 'campaigns.step_not_possible'

export function campaignsRoutes(deps: CampaignsDeps): Route[] {
  return [
    ...draftRoutes(deps),
    ...draftActs(deps),
    ...readingRoutes(deps),
    ...lifeRoutes(deps),
    ...billRoutes(deps),
    ...templateRoutes(deps),
    ...trialRoutes(deps),
  ]
}

function draftRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['POST /v1/campaigns'],
      needs: 'campaigns.prepare',
      summary: 'Write a draft',
      errors: [
        'campaigns.list_not_found',
        'campaigns.controller_not_found',
        'campaigns.list_of_other_controller',
        'campaigns.merge_field_unknown',
        'campaigns.repeats_marketing',
        'campaigns.repeats_for_ever',
        'campaigns.template_not_found',
        'sending.scheduled_too_far',
      ],
      handle: async (caller, { body }) => {
        const campaign = await createCampaign(deps, caller, body)
        return viewCampaign(deps, caller, campaign.id)
      },
    }),
    defineRoute({
      ...campaignsApi['PATCH /v1/campaigns/{id}'],
      needs: 'campaigns.prepare',
      summary: 'Change a draft; an approval is taken back',
      errors: [
        notFound,
        notPossible,
        'campaigns.list_not_found',
        'campaigns.controller_not_found',
        'campaigns.list_of_other_controller',
        'campaigns.merge_field_unknown',
        'campaigns.repeats_marketing',
        'campaigns.repeats_for_ever',
        'campaigns.template_not_found',
        'sending.scheduled_too_far',
      ],
      handle: async (caller, { params, body }) => {
        await changeCampaign(deps, caller, params.id as CampaignId, body)
        return viewCampaign(deps, caller, params.id as CampaignId)
      },
    }),
  ]
}

function draftActs(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/copy'],
      needs: 'campaigns.prepare',
      summary: 'Write the same again as a draft, without its instants',
      errors: [notFound, 'campaigns.copy_of_day'],
      handle: async (caller, { params, body }) => {
        const asked = { from: params.id as CampaignId, name: body.name }
        return viewCampaign(deps, caller, (await copyCampaign(deps, caller, asked)).id)
      },
    }),
    defineRoute({
      ...campaignsApi['DELETE /v1/campaigns/{id}'],
      needs: 'campaigns.prepare',
      summary: 'Delete what was never launched',
      errors: [notFound, notPossible],
      handle: async (caller, { params }) => {
        await run.removeCampaign(deps, caller, params.id as CampaignId)
      },
    }),
  ]
}

const campaignCursor = defineCursor('campaigns', { number: cursorPart.integer() })

function readingRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/campaigns'],
      needs: 'campaigns.read',
      summary: 'List campaigns, newest first, all or those in one state',
      handle: async (caller, { query }) => {
        const before = campaignCursor.read(query.cursor)?.number ?? null
        const page = { state: query.state ?? null, before, limit: query.limit }
        const { items, last } = await viewCampaigns(deps, caller, page)
        return { items, nextCursor: last === null ? null : campaignCursor.write({ number: last }) }
      },
    }),
    defineRoute({
      ...campaignsApi['GET /v1/upcoming-campaigns'],
      needs: 'campaigns.read',
      summary: 'List what leaves at an instant that is still ahead, the next first',
      handle: async (caller) => ({ items: await viewUpcoming(deps, caller) }),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/campaigns/{id}'],
      needs: 'campaigns.read',
      summary: 'Read a campaign with its counts',
      isSameForAll: true,
      errors: [notFound],
      handle: (caller, { params }) => viewCampaign(deps, caller, params.id as CampaignId),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/campaigns/{id}/check-sheet'],
      needs: 'campaigns.read',
      summary: 'Make the check sheet: who receives it, who does not and why, cost and hours',
      description: 'After the launch it is the one that was approved.',
      errors: [notFound],
      handle: (caller, { params }) => makeCheckSheet(deps, caller, params.id as CampaignId),
    }),
  ]
}

function lifeRoutes(deps: CampaignsDeps): Route[] {
  const step = (
    verb: 'launch' | 'pause' | 'resume' | 'cancel',
    summary: string,
    act: (deps: CampaignsDeps, caller: Caller, id: CampaignId) => Promise<void>,
    more: readonly CampaignsError[] = [],
  ) =>
    defineRoute({
      ...campaignsApi[`POST /v1/campaigns/{id}/${verb}`],
      needs: 'campaigns.approve',
      summary,
      errors: [notFound, notPossible, ...more],
      handle: async (caller, { params }) => {
        await act(deps, caller, params.id as CampaignId)
        return viewCampaign(deps, caller, params.id as CampaignId)
      },
    })
  return [
    defineRoute({
      ...campaignsApi['POST /v1/campaigns/{id}/approve'],
      needs: 'campaigns.approve',
      summary: 'Approve exactly the check sheet with this hash',
      errors: [
        notFound,
        notPossible,
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
        await run.approveCampaign(deps, caller, { id: params.id as CampaignId, ...body })
        return viewCampaign(deps, caller, params.id as CampaignId)
      },
    }),
    step('launch', 'Launch an approved campaign', run.launchCampaign, [
      'campaigns.sheet_changed',
      'campaigns.needs_another',
    ]),
    step('pause', 'Hold what has not left', run.pauseCampaign),
    step('resume', 'Let what was held go on', run.resumeCampaign, [
      'campaigns.first_messages_deleted',
      'campaigns.needs_another',
    ]),
    step('cancel', 'End what has not left, for ever', run.cancelCampaign),
    defineProgress({
      path: '/v1/campaigns/{id}/progress',
      needs: 'campaigns.read',
      summary: 'Follow a campaign, an event a second',
      params: idParams,
      event: shapes.progressEvent,
      errors: [notFound],
      handle: (caller, { params, exchange }) =>
        progressOf(deps, caller, params.id as CampaignId, exchange.gone),
    }),
  ]
}
