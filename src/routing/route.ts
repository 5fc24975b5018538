// What a route is, whether it may carry a message now, and which of several does.
import type { CountryCode, Hours } from '../countries/index.ts'
import type { Instant, RouteId } from '../kernel/index.ts'
import type { Concatenation, ShiftLanguage } from '../wire/index.ts'
import { closedWhys, type MessageClass } from './contract.ts'

/** A route without its secrets: what other rooms may see. */
export type Route = {
  routeId: RouteId
  name: string
  kind: 'smpp' | 'http'
  supplierId: string
  /** Reaches nobody: the sandbox operator or a simulator. */
  isSandbox: boolean
  enabled: boolean
  /**
   * The installation's configuration said where it leads, so that this may be a private network.
   */
  isFromConfiguration: boolean
  host: string
  port: number
  usesTls: boolean
  /** PEM certificates to trust instead of the machine's; null for the machine's. */
  tlsCa: string | null
  /** The name on the operator's certificate, where it is not the host. */
  tlsServerName: string | null
  systemId: string
  systemType: string
  bindAs: 'transceiver' | 'pair'
  binds: number
  windowMax: number
  /** For the whole route; null for no limit. */
  segmentsPerSecond: number | null
  /** For each of its binds, and for each sender that leaves by it; null for no limit. */
  bindSegmentsPerSecond: number | null
  senderSegmentsPerSecond: number | null
  concatenation: Concatenation
  /** Languages whose national tables its operator and handsets understand. */
  shiftTables: readonly ShiftLanguage[]
  defaultAlphabet: 'gsm7' | 'latin1'
  receiptOffsetMinutes: number
  /** Error codes of receipts that tell a STOP which was said to the operator. */
  optOutCodes: readonly string[]
  /** Error codes of receipts that tell that nobody has the number. */
  deadNumberCodes: readonly string[]
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
  /**
   * Of routes with the same priority and cost, how much it takes beside the others; 0 for nothing.
   */
  share: number
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
  /** Its receipts come late: others are taken first while theirs do not. */
  isSlow?: boolean
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
  'supplier_barred',
] as const
export type RouteRefusal = (typeof routeRefusals)[number]

export type RouteQuestion = {
  country: CountryCode
  class: MessageClass
  /** Sandbox accounts use sandbox routes only. */
  accountKind: 'live' | 'sandbox'
  at: Instant
  /** Suppliers to whom nothing of the account may go now; absent for none. */
  barred?: ReadonlySet<string>
  /** From 0 up to 1: whose turn it is among routes that share. Absent: the largest share. */
  turn?: number
}

export type RouteChoice = { route: Route; refusal: null } | { route: null; refusal: RouteRefusal }

/** Which class a short code is for; null where its family says nothing. */
export type ShortcodeClass = (shortcode: string, country: CountryCode) => MessageClass | null

/**
 * The open route that a message takes: bound ones before others, then those whose receipts come in
 * time, then by priority and cost; those that are alike in all this take turns by their shares.
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
  const best = inTurn(open, question.turn)
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
  const closed = closedWhy(standing, question.at)
  return closed ?? (question.barred?.has(route.supplierId) === true ? 'supplier_barred' : null)
}

function inTurn(open: readonly RouteStanding[], turn = 0): RouteStanding | undefined {
  const [first, ...others] = [...open].sort(byPreference)
  if (first === undefined) return undefined
  const alike = [first, ...others.filter((other) => byMerit(first, other) === 0)]
  const total = alike.reduce((sum, { route }) => sum + route.share, 0)
  let left = turn * total
  for (const standing of alike) {
    left -= standing.route.share
    if (left < 0) return standing
  }
  return first
}

function byPreference(a: RouteStanding, b: RouteStanding): number {
  return byMerit(a, b) || b.route.share - a.route.share || a.route.name.localeCompare(b.route.name)
}

function byMerit(a: RouteStanding, b: RouteStanding): number {
  return (
    Number(b.isBound ?? false) - Number(a.isBound ?? false) ||
    Number(a.isSlow ?? false) - Number(b.isSlow ?? false) ||
    a.route.priority - b.route.priority ||
    a.route.costMicroEur - b.route.costMicroEur
  )
}

/** Whether new messages that one route carries could go by the other, for an account there. */
export function sharesWork(own: Route, other: Route, country: CountryCode): boolean {
  const reaches = (route: Route, one: CountryCode) =>
    route.countries.length === 0 || route.countries.includes(one)
  const isThere = reaches(own, country)
    ? reaches(other, country)
    : own.countries.some((one) => reaches(other, one))
  const carries = (one: MessageClass) =>
    other.classes.includes(one) && (one === 'alert' || Boolean(other.stopText))
  return isThere && own.classes.some(carries)
}

/**
 * Whether what was made for one route may leave by another: cut alike, with the same way to say
 * stop, to the same countries, within the same hours.
 */
export function mayStandIn(own: Route, other: Route, messageClass: MessageClass): boolean {
  const isCutAlike =
    other.concatenation === own.concatenation &&
    JSON.stringify([...other.shiftTables].sort()) === JSON.stringify([...own.shiftTables].sort())
  const reaches =
    other.countries.length === 0 ||
    (own.countries.length > 0 && own.countries.every((one) => other.countries.includes(one)))
  const saysStopAlike = other.stopText === own.stopText && other.stopShortcode === own.stopShortcode
  return (
    other.isSandbox === own.isSandbox &&
    other.classes.includes(messageClass) &&
    isCutAlike &&
    reaches &&
    (messageClass === 'alert' || saysStopAlike)
  )
}

/** Open routes that may take what waits for one, bound or not, by no supplier that is barred. */
export function openStandIns(
  standings: readonly RouteStanding[],
  routeId: RouteId,
  of: { kind: MessageClass; barred: ReadonlySet<string> | undefined; at: Instant },
): RouteStanding[] {
  const own = standings.find(({ route }) => route.routeId === routeId)?.route
  if (own === undefined) return []
  return standings.filter(
    (standing) =>
      standing.route.routeId !== routeId &&
      of.barred?.has(standing.route.supplierId) !== true &&
      mayStandIn(own, standing.route, of.kind) &&
      closedWhy(standing, of.at) === null,
  )
}
