// Whether a route can still keep up: what waits for it, against what it carries in a bounded time.
import type { AppError, Clock, Instant, RouteId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import { sendingError } from '../errors.ts'
import type { Assessed } from '../gate/assess-people.ts'
import { countDueInAnyAccount } from '../store/backlog-store.ts'

/** Of a route without a limit of its own: segments a second that any machine carries. */
const rateWithoutLimit = 1_000
/** How long a count holds, since what is accepted here is added to it; shorter near the limit. */
const countedMs = { far: 10_000, near: 1_000 }
/** By then a route at its limit has carried so many seconds' worth. */
const retryAfterS = 5

export const backlogSecondsDefault = 600

export interface Backlog {
  /** For each message that would leave now: the error to answer with, or null. */
  fullFor(assessed: readonly Assessed[]): Promise<(AppError | null)[]>
}

type Counted = { segments: number; at: Instant }

/**
 * Single messages only: how long a campaign takes is told on its sheet, and is no reason to turn
 * requests away. An alert waits behind alerts alone.
 */
export function createBacklog(deps: {
  database: Database
  clock: Clock
  secondsMax: number
}): Backlog {
  const counts = new Map<string, Counted>()

  async function countOf(routeId: RouteId, alertsOnly: boolean, limit: number): Promise<Counted> {
    const key = `${routeId} ${alertsOnly}`
    const at = deps.clock.now()
    const known = counts.get(key)
    if (known !== undefined) {
      const holdsMs = known.segments < limit / 2 ? countedMs.far : countedMs.near
      if (at >= known.at && at - known.at < holdsMs) return known
    }
    const segments = await deps.database.inAnyAccount((tx) =>
      countDueInAnyAccount(tx, { routeId, alertsOnly, at, limit }),
    )
    const counted = { segments, at }
    counts.set(key, counted)
    return counted
  }

  return {
    fullFor: async (assessed) => {
      const answers: (AppError | null)[] = []
      for (const { plan, gate, segments } of assessed) {
        const { route, terms } = plan
        if (gate.verdict.kind !== 'allowed' || route === null) {
          answers.push(null)
          continue
        }
        const limit = (route.segmentsPerSecond ?? rateWithoutLimit) * deps.secondsMax
        const counted = await countOf(route.id, terms.class === 'alert', limit)
        const isFull = counted.segments >= limit
        if (!isFull) counted.segments += segments
        answers.push(isFull ? sendingError('sending.route_full', { seconds: retryAfterS }) : null)
      }
      return answers
    },
  }
}
