// Adds and changes routes, and makes the installation's own ones at the start.
import { checkHours } from '../countries/index.ts'
import { contractStandings, ensureOwnSupplier } from '../governance/index.ts'
import type { Caller, Personal, RouteId } from '../kernel/index.ts'
import { publicAddresses } from '../outgoing/index.ts'
import { isUniqueViolation, type Tx } from '../storage/index.ts'
import type { AuditAction } from '../words/index.ts'
import {
  type NewHttpOperator,
  type NewRoute,
  type RouteChange,
  usualDeadNumberCodes,
} from './contract.ts'
import type { RoutingDeps } from './deps.ts'
import { routingError } from './errors.ts'
import type { HttpOperator } from './http/http-operator.ts'
import { httpPlace, isHttpUrl } from './http/http-place.ts'
import { type OperatorAddress, parseOperatorUrl } from './operator-url.ts'
import type { Route, RouteStanding } from './route.ts'
import { openOperator, openPassword, sealOperator, sealPassword } from './route-secrets.ts'
import {
  findRoute,
  findRouteByName,
  readOperatorsInClear,
  readRoutes,
  type StoredRoute,
  writeOperatorSealed,
  writeRoute,
} from './store.ts'
import { withTrust } from './tls-trust.ts'

export async function addRoute(
  deps: RoutingDeps,
  caller: Caller,
  input: NewRoute,
): Promise<RouteStanding> {
  const { url, http: described, ...settings } = input
  const { address, http } = newPlace(deps, url, described)
  checkRouteHours(input.hours)
  const routeId = deps.makeId() as RouteId
  const at = deps.clock.now()
  const route = withTrust({
    ...settings,
    ...placeOf(address),
    routeId,
    kind: http === null ? 'smpp' : 'http',
    isFromConfiguration: false,
    ...(http === null ? {} : wholeTexts),
    createdAt: at,
    changedAt: at,
  })
  const stored = {
    route,
    passwordSealed: sealPassword(deps, routeId, address.password),
    httpSealed: sealOperator(deps, routeId, http),
  }
  return write(deps, caller, 'routing.route_added', async (tx) => {
    const standings = await contractStandings(tx, at)
    if (![...standings.keys()].some((id) => id === input.supplierId)) {
      throw routingError('routing.supplier_not_found', 'There is no such supplier; add it first.')
    }
    return stored
  })
}

export async function changeRoute(
  deps: RoutingDeps,
  caller: Caller,
  routeId: string,
  change: RouteChange,
): Promise<RouteStanding> {
  const { url, http: described, ...settings } = change
  checkRouteHours(change.hours ?? null)
  return write(deps, caller, 'routing.route_changed', async (tx) => {
    const known = await findRoute(tx, routeId)
    if (!known) throw routingError('routing.route_not_found', 'There is no such route.')
    const moved = changedPlace(deps, known, url, described)
    const given = Object.entries(settings).filter(([, value]) => value !== undefined)
    const route = withTrust({
      ...known.route,
      ...(Object.fromEntries(given) as Partial<Route>),
      ...moved.place,
      ...(known.route.kind === 'http' ? wholeTexts : {}),
      isFromConfiguration: known.route.isFromConfiguration && url === undefined,
      changedAt: deps.clock.now(),
    })
    const { password, http } = moved
    return {
      route,
      passwordSealed: password
        ? sameOrSealed(deps, known, known.route, password)
        : known.passwordSealed,
      httpSealed: http ? sealOperator(deps, known.route.routeId, http) : known.httpSealed,
    }
  })
}

/** In JSON a text travels whole: the operator cuts it. */
const wholeTexts = { concatenation: 'payload' } as const

type MayLead = Pick<RoutingDeps, 'outgoing'>

function newPlace(
  { outgoing = publicAddresses }: MayLead,
  url: string,
  described: NewHttpOperator | null,
): { address: OperatorAddress; http: HttpOperator | null } {
  if (isHttpUrl(url) !== (described !== null)) throw httpMissing()
  if (described === null) return { address: parseOperatorUrl(url), http: null }
  return httpPlace(url, described, outgoing)
}

type Moved = {
  place: Partial<Omit<OperatorAddress, 'password'>>
  /** Null where it stays as it is. */
  http: HttpOperator | null
  password: Personal<string> | null
}

/**
 * A route keeps its protocol. An HTTP operator's description may change without its address, but
 * not the other way round: the secrets would go to whoever answers there.
 */
function changedPlace(
  deps: MayLead & Pick<RoutingDeps, 'vault'>,
  stored: StoredRoute,
  url: string | undefined,
  described: NewHttpOperator | undefined,
): Moved {
  const known = openOperator(deps, stored)
  if (known === null) {
    if (described !== undefined || (url !== undefined && isHttpUrl(url))) throw kindFixed()
    const address = url === undefined ? null : parseOperatorUrl(url)
    return {
      place: address ? placeOf(address) : {},
      http: null,
      password: address?.password ?? null,
    }
  }
  if (url !== undefined && !isHttpUrl(url)) throw kindFixed()
  if (described === undefined) {
    if (url !== undefined) throw secretNeeded()
    return { place: {}, http: null, password: null }
  }
  const { outgoing = publicAddresses } = deps
  const { address, http } = httpPlace(url ?? known.url, described, outgoing)
  return { place: placeOf(address), http, password: address.password }
}

function secretNeeded() {
  return routingError(
    'routing.secret_needed',
    'A new address needs the secrets again: give `http` whole, with `auth` and `receiptSecret`.',
  )
}

function httpMissing() {
  return routingError(
    'routing.http_missing',
    'An https:// address needs `http`, the description of how this operator is asked.',
  )
}

