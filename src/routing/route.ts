// What a route is, whether it may carry a message now, and which of several does.
import type { CountryCode, Hours } from '../countries/index.ts'
import type { Instant, RouteId } from '../kernel/index.ts'
import type { Concatenation } from '../wire/index.ts'
import { closedWhys, type MessageClass } from './contract.ts'

/** A route without its password: what other rooms and screens may see. */
export type Route = {
  routeId: RouteId
  name: string
  kind: 'smpp'
  supplierId: string
  /** Reaches nobody: the sandbox operator or a simulator. */
  isSandbox: boolean
  enabled: boolean
  host: string
  port: number
  usesTls: boolean
  systemId: string
  systemType: string
  bindAs: 'transceiver' | 'pair'
  binds: number
  windowMax: number
  /** For the whole route; null for no limit. */
  segmentsPerSecond: number | null
  concatenation: Concatenation
  defaultAlphabet: 'gsm7' | 'latin1'
  receiptOffsetMinutes: number
  /** The mention that marketing on this route carries: "STOP au 36xxx". */
  stopText: string | null
  stopShortcode: string | null
  /** Countries it reaches; empty for all. */
  countries: readonly CountryCode[]
  classes: readonly MessageClass[]
  /** It may narrow the marketing hours. */
  hours: Hours | null
  /** Lower comes first. */
  priority: number
  costMicroEur: number
  createdAt: Instant
  changedAt: Instant
}

/** A route and what decides whether it is open. */
export type RouteStanding = {
  route: Route
  contract: 'valid' | 'missing' | 'expired' | 'incomplete'
  /** When the contract ends, if it does. */
  contractUntil: Instant | null
  /** Whether its operator is reachable now; null where nobody has tried. */
  isBound: boolean | null
}

export type ClosedWhy = (typeof closedWhys)[number]

/** Why the route is closed; null while it is open. Whether it is bound is another matter. */
export function closedWhy(standing: RouteStanding, at: Instant): ClosedWhy | null {
  if (!standing.route.enabled) return 'route_disabled'
  if (standing.contract !== 'valid') return `contract_${standing.contract}`
  const { contractUntil } = standing
  return contractUntil !== null && contractUntil <= at ? 'contract_expired' : null
}

/** In ascending precedence: of several near misses, the last one in this list is told. */
export const routeRefusals = [
  'no_route',
  'no_route_for_country',
  'no_route_for_class',
  'shortcode_for_other_class',
  'no_stop_text',
  ...closedWhys,
] as const
export type RouteRefusal = (typeof routeRefusals)[number]

export type RouteQuestion = {
  country: CountryCode
  class: MessageClass
  /** Sandbox accounts use sandbox routes only. */
  accountKind: 'live' | 'sandbox'
  at: Instant
}

export type RouteChoice = { route: Route; refusal: null } | { route: null; refusal: RouteRefusal }

/** Which class a short code is for; null where its family says nothing. */
export type ShortcodeClass = (shortcode: string, country: CountryCode) => MessageClass | null

/**
 * The open route that a message takes: bound ones before others, then by priority, cost and name.
 * A live account reaches a sandbox route only while the installation has no other at all, so that a
 * newcomer sees something and a sender never mistakes a rehearsal for a sending.
 */
export function chooseRoute(
  question: RouteQuestion,
  standings: readonly RouteStanding[],
  shortcodeClass: ShortcodeClass,
): RouteChoice {
  const hasReal = standings.some(({ route }) => !route.isSandbox)
  const wantsSandbox = question.accountKind === 'sandbox' || !hasReal
  let nearest: RouteRefusal = 'no_route'
  const open: RouteStanding[] = []
  for (const standing of standings) {
    if (standing.route.isSandbox !== wantsSandbox) continue
    const refusal = refusalOf(question, standing, shortcodeClass)
    if (refusal === null) open.push(standing)
    else if (routeRefusals.indexOf(refusal) > routeRefusals.indexOf(nearest)) nearest = refusal
  }
  const best = open.sort(byPreference)[0]
  return best ? { route: best.route, refusal: null } : { route: null, refusal: nearest }
}

function refusalOf(
  question: RouteQuestion,
  standing: RouteStanding,
  shortcodeClass: ShortcodeClass,
): RouteRefusal | null {
  const { route } = standing
  const { country, class: messageClass } = question
  if (route.countries.length > 0 && !route.countries.includes(country)) {
    return 'no_route_for_country'
  }
  if (!route.classes.includes(messageClass)) return 'no_route_for_class'
  if (messageClass === 'marketing') {
    const family =
      route.stopShortcode === null ? null : shortcodeClass(route.stopShortcode, country)
    if (family === 'alert') return 'shortcode_for_other_class'
    if (!route.stopText) return 'no_stop_text'
  }
  return closedWhy(standing, question.at)
}

function byPreference(a: RouteStanding, b: RouteStanding): number {
  return (
    Number(b.isBound ?? false) - Number(a.isBound ?? false) ||
    a.route.priority - b.route.priority ||
    a.route.costMicroEur - b.route.costMicroEur ||
    a.route.name.localeCompare(b.route.name)
  )
}
