// Counts of large accounts that take long stand for a while: each page view would count them anew.
import type { AccountId, Clock, Instant } from '../kernel/index.ts'
import type { OpenPoint, PointSource } from './open-points.ts'

/** What is counted sooner is counted each time. */
const longMs = 100
/** Counting again and again takes at most one part in so many of the time. */
const restsFor = 20
const staleMsMax = 60_000
const keptMax = 1_000

type Kept = { points: Promise<OpenPoint[]>; from: Instant; until: Instant }

/** Of a source that tells everybody of an account the same. */
export function remembered(
  { clock, isLarge }: { clock: Clock; isLarge(accountId: AccountId): Promise<boolean> },
  read: PointSource['read'],
): PointSource['read'] {
  const kept = new Map<AccountId, Kept>()
  return async (caller, at) => {
    const { accountId } = caller
    const from = clock.now()
    const held = kept.get(accountId)
    if (held !== undefined && from >= held.from && from < held.until) return held.points
    const points = read(caller, at)
    // Who asks meanwhile waits for the same count, where it is known to take long.
    const anew = { points, from, until: Number.POSITIVE_INFINITY }
    if (held !== undefined) kept.set(accountId, anew)
    try {
      await points
      const tookMs = clock.now() - from
      if (tookMs < longMs || !(await isLarge(accountId))) kept.delete(accountId)
      else keep(accountId, { points, from, until: from + Math.min(tookMs * restsFor, staleMsMax) })
    } catch (error) {
      if (kept.get(accountId) === anew) kept.delete(accountId)
      throw error
    }
    return points
  }

  function keep(accountId: AccountId, made: Kept): void {
    if (kept.size >= keptMax) kept.clear()
    kept.set(accountId, made)
  }
}
