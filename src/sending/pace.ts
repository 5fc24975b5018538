// A campaign's pace by the hour: which of its messages may leave now, and when the others may.
import type { Instant } from '../kernel/index.ts'

/** A tenth of an hour: what has not used its share does not save it up for longer. */
const spanMs = 360_000

export type Pace = {
  perHour: number
  /** The span that was counted last, and how many left in it. */
  span: number
  taken: number
  /** The end of the line: the slot of the next message that must wait. */
  nextAt: Instant
}

export type Taken = { pace: Pace; now: number; slots: readonly Instant[] }

/**
 * For `count` messages that are due: so many leave now, each other one has its slot, spread evenly.
 * Whoever comes back in its slot finds a share of that span; what comes late (a pause, a night, a
 * link that was down) gets a new slot at the end of the line, so that no hour passes its number.
 */
export function takePace(pace: Pace, asked: { at: Instant; count: number }): Taken {
  const { perHour } = pace
  const perSpan = Math.max(1, Math.floor(perHour / 10))
  const stepMs = spanMs / perSpan
  const span = Math.floor(asked.at / spanMs)
  const already = pace.span === span ? pace.taken : 0
  const now = Math.max(0, Math.min(asked.count, perSpan - already))
  const first = Math.max(pace.nextAt, (span + 1) * spanMs)
  const slots = Array.from({ length: asked.count - now }, (_, index) =>
    Math.floor(first + index * stepMs),
  )
  const nextAt = slots.length === 0 ? pace.nextAt : Math.ceil(first + slots.length * stepMs)
  return { pace: { perHour, span, taken: already + now, nextAt }, now, slots }
}
