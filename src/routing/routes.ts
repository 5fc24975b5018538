// The HTTP of routes and senders; thin.
import { idParams } from '../http/contract.ts'
import { defineRoute, type Exchange, type Route as HttpRoute, nothing } from '../http/index.ts'
import { type AccountId, isoTimeOrNull, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import * as shapes from './contract.ts'
import type { RoutingDeps } from './deps.ts'
import { routingError, senderRefusalCodes } from './errors.ts'
import type { HttpOperator } from './http/http-operator.ts'
import type { LinkState } from './link/index.ts'
import type { LinkPool, RouteState } from './link-pool.ts'
import { addRoute, changeRoute } from './manage-routes.ts'
import { decideSender, listSenders, registerSender } from './manage-senders.ts'
import type { Sender } from './sender.ts'

export type RoutingRoutesDeps = RoutingDeps & { pool: LinkPool }

export function routingRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  return [...routeRoutes(deps), receiptsRoute(deps), ...senderRoutes(deps)]
}

function routeRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  const viewOf = async (routeId: string, language: Language): Promise<shapes.RouteView> => {
    await deps.pool.refresh()
    const state = deps.pool.states().find(({ route }) => route.routeId === routeId)
    if (!state) throw new Error('a route that was just written is there')
    return routeViewOf(state, language)
  }
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/routes',
      needs: 'routes.read',
      summary: 'List routes: open or why not, bound or why not',
      response: shapes.routeList,
      handle: async ({ language }) => ({
        items: deps.pool.states().map((state) => routeViewOf(state, language)),
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/routes',
      needs: 'installation.manage',
      summary: 'Add a route to an operator',
      body: shapes.newRoute,
      response: shapes.routeView,
      status: 201,
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
      method: 'PATCH',
      path: '/v1/routes/{id}',
      needs: 'installation.manage',
      summary: 'Change a route; with a new address its links are made anew',
      params: idParams,
      body: shapes.routeChange,
      response: shapes.routeView,
      errors: [
        'routing.route_not_found',
        'routing.url_invalid',
        'routing.http_not_public',
        'routing.kind_fixed',
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

function senderRoutes(deps: RoutingRoutesDeps): HttpRoute[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/senders',
      needs: 'account.read',
      summary: 'List the senders that the account may show',
      response: shapes.senderList,
      handle: async (caller) => ({
        items: (await listSenders(deps, caller.accountId)).map(senderViewOf),
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/senders',
      needs: 'account.manage',
      summary: 'Register a sender; an often imitated name waits for a second person',
      body: shapes.newSender,
      response: shapes.senderView,
      status: 201,
      errors: [...senderRefusalCodes, 'routing.sender_needs_evidence', 'routing.sender_taken'],
      handle: async (caller, { body }) => senderViewOf(await registerSender(deps, caller, body)),
    }),
    defineRoute({
      method: 'GET',
      path: '/v1/accounts/{id}/senders',
      needs: 'installation.manage',
      summary: 'List the senders of an account',
      params: idParams,
      response: shapes.senderList,
      handle: async (_caller, { params }) => ({
        items: (await listSenders(deps, params.id as AccountId)).map(senderViewOf),
      }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/v1/accounts/{id}/senders/{senderId}/decision',
      needs: 'installation.manage',
      summary: 'Approve or refuse a sender of an account',
      params: shapes.senderParams,
      body: shapes.senderDecision,
      response: shapes.senderView,
      errors: ['routing.sender_not_found'],
      handle: async (caller, { params, body }) => {
        const place = { accountId: params.id as AccountId, senderId: params.senderId }
        return senderViewOf(await decideSender(deps, caller, place, body.state))
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
    method: 'POST',
    path: '/v1/routes/{id}/receipts',
    needs: 'none',
    summary: 'Take the receipts of an HTTP operator',
    description:
      'The secret of the route comes as a bearer token, in the header X-Receipt-Secret, or as the ' +
      'query parameter `secret`. Answered once the receipts are on disk.',
    params: shapes.receiptsParams,
    query: shapes.receiptsQuery,
    body: shapes.receiptsBody,
    response: nothing,
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

/** Without what the store may have kept beside it. */
function httpViewOf(http: HttpOperator): NonNullable<shapes.RouteView['http']> {
  const { url, headers, authHeader, body, numberForm, answer, receipt } = http
  const { allowsPrivateAddresses, timeoutMs } = http
  return {
    url,
    headers,
    authHeader,
    body: body as NonNullable<shapes.RouteView['http']>['body'],
    numberForm,
    answer: {
      ...answer,
      accepted: [...answer.accepted],
      throttle: [...answer.throttle],
      retry: [...answer.retry],
    },
    receipt: receipt as NonNullable<shapes.RouteView['http']>['receipt'],
    allowsPrivateAddresses,
    timeoutMs,
  }
}

function routeViewOf(state: RouteState, language: Language): shapes.RouteView {
  const { route } = state
  return {
    id: route.routeId,
    kind: route.kind,
    http: route.http === null ? null : httpViewOf(route.http),
    supplierId: route.supplierId,
    host: route.host,
    port: route.port,
    usesTls: route.usesTls,
    tlsCa: route.tlsCa,
    tlsServerName: route.tlsServerName,
    systemId: route.systemId,
    systemType: route.systemType,
    bindAs: route.bindAs,
    bindsMax: route.binds,
    windowMax: route.windowMax,
    segmentsPerSecond: route.segmentsPerSecond,
    name: route.name,
    enabled: route.enabled,
    isSandbox: route.isSandbox,
    bindSegmentsPerSecond: route.bindSegmentsPerSecond,
    senderSegmentsPerSecond: route.senderSegmentsPerSecond,
    learnedSegmentsPerSecond: state.learnedRate,
    concatenation: route.concatenation,
    shiftTables: [...route.shiftTables],
    optOutCodes: [...route.optOutCodes],
    defaultAlphabet: route.defaultAlphabet,
    receiptOffsetMinutes: route.receiptOffsetMinutes,
    stopText: route.stopText,
    stopShortcode: route.stopShortcode,
    countries: [...route.countries],
    classes: [...route.classes],
    hours: route.hours,
    priority: route.priority,
    share: route.share,
    isSlow: state.isSlow ?? false,
    costMicroEur: route.costMicroEur,
    closedWhy: state.closedWhy,
    contractUntil: isoTimeOrNull(state.contractUntil),
    binds: state.links.map((link) => bindViewOf(link, language)),
    receiptsMatched: state.matchingRate,
  }
}

function bindViewOf(state: LinkState, language: Language): shapes.RouteView['binds'][number] {
  const isDown = state.kind === 'down'
  return {
    state: state.kind,
    since: new Date(state.since).toISOString(),
    why: isDown ? state.why : null,
    sentence: isDown ? sentence(language, `down.${state.why}`) : null,
    retryAt: isDown ? isoTimeOrNull(state.retryAt) : null,
  }
}

function senderViewOf(sender: Sender): shapes.SenderView {
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
  }
}
