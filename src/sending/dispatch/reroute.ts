// Moves messages from a route that is down to an equivalent one.
import type { Instant, RouteId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { LinkPool } from '../../routing/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Routes } from '../ports.ts'
import { moveQueueInAnyAccount } from '../store/reroute-store.ts'

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

/** Gives the routes that have something new to send. */
export async function reroute(deps: RerouteDeps, at: Instant): Promise<Set<RouteId>> {
  const woken = new Set<RouteId>()
  const all = deps.routes.all(at)
  for (const { id, isOpen } of all) {
    const since = deps.pool.downSince(id)
    // A route that was closed by hand or by its contract keeps what waits: somebody decides.
    if (!isOpen || since === null || at - since < downForMs) continue
    for (const kind of ['alert', 'marketing'] as const) {
      const to = deps.pool.standIn(id, kind)
      if (to === null) continue
      const supplierId = all.find((route) => route.id === to)?.supplierId ?? null
      const priority = priorities[kind]
      const move = { from: id, to, supplierId, priority, count: batchMax, at }
      const moved = await deps.database.inAnyAccount((tx) => moveQueueInAnyAccount(tx, move))
      if (moved === 0) continue
      deps.metrics.count('accord_rerouted_total', { route: id }, moved)
      woken.add(to)
    }
  }
  return woken
}
