// When a delivery is tried again, and when an endpoint rests or is paused. Pure.
import type { Instant } from '../kernel/index.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** Between one try and the next: eight tries over 27 hours and 35 minutes. */
const waitsMs = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  10 * hourMs,
]
export const triesMax = waitsMs.length + 1

/** So that what failed together does not come back together. */
const jitter = 0.1

const longestMs = Math.max(...waitsMs) * (1 + jitter)

/** `chance` from 0 to 1. Null: it was the last try. */
export function nextTry(tries: number, at: Instant, chance: number): Instant | null {
  const waitMs = waitsMs[tries - 1]
  if (waitMs === undefined) return null
  return Math.round(at + waitMs * (1 + jitter * (2 * chance - 1)))
}

/** An endpoint that accepts nothing for so long is paused. */
export const failingMs = 5 * 24 * hourMs

/**
 * Since when it fails, for one that fails now. What lies further back than an event waits between
 * two tries is another failure: meanwhile nothing was asked of it. `rested`: its last rest, which
 * began with the last try.
 */
export function failingFrom(
  { failingSince, rested }: { failingSince: Instant | null; rested: Instant | null },
  at: Instant,
): Instant {
  const isLongAgo = rested !== null && at - rested > longestMs
  return isLongAgo ? at : (failingSince ?? at)
}

export const isGivenUp = (failingSince: Instant | null, at: Instant): boolean =>
  failingSince !== null && at - failingSince >= failingMs

const restMs = { first: secondMs, most: 5 * minuteMs }

/** After a fault of our own, of which the program knows nothing. */
export const faultRestMs = minuteMs

/** What failed so often in a row is left alone for a while, however much waits for it. */
export const restAfter = (failures: number, at: Instant): Instant | null =>
  failures < 1 ? null : at + Math.min(restMs.most, restMs.first * 2 ** Math.min(failures - 1, 20))
