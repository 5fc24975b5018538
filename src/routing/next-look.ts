// When the pool of links looks again: at the instant when a contract ends, and now and then.
import type { Instant } from '../kernel/index.ts'
import type { RouteStanding } from './route.ts'

/** Changes made by another process are seen after this; those of this process at once. */
const refreshMs = 10_000
/** A clock that stands still before an instant asks for no more than this. */
const shortestMs = 20

export function nextLookMs(standings: Iterable<RouteStanding>, at: Instant): number {
  let next = refreshMs
  for (const { contractUntil } of standings) {
    if (contractUntil !== null && contractUntil > at) next = Math.min(next, contractUntil - at)
  }
  return Math.max(shortestMs, next)
}
