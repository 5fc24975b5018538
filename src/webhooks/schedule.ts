// When a delivery is tried again, and when an endpoint rests or is paused. Pure.
import type { Instant } from '../kernel/index.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/**
 * Between one try and the next: eight tries over 27 hours and 35 minutes, or more where a program
 * asks for longer waits.
 */
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

/** A program that asks for more is asked again after a day: it may be wrong, or well again. */
const askedMaxMs = 24 * hourMs

const longestMs = Math.max(...waitsMs, askedMaxMs) * (1 + jitter)

/** Until when a program is left alone that asked for this wait. */
export const askedUntil = (waitMs: number | null, at: Instant): Instant | null =>
  waitMs === null ? null : at + Math.min(waitMs, askedMaxMs)

/** `chance` from 0 to 1. `asked`: not before then. Null: it was the last try. */
export function nextTry(
  tries: number,
  at: Instant,
  { chance, asked }: { chance: number; asked: Instant | null },
): Instant | null {
  const waitMs = waitsMs[tries - 1]
  if (waitMs === undefined) return null
  return Math.max(Math.round(at + waitMs * (1 + jitter * (2 * chance - 1))), asked ?? at)
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

/** Too many requests, and not available: what is asked then is asked for all events. */
const wholeProgram: ReadonlySet<number | null> = new Set([429, 503])

/** Until when all events wait, by what the answers of a round asked for. */
export function restAsked(
  results: readonly { status: number | null; asked: Instant | null }[],
): Instant | null {
  const asked = results.flatMap(({ status, asked: until }) =>
    until !== null && wholeProgram.has(status) ? [until] : [],
  )
  return asked.length === 0 ? null : Math.max(...asked)
}

export const laterOf = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)
