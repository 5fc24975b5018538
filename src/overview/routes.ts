// The HTTP of the first page, of what waits and of the search; thin.
import { defineRoute, type Route } from '../http/index.ts'
import { overviewApi } from './contract-api.ts'
import { countReachable } from './count-reachable.ts'
import { countWaiting } from './count-waiting.ts'
import type { OverviewDeps } from './deps.ts'
import { readFirstSteps } from './first-steps.ts'
import { readOpenPoints } from './open-points.ts'
import { readDepartures } from './read-departures.ts'
import { readFigures } from './read-figures.ts'
import { search } from './search.ts'

/** Somebody types: each pause may ask. */
const searchesPerMinuteMax = 240

export function overviewRoutes(deps: OverviewDeps): Route[] {
  return [
    defineRoute({
      ...overviewApi['GET /v1/overview/waiting'],
      needs: 'session',
      summary: 'Count what waits for somebody: replies, requests, approvals, sender names',
      handle: (caller) => countWaiting(deps, caller),
    }),
    defineRoute({
      ...overviewApi['GET /v1/overview/figures'],
      needs: 'messages.read',
      summary: 'Show what was sent in thirty days, day by day, and in the thirty days before',
      description:
        'Counted in the transactions that write messages, receipts and replies: exact up to the ' +
        'moment of the answer. Each message counts on the day of what became of it.',
      handle: (caller) => readFigures(deps, caller),
    }),
    defineRoute({
      ...overviewApi['GET /v1/overview/reachable'],
      needs: 'contacts.read',
      summary: 'Count the people whom marketing may reach now',
      description:
        'Of more than 20,000 people the count is remembered for minutes; `countedAt` says when.',
      handle: (caller) => countReachable(deps, caller),
    }),
    defineRoute({
      ...overviewApi['GET /v1/overview/departures'],
      needs: 'campaigns.read',
      summary: 'List the campaigns that leave next',
      handle: (caller) => readDepartures(deps, caller),
    }),
    defineRoute({
      ...overviewApi['GET /v1/overview/first-steps'],
      needs: 'account.read',
      summary: 'Say which steps to a first campaign are done',
      handle: (caller) => readFirstSteps(deps, caller),
    }),
    defineRoute({
      ...overviewApi['GET /v1/overview/open-points'],
      needs: 'audit.read',
      summary: 'List what is open for whoever answers for the data: what, who, until when',
      description: 'Each sort of point by the caller’s rights; at most 100 of one sort.',
      handle: (caller) => readOpenPoints(deps, caller),
    }),
    defineRoute({
      ...overviewApi['POST /v1/overview/search'],
      needs: 'session',
      summary: 'Find campaigns and wordings by name, messages by id or reference',
      description:
        'What the caller’s rights do not cover is left empty. People are found by their number ' +
        'with `POST /v1/contacts/search`, which records each question.',
      perMinuteMax: searchesPerMinuteMax,
      handle: (caller, { body }) => search(deps, caller, body.text),
    }),
  ]
}
