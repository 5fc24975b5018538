// Moves messages from a route that is down, or barred for their account, to an equivalent one.
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import { type AccountBar, barsInAnyAccount, type LinkPool } from '../../routing/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { OutgoingRoute, Routes } from '../ports.ts'
import {
  moveBarredInAnyAccount,
  moveQueueInAnyAccount,
  type QueueMove,
} from '../store/reroute-store.ts'

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

type Moving = {
  all: readonly OutgoingRoute[]
  /** Of each account that has any, the suppliers to whom nothing of it goes. */
  barred: ReadonlyMap<AccountId, ReadonlySet<string>>
  at: Instant
  woken: Set<RouteId>
}

/** Gives the routes that have something new to send. */
export async function reroute(deps: RerouteDeps, at: Instant): Promise<Set<RouteId>> {
  const bars = await deps.database.inAnyAccount((tx) => barsInAnyAccount(tx, at))
  const all = deps.routes.all(at)
  const moving = { all, barred: byAccount(bars), at, woken: new Set<RouteId>() }
  for (const { id, isOpen } of all) {
    const since = deps.pool.downSince(id)
    // A route that was closed by hand or by its contract keeps what waits: somebody decides.
    if (!isOpen || since === null || at - since < downForMs) continue
    for (const kind of kinds) await moveFromDown(deps, moving, id, kind)
  }
  for (const bar of bars) await moveBarred(deps, moving, bar)
  return moving.woken
}

function byAccount(bars: readonly AccountBar[]): Map<AccountId, Set<string>> {
  const barred = new Map<AccountId, Set<string>>()
  for (const { accountId, supplierId } of bars) {
    const known = barred.get(accountId)
    if (known === undefined) barred.set(accountId, new Set([supplierId]))
    else known.add(supplierId)
  }
  return barred
}

type Way = { from: RouteId; to: RouteId; kind: (typeof kinds)[number] }
type WayMove = Omit<QueueMove, 'accounts'>

/** Moves what waits, counts it, and remembers which route has something new. */
async function moveOf(
  deps: RerouteDeps,
  { all, at, woken }: Moving,
  { from, to, kind }: Way,
  moveIn: (tx: Tx, move: WayMove) => Promise<number>,
): Promise<void> {
  const move = {
    ...{ from, to, supplierId: supplierOf(all, to) },
    ...{ priority: priorities[kind], count: batchMax, at },
  }
  const moved = await deps.database.inAnyAccount((tx) => moveIn(tx, move))
  if (moved === 0) return
  deps.metrics.count('accord_rerouted_total', { route: from }, moved)
  woken.add(to)
}

/** Whoever bars the supplier of the route that stands in gets one that it does not bar. */
async function moveFromDown(
  deps: RerouteDeps,
  moving: Moving,
  from: RouteId,
  kind: Way['kind'],
): Promise<void> {
  const { all, barred } = moving
  const move = (to: RouteId, accounts: QueueMove['accounts']) =>
    moveOf(deps, moving, { from, to, kind }, (tx, way) =>
      moveQueueInAnyAccount(tx, { accounts, ...way }),
    )
  const first = deps.pool.standIn(from, kind)
  if (first === null) return
  const supplier = supplierOf(all, first)
  const others = [...barred].filter(([, its]) => supplier !== null && its.has(supplier))
  await move(first, { except: others.map(([accountId]) => accountId) })
  for (const { suppliers, accounts } of alike(others)) {
    const to = deps.pool.standIn(from, kind, suppliers)
    if (to !== null) await move(to, { only: accounts })
  }
}

/** Accounts that bar the same suppliers are moved together. */
function alike(barred: readonly (readonly [AccountId, ReadonlySet<string>])[]) {
  const groups = new Map<string, { suppliers: ReadonlySet<string>; accounts: AccountId[] }>()
  for (const [accountId, suppliers] of barred) {
    const key = [...suppliers].sort().join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { suppliers, accounts: [accountId] })
    else group.accounts.push(accountId)
  }
  return groups.values()
}

const supplierOf = (all: readonly OutgoingRoute[], id: RouteId): string | null =>
  all.find((route) => route.id === id)?.supplierId ?? null

/** The gate has held it; where no route is like its own, it waits until somebody answers. */
async function moveBarred(
  deps: RerouteDeps,
  moving: Moving,
  { accountId, supplierId: barredId }: AccountBar,
): Promise<void> {
  const { all, barred } = moving
  for (const { id: from } of all.filter((route) => route.supplierId === barredId)) {
    for (const kind of kinds) {
      const to = deps.pool.standIn(from, kind, barred.get(accountId))
      if (to === null) continue
      await moveOf(deps, moving, { from, to, kind }, (tx, way) =>
        moveBarredInAnyAccount(tx, { accountId, ...way }),
      )
    }
  }
}
