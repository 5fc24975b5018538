// From a route as it is kept to the settings of its links.

import { type AddressRule, publicAddresses } from '../outgoing/index.ts'
import type { RoutingDeps } from './deps.ts'
import { HttpLink } from './http/http-link.ts'
import type { HttpOperator } from './http/http-operator.ts'
import { openSecrets } from './http/http-place.ts'
import type { LinkDeps, LinkSettings, OperatorLink, PaceRates, TlsSettings } from './link/index.ts'
import type { Route } from './route.ts'
import { openOperator, openPassword } from './route-secrets.ts'
import type { StoredRoute } from './store.ts'

/** What a link is made of: where it changes, a new link is needed. */
export function linkIdentity({ route, passwordSealed, httpSealed }: StoredRoute): string {
  const { host, port, usesTls, systemId, systemType, bindAs, binds, windowMax } = route
  const { defaultAlphabet, receiptOffsetMinutes, tlsCa, tlsServerName } = route
  const place = [host, port, usesTls, systemId, systemType, passwordSealed.toString('base64')]
  const http = httpSealed?.toString('base64')
  const pace = [bindAs, binds, windowMax, ownRates(route)]
  const trust = [tlsCa, tlsServerName, route.isFromConfiguration]
  return JSON.stringify([place, pace, trust, defaultAlphabet, receiptOffsetMinutes, http])
}

/** How many binds a route has: one without a share of its rate is left out. */
export function bindCount({ binds, segmentsPerSecond: rate }: Route): number {
  return rate === null ? binds : Math.min(binds, rate)
}

/** Of a route's rate, shared out to its binds, what those get that this process may use. */
export function shareOf(route: Route, isUsable: (bind: number) => boolean): number | null {
  const { segmentsPerSecond: rate } = route
  if (rate === null) return null
  const binds = bindCount(route)
  let share = 0
  for (let bind = 0; bind < binds; bind += 1) {
    if (!isUsable(bind)) continue
    share += Math.floor(rate / binds) + (bind < rate % binds ? 1 : 0)
  }
  return share
}

/** How much of the route's binds this process may use, of 1. */
export function partOf(route: Route, isUsable: (bind: number) => boolean): number {
  const binds = bindCount(route)
  let usable = 0
  for (let bind = 0; bind < binds; bind += 1) if (isUsable(bind)) usable += 1
  return usable / binds
}

/** The rates of each bind and of each sender; of the latter a node has its part of the binds. */
export function ownRates(route: Route): Pick<PaceRates, 'perBind' | 'perSender'> {
  return { perBind: route.bindSegmentsPerSecond, perSender: route.senderSegmentsPerSecond }
}

export type MakeSmppLink = (settings: LinkSettings, deps: LinkDeps) => OperatorLink

/** Makes the links of a route, one a bind, whichever protocol it speaks. */
export function linkMaker(
  stored: StoredRoute,
  deps: RoutingDeps,
  makeSmppLink: MakeSmppLink,
): (linkDeps: LinkDeps) => OperatorLink {
  const { route } = stored
  const password = openPassword(deps, stored)
  const operator = openOperator(deps, stored)
  const allows = addressRule(deps, operator)
  if (operator !== null) {
    const { windowMax, segmentsPerSecond } = route
    const secrets = openSecrets(password)
    const trust = trustOf(route)
    const settings = { operator, secrets, windowMax, segmentsPerSecond, allows, trust }
    return (linkDeps) => new HttpLink(settings, linkDeps)
  }
  // What the configuration itself says may lead anywhere.
  const bounds = route.isFromConfiguration ? {} : { allows }
  const settings = { ...smppSettings(route, password), ...bounds }
  return (linkDeps) => makeSmppLink(settings, linkDeps)
}

/** Credentials that travel in clear stay within the networks that the configuration names. */
export function addressRule(
  { outgoing = publicAddresses }: Pick<RoutingDeps, 'outgoing'>,
  operator: HttpOperator | null,
): AddressRule {
  const isOpen = operator?.url.startsWith('http:') ?? false
  return (address) => outgoing.allows(address, { isOpen })
}

function smppSettings(route: Route, password: LinkSettings['password']): LinkSettings {
  return {
    host: route.host,
    port: route.port,
    tls: route.usesTls ? trustOf(route) : null,
    systemId: route.systemId,
    password,
    systemType: route.systemType,
    bindAs: route.bindAs,
    windowMax: route.windowMax,
    segmentsPerSecond: route.segmentsPerSecond,
    defaultAlphabet: route.defaultAlphabet,
    receiptOffsetMinutes: route.receiptOffsetMinutes,
  }
}

export function trustOf({ tlsCa: ca, tlsServerName: serverName }: Route): TlsSettings {
  return { ...(ca === null ? {} : { ca }), ...(serverName === null ? {} : { serverName }) }
}
