// Tells staff of a route that has been down for a while, and when it is back: once each.
import { type Clock, type Instant, type Repeated, repeated, type Timers } from '../kernel/index.ts'
import { lastOfStaff, notifyStaff } from '../notifications/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { RouteState } from './link-pool.ts'
import { type BindStand, readBindStands } from './store.ts'

/** What is over sooner is a blink: an operator that starts again, a line that was cut. */
export const patienceMs = 60_000
const everyMs = 10_000

type Deps = {
  database: Database
  clock: Clock
  pool: { states(): readonly Pick<RouteState, 'route' | 'closedWhy'>[] }
}

export function watchRoutes(
  deps: Deps & { timers: Pick<Timers, 'after'>; logger: Pick<Logger, 'warn'> },
): Repeated {
  const begunAt = deps.clock.now()
  return repeated(deps.timers, everyMs, async () => {
    try {
      await tellRoutes(deps, begunAt)
    } catch (error) {
      deps.logger.warn('routing.watch_failed', failureFields(error))
    }
    return everyMs
  })
}

/**
 * What was told last says what is news, so that it is told once by all nodes together, and after a
 * restart no second time. A route that staff or a contract closed is not down.
 * `begunAt`: what the links did before, another process wrote down.
 */
export async function tellRoutes({ database, clock, pool }: Deps, begunAt: Instant): Promise<void> {
  const at = clock.now()
  const open = pool.states().filter(({ closedWhy }) => closedWhy === null)
  await database.inInstallation(async (tx) => {
    const stands = await readBindStands(tx)
    const told = await lastOfStaff(tx, 'route_down')
    for (const { route } of open) {
      const { routeId: about, name } = route
      const stand = stands.get(about)
      if (stand === undefined || at - Math.max(stand.since, begunAt) < patienceMs) continue
      const last = told.get(about)
      const news = newsOf(stand, last?.details.variant ?? null)
      if (news === null) continue
      const step = news === 'down' ? `down ${stand.since}` : `back ${last?.at}`
      await notifyStaff(tx, {
        kind: 'route_down',
        about,
        step,
        details: { name, variant: news },
        at,
      })
    }
  })
}

function newsOf({ isUp }: BindStand, last: string | null): 'down' | 'back' | null {
  if (isUp) return last === 'down' ? 'back' : null
  return last === 'down' ? null : 'down'
}
