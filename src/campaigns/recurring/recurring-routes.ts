// The HTTP of recurring sends; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { Caller } from '../../kernel/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { CampaignsDeps } from '../deps.ts'
import type { CampaignsError } from '../errors.ts'
import { changeRecurring, createRecurring, removeRecurring } from './prepare-recurring.ts'
import * as steps from './steps.ts'
import { viewCalendar } from './view-calendar.ts'
import { viewAllRecurring, viewDays, viewRecurring, viewSheet } from './view-recurring.ts'
import { readWaiting } from './waiting.ts'

const notFound = 'campaigns.recurring_not_found'
const notPossible = 'campaigns.recurring_step_not_possible'
const ofContent: readonly CampaignsError[] = [
  'campaigns.list_not_found',
  'campaigns.controller_not_found',
  'campaigns.list_of_other_controller',
  'campaigns.merge_field_unknown',
  'campaigns.recurring_rule_incomplete',
  'campaigns.recurring_days_crossed',
  'campaigns.recurring_field_unknown',
]

export function recurringRoutes(deps: CampaignsDeps): Route[] {
  return [...writingRoutes(deps), ...readingRoutes(deps), ...stepRoutes(deps)]
}

function writingRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['POST /v1/recurring-sends'],
      needs: 'campaigns.prepare',
      summary: 'Write a text that is sent again by itself; it waits to be started',
      errors: [...ofContent, 'campaigns.recurring_too_many'],
      handle: async (caller, { body }) =>
        viewRecurring(deps, caller, await createRecurring(deps, caller, body)),
    }),
    defineRoute({
      ...campaignsApi['PATCH /v1/recurring-sends/{id}'],
      needs: 'campaigns.prepare',
      summary: 'Change one that is a draft or paused; it waits to be started again',
      errors: [notFound, notPossible, ...ofContent],
      handle: async (caller, { params, body }) => {
        await changeRecurring(deps, caller, params.id, body)
        return viewRecurring(deps, caller, params.id)
      },
    }),
    defineRoute({
      ...campaignsApi['DELETE /v1/recurring-sends/{id}'],
      needs: 'campaigns.prepare',
      summary: 'Delete one that was never started',
      errors: [notFound, notPossible],
      handle: async (caller, { params }) => {
        await removeRecurring(deps, caller, params.id)
      },
    }),
  ]
}

const recurringCursor = defineCursor('recurring-sends', {
  createdAt: cursorPart.instant(),
  id: cursorPart.uuid(),
})
const dayCursor = defineCursor('occurrences', { day: cursorPart.integer() })
const dayMs = 86_400_000

function readingRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/recurring-sends'],
      needs: 'campaigns.read',
      summary: 'List recurring sends, newest first',
      handle: async (caller, { query }) => {
        const before = recurringCursor.read(query.cursor)
        const page = { before, limit: query.limit }
        const { items, last } = await viewAllRecurring(deps, caller, page)
        return { items, nextCursor: last === null ? null : recurringCursor.write(last) }
      },
    }),
    defineRoute({
      ...campaignsApi['GET /v1/calendar'],
      needs: 'campaigns.read',
      summary: 'Show what leaves on which day: campaigns, and the days to come of what recurs',
      handle: (caller, { query }) => viewCalendar(deps, caller, query),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/recurring-waiting'],
      needs: 'campaigns.prepare',
      summary:
        'List what waits to be started, the days that wait, and those of the last week that did not leave',
      handle: (caller) => readWaiting(deps, caller),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/recurring-sends/{id}'],
      needs: 'campaigns.read',
      summary: 'Read a recurring send, with its next day',
      errors: [notFound],
      handle: (caller, { params }) => viewRecurring(deps, caller, params.id),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/recurring-sends/{id}/check-sheet'],
      needs: 'campaigns.read',
      summary: 'Make the check sheet as if today were its day for everybody whom it goes to',
      description: 'The people of a segment are those who fit now, or did ten minutes ago at most.',
      errors: [
        notFound,
        'campaigns.controller_not_found',
        'campaigns.merge_field_unknown',
        'campaigns.list_of_other_controller',
        'contacts.segment_not_found',
        'contacts.lists_of_different_entities',
      ],
      handle: (caller, { params }) => viewSheet(deps, caller, params.id),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/recurring-sends/{id}/days'],
      needs: 'campaigns.read',
      summary: 'List its days, newest first, with what came of each',
      errors: [notFound],
      handle: async (caller, { params, query }) => {
        const from = dayCursor.read(query.cursor)
        const before = from === null ? null : new Date(from.day * dayMs).toISOString().slice(0, 10)
        const asked = { id: params.id, before, limit: query.limit }
        const { items, last } = await viewDays(deps, caller, asked)
        if (last === null) return { items, nextCursor: null }
        return { items, nextCursor: dayCursor.write({ day: Date.parse(last) / dayMs }) }
      },
    }),
  ]
}

function stepRoutes(deps: CampaignsDeps): Route[] {
  const step = (
    verb: 'pause' | 'resume' | 'end',
    summary: string,
    act: (deps: CampaignsDeps, caller: Caller, id: string) => Promise<void>,
    more: readonly 'campaigns.recurring_never'[] = [],
  ) =>
    defineRoute({
      ...campaignsApi[`POST /v1/recurring-sends/{id}/${verb}`],
      needs: 'campaigns.approve',
      summary,
      errors: [notFound, notPossible, ...more],
      handle: async (caller, { params }) => {
        await act(deps, caller, params.id)
        return viewRecurring(deps, caller, params.id)
      },
    })
  return [
    defineRoute({
      ...campaignsApi['POST /v1/recurring-sends/{id}/start'],
      needs: 'campaigns.approve',
      summary: 'Start exactly the version that was read: from then on it leaves by itself',
      errors: [
        notFound,
        notPossible,
        'campaigns.recurring_changed',
        'campaigns.recurring_needs_another',
        'campaigns.recurring_never',
      ],
      handle: async (caller, { params, body }) => {
        await steps.startRecurring(deps, caller, { id: params.id, version: body.version })
        return viewRecurring(deps, caller, params.id)
      },
    }),
    step('pause', 'Make no more days until it is resumed', steps.pauseRecurring),
    step('resume', 'Go on from now; days of the pause are not made up for', steps.resumeRecurring, [
      'campaigns.recurring_never',
    ]),
    step('end', 'End it for ever; its days stay to be read', steps.endRecurring),
  ]
}
