// Releases messages that wait for their account's keys, or for its objections, once they are there.
import type { ConsentGate } from '../../consent/index.ts'
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { BackOff } from '../back-off.ts'
import {
  type Awaited,
  awaitingInAnyAccount,
  releaseAwaitingInAnyAccount,
} from '../store/set-aside-store.ts'

/** `tried`: accounts that were looked at and may have to wait on. */
type ReleaseDeps = { database: Database; tried: BackOff<AccountId> }

/** The keys may be here and not where the route is worked: then it is tried ever more seldom. */
export const openAgain = { firstMs: 5_000 } as const
/** Somebody mends the ledger and waits for what leaves then. */
export const knowAgain = { firstMs: 5_000, mostMs: 30_000 } as const
const batch = 5_000
/** So many in one go: other work waits meanwhile. */
const batchesMax = 40

/** Returns the routes that have something to send. */
export function releaseOpened(
  deps: ReleaseDeps & { vault: Pick<Vault, 'hasAccountKeys'> },
  at: Instant,
): Promise<RouteId[]> {
  const isThere = (accountId: AccountId) => deps.vault.hasAccountKeys(accountId)
  return release(deps, { hold: 'not_opened', at, isThere })
}

/** Mended: the gate asks everybody anew, and whoever has objected is refused. */
export function releaseKnown(
  deps: ReleaseDeps & {
    vault: Pick<Vault, 'hasAccountKeys'>
    consent: Pick<ConsentGate, 'suppressionsWhole'>
  },
  at: Instant,
): Promise<RouteId[]> {
  const isThere = async (accountId: AccountId) => {
    // Looked at: as long as it is not mended, that is done now and then.
    deps.tried.failed(accountId)
    return deps.vault.hasAccountKeys(accountId) && deps.consent.suppressionsWhole(accountId)
  }
  return release(deps, { hold: 'objections_unknown', at, isThere })
}

async function release(
  { database, tried }: ReleaseDeps,
  asked: {
    hold: Awaited
    at: Instant
    isThere(accountId: AccountId): boolean | Promise<boolean>
  },
): Promise<RouteId[]> {
  const { hold, at, isThere } = asked
  const waiting = await database.inAnyAccount((tx) => awaitingInAnyAccount(tx, hold))
  for (const accountId of tried.all()) {
    if (!waiting.includes(accountId)) tried.opened(accountId)
  }
  const routes = new Set<RouteId>()
  for (const accountId of waiting) {
    if (tried.isWaiting(accountId) || !(await isThere(accountId))) continue
    if (!tried.isWaiting(accountId)) tried.failed(accountId)
    for (const routeId of await releaseAll(database, { hold, accountId, at })) routes.add(routeId)
  }
  return [...routes]
}

async function releaseAll(
  database: Database,
  account: { hold: Awaited; accountId: AccountId; at: Instant },
): Promise<RouteId[]> {
  const routes: RouteId[] = []
  for (let batches = 0; batches < batchesMax; batches += 1) {
    const { released, routeIds } = await database.inAnyAccount((tx) =>
      releaseAwaitingInAnyAccount(tx, { ...account, limit: batch }),
    )
    routes.push(...routeIds)
    if (released < batch) break
  }
  return routes
}
