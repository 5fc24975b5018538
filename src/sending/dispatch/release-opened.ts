// Releases messages that wait for their account's keys once the keys are there.
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { BackOff } from '../back-off.ts'
import { notOpenedInAnyAccount, releaseNotOpenedInAnyAccount } from '../store/set-aside-store.ts'

export type ReleaseDeps = {
  database: Database
  vault: Pick<Vault, 'hasAccountKeys'>
  /** Accounts whose messages were let go and may wait anew. */
  released: BackOff<AccountId>
}

/** The keys may be here and not where the route is worked: then it is tried ever more seldom. */
export const releaseAgain = { firstMs: 5_000 } as const
const batch = 5_000
/** So many in one go: other work waits meanwhile. */
const batchesMax = 40

/** Returns the routes that have something to send. */
export async function releaseOpened(deps: ReleaseDeps, at: Instant): Promise<RouteId[]> {
  const { database, vault, released } = deps
  const waiting = await database.inAnyAccount(notOpenedInAnyAccount)
  for (const accountId of released.all()) {
    if (!waiting.includes(accountId)) released.opened(accountId)
  }
  const routes = new Set<RouteId>()
  for (const accountId of waiting) {
    if (released.isWaiting(accountId) || !vault.hasAccountKeys(accountId)) continue
    released.failed(accountId)
    for (const routeId of await releaseAll(database, { accountId, at })) routes.add(routeId)
  }
  return [...routes]
}

async function releaseAll(
  database: Database,
  account: { accountId: AccountId; at: Instant },
): Promise<RouteId[]> {
  const routes: RouteId[] = []
  for (let batches = 0; batches < batchesMax; batches += 1) {
    const { released, routeIds } = await database.inAnyAccount((tx) =>
      releaseNotOpenedInAnyAccount(tx, { ...account, limit: batch }),
    )
    routes.push(...routeIds)
    if (released < batch) break
  }
  return routes
}
