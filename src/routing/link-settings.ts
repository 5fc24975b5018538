// From a route as it is kept to the settings of its links.
import type { RoutingDeps } from './deps.ts'
import type { LinkSettings, PaceRates } from './link/index.ts'
import type { Route } from './route.ts'
import { openPassword } from './route-password.ts'
import type { StoredRoute } from './store.ts'

/** What a link is made of: where it changes, a new link is needed. */
export function linkIdentity({ route, passwordSealed }: StoredRoute): string {
  const { host, port, usesTls, systemId, systemType, bindAs, binds, windowMax } = route
  const { defaultAlphabet, receiptOffsetMinutes } = route
  const place = [host, port, usesTls, systemId, systemType, passwordSealed.toString('base64')]
  const pace = [bindAs, binds, windowMax, ownRates(route)]
  return JSON.stringify([place, pace, defaultAlphabet, receiptOffsetMinutes])
}

/** How many binds a route has: one without a share of its rate is left out. */
export function bindCount({ binds, segmentsPerSecond: rate }: Route): number {
  return rate === null ? binds : Math.min(binds, rate)
}

/** The rates of each bind and of each sender, which do not move between nodes. */
export function ownRates(route: Route): Pick<PaceRates, 'perBind' | 'perSender'> {
  return { perBind: route.bindSegmentsPerSecond, perSender: route.senderSegmentsPerSecond }
}

/** One a bind. */
export function linkSettings(stored: StoredRoute, deps: RoutingDeps): LinkSettings[] {
  const { route } = stored
  return Array.from({ length: bindCount(route) }, () => ({
    host: route.host,
    port: route.port,
    tls: route.usesTls ? {} : null,
    systemId: route.systemId,
    password: openPassword(deps, stored),
    systemType: route.systemType,
    bindAs: route.bindAs,
    windowMax: route.windowMax,
    segmentsPerSecond: route.segmentsPerSecond,
    defaultAlphabet: route.defaultAlphabet,
    receiptOffsetMinutes: route.receiptOffsetMinutes,
  }))
}
