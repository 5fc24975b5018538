// From a route as it is kept to the settings of its links.
import type { RoutingDeps } from './deps.ts'
import { HttpLink } from './http/http-link.ts'
import { openSecrets } from './http/http-place.ts'
import type { LinkDeps, LinkSettings, OperatorLink, PaceRates, TlsSettings } from './link/index.ts'
import type { Route } from './route.ts'
import { openPassword } from './route-password.ts'
import type { StoredRoute } from './store.ts'

/** What a link is made of: where it changes, a new link is needed. */
export function linkIdentity({ route, passwordSealed }: StoredRoute): string {
  const { host, port, usesTls, systemId, systemType, bindAs, binds, windowMax } = route
  const { defaultAlphabet, receiptOffsetMinutes, tlsCa, tlsServerName } = route
  const place = [host, port, usesTls, systemId, systemType, passwordSealed.toString('base64')]
  const pace = [bindAs, binds, windowMax, ownRates(route)]
  const trust = [tlsCa, tlsServerName]
  return JSON.stringify([place, pace, trust, defaultAlphabet, receiptOffsetMinutes, route.http])
}

/** How many binds a route has: one without a share of its rate is left out. */
export function bindCount({ binds, segmentsPerSecond: rate }: Route): number {
  return rate === null ? binds : Math.min(binds, rate)
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
  if (route.http !== null) {
    const { windowMax, segmentsPerSecond } = route
    const secrets = openSecrets(password)
    const trust = trustOf(route)
    const settings = { operator: route.http, secrets, windowMax, segmentsPerSecond, trust }
    return (linkDeps) => new HttpLink(settings, linkDeps)
  }
  const settings = smppSettings(route, password)
  return (linkDeps) => makeSmppLink(settings, linkDeps)
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

function trustOf({ tlsCa: ca, tlsServerName: serverName }: Route): TlsSettings {
  return { ...(ca === null ? {} : { ca }), ...(serverName === null ? {} : { serverName }) }
}
