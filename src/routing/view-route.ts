// A route as shown: to accounts what they choose by, to administrators its address.
import { isoTimeOrNull, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import type * as shapes from './contract.ts'
import type { HttpOperator } from './http/http-operator.ts'
import { maskedOperator } from './http/mask.ts'
import { isPaused, type LinkState } from './link/index.ts'
import type { RouteState } from './link-pool.ts'

/** `operator`: how an HTTP operator is asked; absent for who may not know where routes lead. */
export function routeViewOf(
  state: RouteState,
  language: Language,
  staff: { http: HttpOperator | null } | null,
): shapes.RouteView {
  const { route } = state
  return {
    id: route.routeId,
    name: route.name,
    isSandbox: route.isSandbox,
    countries: [...route.countries],
    classes: [...route.classes],
    hours: route.hours,
    concatenation: route.concatenation,
    shiftTables: [...route.shiftTables],
    stopText: route.stopText,
    stopShortcode: route.stopShortcode,
    state: stateOf(state),
    closedWhy: state.closedWhy,
    isSlow: state.isSlow ?? false,
    operator: staff === null ? null : operatorViewOf(state, language, staff.http),
  }
}

function stateOf(state: RouteState): shapes.RouteView['state'] {
  if (state.closedWhy !== null) return 'closed'
  if (state.isBound) return 'open'
  return isPaused(state.links) ? 'paused' : 'down'
}

function operatorViewOf(
  state: RouteState,
  language: Language,
  http: HttpOperator | null,
): NonNullable<shapes.RouteView['operator']> {
  const { route } = state
  return {
    kind: route.kind,
    http: http === null ? null : maskedOperator(http),
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
    enabled: route.enabled,
    bindSegmentsPerSecond: route.bindSegmentsPerSecond,
    senderSegmentsPerSecond: route.senderSegmentsPerSecond,
    learnedSegmentsPerSecond: state.learnedRate,
    optOutCodes: [...route.optOutCodes],
    deadNumberCodes: [...route.deadNumberCodes],
    defaultAlphabet: route.defaultAlphabet,
    receiptOffsetMinutes: route.receiptOffsetMinutes,
    priority: route.priority,
    share: route.share,
    costMicroEur: route.costMicroEur,
    contractUntil: isoTimeOrNull(state.contractUntil),
    binds: state.links.map((link) => bindViewOf(link, language)),
    receiptsMatched: state.matchingRate,
  }
}

function bindViewOf(
  state: LinkState,
  language: Language,
): NonNullable<shapes.RouteView['operator']>['binds'][number] {
  const isDown = state.kind === 'down'
  return {
    state: state.kind,
    since: new Date(state.since).toISOString(),
    why: isDown ? state.why : null,
    sentence: isDown ? sentence(language, `down.${state.why}`) : null,
    operatorSaid: isDown ? (state.said ?? null) : null,
    retryAt: isDown ? isoTimeOrNull(state.retryAt) : null,
  }
}
