// The HTTP of routes and senders; thin.
import {
  cursorPart,
  defineCursor,
  defineRoute,
  type Exchange,
  type Route as HttpRoute,
} from '../http/index.ts'
import { type AccountId, isoTimeOrNull, type Language } from '../kernel/index.ts'
import type * as shapes from './contract.ts'
import { routingApi } from './contract-api.ts'
import type { SendersDeps } from './deps.ts'
import { routingError, senderRefusalCodes } from './errors.ts'
import type { LinkPool } from './link-pool.ts'
import { addRoute, changeRoute } from './manage-routes.ts'
import {
  decideSender,
  listSenders,
  openRefusal,
  registerSender,
  waitingSenders,
} from './manage-senders.ts'
import type { Sender } from './sender.ts'
import { testRoute } from './test-route.ts'
import { routeViewOf } from './view-route.ts'

export type RoutingRoutesDeps = SendersDeps & { pool: LinkPool }

export function routingRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  return [
    listRoute(deps),
    ...routeRoutes(deps),
    testRouteRoute(deps),
    receiptsRoute(deps),
    ...senderRoutes(deps),
    ...senderDecisionRoutes(deps),
  ]
}

function listRoute(deps: RoutingRoutesDeps): HttpRoute {
  return defineRoute({
    ...routingApi['GET /v1/routes'],
    needs: 'routes.read',
    summary: 'List routes: open or why not, bound or why not',
    description:
      'An account sees what it may choose by: name, countries, classes, hours, state. Who ' +
      'manages the installation sees where each leads as well, and no secret of it.',
    handle: async ({ language, rights }) => ({
      items: deps.pool.states().map((state) => {
        const { routeId } = state.route
        const isStaff = rights.has('installation.manage')
        const staff = isStaff ? { http: deps.pool.operatorOf(routeId) } : null
        return routeViewOf(state, language, staff)
      }),
    }),
  })
}

function routeRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  const viewOf = async (routeId: string, language: Language): Promise<shapes.RouteView> => {
    await deps.pool.refresh()
    const state = deps.pool.states().find(({ route }) => route.routeId === routeId)
    if (!state) throw new Error('a route that was just written is there')
    return routeViewOf(state, language, { http: deps.pool.operatorOf(routeId) })
  }
  return [
    defineRoute({
      ...routingApi['POST /v1/routes'],
      needs: 'installation.manage',
      summary: 'Add a route to an operator',
      errors: [
        'routing.url_invalid',
        'routing.http_missing',
        'routing.http_not_public',
        'routing.tls_ca_invalid',
        'routing.tls_unused',
        'routing.hours_invalid',
        'routing.supplier_not_found',
        'routing.route_name_taken',
      ],
      handle: async (caller, { body }) => {
        const { route } = await addRoute(deps, caller, body)
        return viewOf(route.routeId, caller.language)
      },
    }),
    defineRoute({
      ...routingApi['PATCH /v1/routes/{id}'],
      needs: 'installation.manage',
      summary: 'Change a route; with a new address its links are made anew',
      errors: [
        'routing.route_not_found',
        'routing.url_invalid',
        'routing.http_not_public',
        'routing.kind_fixed',
        'routing.secret_needed',
        'routing.tls_ca_invalid',
        'routing.tls_unused',
        'routing.hours_invalid',
        'routing.route_name_taken',
      ],
      handle: async (caller, { params, body }) => {
        const { route } = await changeRoute(deps, caller, params.id, body)
        return viewOf(route.routeId, caller.language)
      },
    }),
  ]
}

function testRouteRoute(deps: RoutingRoutesDeps): HttpRoute {
  return defineRoute({
    ...routingApi['POST /v1/routes/{id}/test'],
    needs: 'installation.manage',
    summary: 'Send one test message by a route, or see what would be sent',
    description:
      'The text is one of the program’s own. It goes to the operator even while the route is ' +
      'paused or switched off, never without a valid contract. What was sent is answered with ' +
      'all that may be a key left out, beside what the operator said.',
    perMinuteMax: 10,
    errors: ['routing.route_not_found', 'routing.test_closed', 'routing.test_number'],
    handle: (caller, { params, body }) => testRoute(deps, caller, params.id, body),
  })
}

function senderRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  return [
    defineRoute({
      ...routingApi['GET /v1/senders'],
      needs: 'account.read',
      summary: 'List the senders that the account may show',
      handle: async (caller) => ({
        items: (await listSenders(deps, caller.accountId)).map((one) =>
          senderViewOf(deps, caller.accountId, one),
        ),
      }),
    }),
    defineRoute({
      ...routingApi['POST /v1/senders'],
      needs: 'account.manage',
      summary: 'Register a sender; an often imitated name waits for a second person',
      description:
        'One that was refused, or whose end has come, may be asked for again: it keeps its id. A refused one needs its evidence, and waits for a decision.',
      errors: [
        ...senderRefusalCodes,
        'routing.sender_needs_evidence',
        'routing.sender_was_refused',
        'routing.sender_taken',
      ],
      handle: async (caller, { body }) =>
        senderViewOf(deps, caller.accountId, await registerSender(deps, caller, body)),
    }),
  ]
}

const senderCursor = defineCursor('waiting-senders', {
  createdAt: cursorPart.instant(),
  senderId: cursorPart.uuid(),
})

/** Of all accounts, for whoever decides over names that are often imitated. */
function senderDecisionRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  return [
    defineRoute({
      ...routingApi['GET /v1/senders/waiting'],
      needs: 'installation.manage',
      summary: 'List the senders of all accounts that wait for a decision, the oldest first',
      handle: async (_caller, { query }) => {
        const after = senderCursor.read(query.cursor)
        const { items, last } = await waitingSenders(deps, { after, limit: query.limit })
        return {
          items: items.map((one) => ({
            ...senderViewOf(deps, one.account.id, one),
            account: one.account,
          })),
          nextCursor:
            last === null
              ? null
              : senderCursor.write({ createdAt: last.createdAt, senderId: last.senderId }),
        }
      },
    }),
    defineRoute({
      ...routingApi['GET /v1/accounts/{id}/senders'],
      needs: 'installation.manage',
      summary: 'List the senders of an account',
      handle: async (_caller, { params }) => ({
        items: (await listSenders(deps, params.id as AccountId)).map((one) =>
          senderViewOf(deps, params.id as AccountId, one),
        ),
      }),
    }),
    defineRoute({
      ...routingApi['PUT /v1/accounts/{id}/senders/{senderId}/decision'],
      needs: 'installation.manage',
      summary: 'Approve or refuse a sender of an account',
      description:
        'A refusal says why. The account reads it in its settings and journal, and its managers ' +
        'are told.',
      errors: ['routing.sender_not_found'],
      handle: async (caller, { params, body }) => {
        const accountId = params.id as AccountId
        const place = { accountId, senderId: params.senderId }
        return senderViewOf(deps, accountId, await decideSender(deps, caller, place, body))
      },
    }),
  ]
}

/** Operators send one receipt a request, or hundreds. */
const receiptsOctetsMax = 256 * 1024
const receiptRequestsPerMinute = 12_000

/** What an HTTP operator calls; it has no user here, so that its secret is all that it shows. */
function receiptsRoute(deps: RoutingRoutesDeps): HttpRoute {
  return defineRoute({
    ...routingApi['POST /v1/routes/{id}/receipts'],
    needs: 'none',
    summary: 'Take the receipts of an HTTP operator',
    description:
      'The secret of the route comes as a bearer token, in the header X-Receipt-Secret, or as ' +
      'the query parameter `secret`. Answered once the receipts are on disk.',
    errors: ['routing.receipts_unknown', 'http.too_many_requests'],
    bodyOctetsMax: receiptsOctetsMax,
    perMinuteMax: receiptRequestsPerMinute,
    countsHere: true,
    admit: async ({ params, query, exchange }) => {
      if (!deps.pool.takesReceipts(params.id, secretOf(query, exchange))) throw receiptsUnknown()
    },
    handle: async (_caller, { params, query, body, exchange }) => {
      const taken = await deps.pool.takeReceipts(params.id, secretOf(query, exchange), body)
      // Changed while the body came.
      if (taken === null) throw receiptsUnknown()
    },
  })
}

function secretOf(query: { secret?: string | undefined }, exchange: Exchange): string {
  const bearer = /^Bearer (.+)$/.exec(exchange.header('authorization') ?? '')?.[1]
  return bearer ?? exchange.header('x-receipt-secret') ?? query.secret ?? ''
}

const receiptsUnknown = () =>
  routingError('routing.receipts_unknown', 'No route takes receipts with this secret.')

function senderViewOf(
  deps: RoutingRoutesDeps,
  accountId: AccountId,
  sender: Sender,
): shapes.SenderView {
  return {
    id: sender.senderId,
    name: sender.name,
    country: sender.country,
    kind: sender.kind,
    state: sender.state,
    evidence: sender.evidence,
    expiresAt: isoTimeOrNull(sender.expiresAt),
    createdAt: new Date(sender.createdAt).toISOString(),
    decidedAt: isoTimeOrNull(sender.decidedAt),
    refusal: openRefusal(deps, accountId, sender),
  }
}
