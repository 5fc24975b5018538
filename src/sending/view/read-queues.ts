// What waits for each route, over all accounts: how many messages, and since when.
import { type Clock, isoTimeOrNull } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import type { QueueView } from '../contract-queues.ts'
import type { Routes } from '../ports.ts'
import { countedMax, type RouteQueue, routeQueuesInAnyAccount } from '../store/waiting-store.ts'

export type QueuesDeps = { database: Database; routes: Pick<Routes, 'all'>; clock: Clock }

export async function readQueues(deps: QueuesDeps): Promise<QueueView[]> {
  const at = deps.clock.now()
  const routes = deps.routes.all(at)
  const routeIds = routes.map(({ id }) => id)
  const queues = await deps.database.inAnyAccount((tx) =>
    routeQueuesInAnyAccount(tx, { routeIds, at }),
  )
  return routes.map(({ id, name, isSandbox }) => {
    const queue = queues.get(id) ?? { ...nothing, routeId: id }
    return { routeId: id, name, isSandbox, ...viewOf(queue) }
  })
}

const nothing: Omit<RouteQueue, 'routeId'> = {
  alerts: 0,
  alertsSince: null,
  marketing: 0,
  marketingSince: null,
  later: 0,
  inFlight: 0,
}

function viewOf(queue: RouteQueue): Omit<QueueView, 'routeId' | 'name' | 'isSandbox'> {
  const { alerts, marketing, later, inFlight } = queue
  return {
    alerts: { count: alerts, since: isoTimeOrNull(queue.alertsSince) },
    marketing: { count: marketing, since: isoTimeOrNull(queue.marketingSince) },
    later,
    inFlight,
    isAtLeast: [alerts, marketing, later].some((count) => count >= countedMax),
  }
}
