// Moves messages from a route that is down, or barred for their account, to an equivalent one.
import type { Instant, RouteId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import { type AccountBar, barsInAnyAccount, type LinkPool } from '../../routing/index.ts'
import type { Database } from '../../storage/index.ts'
import type { OutgoingRoute, Routes } from '../ports.ts'
import { moveBarredInAnyAccount, moveQueueInAnyAccount } from '../store/reroute-store.ts'

export type RerouteDeps = {
  database: Database
  metrics: Metrics
  routes: Pick<Routes, 'all'>
  /** Which routes are down at every node, and what may stand in for them. */
  pool: Pick<LinkPool, 'downSince' | 'standIn'>
}

/** A link that is lost for a moment comes back by itself sooner. */
const downForMs = 15_000
const batchMax = 5_000
/** As the queue has them. */
const priorities = { alert: 0, marketing: 1 } as const

const kinds = ['alert', 'marketing'] as const

/** Gives the routes that have something new to send. */
export async function reroute(deps: RerouteDeps, at: Instant): Promise<Set<RouteId>> {
  const woken = new Set<RouteId>()
  const all = deps.routes.all(at)
  const bars = await deps.database.inAnyAccount((tx) => barsInAnyAccount(tx, at))
  for (const { id, isOpen } of all) {
    const since = deps.pool.downSince(id)
    // A route that was closed by hand or by its contract keeps what waits: somebody decides.
    if (!isOpen || since === null || at - since < downForMs) continue
    for (const kind of kinds) {
      const to = deps.pool.standIn(id, kind)
      if (to === null) continue
      const supplierId = supplierOf(all, to)
      const except = bars.filter((bar) => bar.supplierId === supplierId)
      const priority = priorities[kind]
      const move = {
        ...{ from: id, to, supplierId, priority, count: batchMax, at },
        except: except.map(({ accountId }) => accountId),
      }
      const moved = await deps.database.inAnyAccount((tx) => moveQueueInAnyAccount(tx, move))
      if (moved === 0) continue
      deps.metrics.count('accord_rerouted_total', { route: id }, moved)
      woken.add(to)
    }
  }
  for (const bar of bars) await moveBarred(deps, { bar, bars, all, at, woken })
  return woken
}

const supplierOf = (all: readonly OutgoingRoute[], id: RouteId): string | null =>
  all.find((route) => route.id === id)?.supplierId ?? null

/** The gate has held it; where no route is like its own, it waits until somebody answers. */
async function moveBarred(
  deps: RerouteDeps,
  moving: {
    bar: AccountBar
    bars: readonly AccountBar[]
    all: readonly OutgoingRoute[]
    at: Instant
    woken: Set<RouteId>
  },
): Promise<void> {
  const { bar, bars, all, at, woken } = moving
  const { accountId } = bar
  const barred = new Set(
    bars.filter((one) => one.accountId === accountId).map((one) => one.supplierId),
  )
  for (const { id: from } of all.filter((route) => route.supplierId === bar.supplierId)) {
    for (const kind of kinds) {
      const to = deps.pool.standIn(from, kind, barred)
      if (to === null) continue
      const supplierId = supplierOf(all, to)
      const move = {
        ...{ from, to, supplierId, accountId },
        ...{ priority: priorities[kind], count: batchMax, at },
      }
      const moved = await deps.database.inAnyAccount((tx) => moveBarredInAnyAccount(tx, move))
      if (moved > 0) woken.add(to)
    }
  }
}