function kindFixed() {
  return routingError(
    'routing.kind_fixed',
    'A route keeps its protocol: add another route instead.',
  )
}

function placeOf({ password: _, ...place }: OperatorAddress): Omit<OperatorAddress, 'password'> {
  return place
}

/** A route narrows hours; it need not fit any one country's ceiling, but it must be readable. */
function checkRouteHours(hours: { from: string; until: string } | null): void {
  if (hours !== null && checkHours('', hours) !== null) {
    throw routingError(
      'routing.hours_invalid',
      'The hours end before they begin; write from and until as 08:00 and 20:00.',
    )
  }
}

async function write(
  deps: RoutingDeps,
  caller: Caller,
  action: AuditAction,
  make: (tx: Tx) => Promise<StoredRoute>,
): Promise<RouteStanding> {
  try {
    return await deps.database.inAccount(caller.accountId, async (tx) => {
      const stored = await make(tx)
      await writeRoute(tx, stored)
      const { route } = stored
      await deps.record(tx, caller, {
        action,
        details: { route: route.routeId, enabled: route.enabled, sandbox: route.isSandbox },
      })
      tx.afterCommit(() => deps.routesChanged?.())
      return standingIn(tx, route, deps.clock.now())
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw routingError('routing.route_name_taken', 'Another route has this name; choose one more.')
  }
}

async function standingIn(tx: Tx, route: Route, at: number): Promise<RouteStanding> {
  const standings = await contractStandings(tx, at)
  const found = [...standings].find(([id]) => id === route.supplierId)?.[1]
  return {
    route,
    contract: found?.state ?? 'missing',
    contractUntil: found?.until ?? null,
    isBound: null,
  }
}

/** All routes with their contracts' standing; sealed passwords beside, for the pool of links. */
export async function readStandings(
  tx: Tx,
  at: number,
): Promise<{ standing: RouteStanding; stored: StoredRoute }[]> {
  const routes = await readRoutes(tx)
  const contracts = new Map<string, { state: RouteStanding['contract']; until: number | null }>(
    await contractStandings(tx, at),
  )
  return routes.map((stored) => {
    const contract = contracts.get(stored.route.supplierId)
    return {
      stored,
      standing: {
        route: stored.route,
        contract: contract?.state ?? 'missing',
        contractUntil: contract?.until ?? null,
        isBound: null,
      },
    }
  })
}

export type OwnRoute = {
  /** The route's name; a route of this name is moved to the new address. */
  name: string
  /** smpp://user:password@host:port */
  url: string
  /** The name under which the installation stands as its own supplier. */
  supplier: string
  country: string
  stopText: string
  stopShortcode: string
}

/**
 * A sandbox route to the installation's own operator or to a simulator, made or moved at each start
 * (ports change). Its supplier is the installation itself, with a contract like every other.
 */
export async function ensureSandboxRoute(deps: RoutingDeps, own: OwnRoute): Promise<RouteId> {
  const address = parseOperatorUrl(own.url)
  const at = deps.clock.now()
  return deps.database.inInstallation(async (tx) => {
    const reference = 'own operation, no second party'
    const supplierId = await ensureOwnSupplier(tx, deps, {
      name: own.supplier,
      country: own.country,
      reference,
    })
    const known = await findRouteByName(tx, own.name)
    const routeId = known?.route.routeId ?? (deps.makeId() as RouteId)
    const route: Route = {
      ...(known?.route ?? sandboxDefaults),
      ...placeOf(address),
      routeId,
      name: own.name,
      supplierId,
      kind: 'smpp',
      isSandbox: true,
      isFromConfiguration: true,
      stopText: own.stopText,
      stopShortcode: own.stopShortcode,
      createdAt: known?.route.createdAt ?? at,
      changedAt: at,
    }
    await writeRoute(tx, {
      route,
      passwordSealed: sameOrSealed(deps, known, route, address.password),
      httpSealed: null,
    })
    tx.afterCommit(() => deps.routesChanged?.())
    return routeId
  })
}

/**
 * Seals what an older version kept in clear of HTTP operators; at each start, before links open.
 * Private addresses that a description allowed itself are the configuration's to allow now.
 */
export async function sealOlderOperators(
  deps: Pick<RoutingDeps, 'database' | 'vault'>,
): Promise<number> {
  return deps.database.inInstallation(async (tx) => {
    const older = await readOperatorsInClear(tx)
    for (const { route_id: routeId, http } of older) {
      const { allowsPrivateAddresses: _, ...kept } = http as HttpOperator & Record<string, unknown>
      const sealed = sealOperator(deps, routeId, kept)
      if (sealed !== null) await writeOperatorSealed(tx, routeId, sealed)
    }
    return older.length
  })
}

/** Sealed anew it would look like another, and every node would open its links again for it. */
function sameOrSealed(
  deps: RoutingDeps,
  known: StoredRoute | null,
  { routeId }: Route,
  password: Personal<string>,
): Buffer {
  const isSame =
    known !== null && openPassword(deps, known).reveal('match') === password.reveal('match')
  return isSame ? known.passwordSealed : sealPassword(deps, routeId, password)
}

const sandboxDefaults = {
  enabled: true,
  bindSegmentsPerSecond: null,
  senderSegmentsPerSecond: null,
  concatenation: 'udh8',
  shiftTables: [],
  optOutCodes: [],
  deadNumberCodes: usualDeadNumberCodes,
  defaultAlphabet: 'gsm7',
  receiptOffsetMinutes: 0,
  tlsCa: null,
  tlsServerName: null,
  countries: [],
  classes: ['marketing', 'alert'],
  hours: null,
  priority: 100,
  share: 1,
  costMicroEur: 0,
} as const
