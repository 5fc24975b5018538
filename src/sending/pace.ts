// A campaign's pace by the hour: which of its messages may leave now, and when the others may.
import type { AccountId, CampaignId, Instant } from '../kernel/index.ts'

const hourMs = 3_600_000
/** A tenth of an hour: what has not used its share does not save it up for longer. */
const spanMs = 360_000
const spansInHour = hourMs / spanMs

export type Pace = {
  perHour: number
  /** The span that was counted last, and how many left in it. */
  span: number
  taken: number
  /** The end of the line: the slot of the next message that must wait. */
  nextAt: Instant
}

/** One message's share of a span, where the gate has let it through for that. */
export type Share = { accountId: AccountId; campaignId: CampaignId; span: number }

export type Taken = { pace: Pace; now: number; slots: readonly Instant[] }

/**
 * For `count` messages that are due: so many leave now, each other one has its slot, spread evenly.
 * Whoever comes back in its slot finds a share of that span; what comes late (a pause, a night, a
 * link that was down) gets a new slot at the end of the line, so that no hour passes its number.
 */
export function takePace(pace: Pace, asked: { at: Instant; count: number }): Taken {
  const { perHour } = pace
  const span = Math.floor(asked.at / spanMs)
  const already = pace.span === span ? pace.taken : 0
  const now = Math.max(0, Math.min(asked.count, shareOf(span, perHour) - already))
  const slots = slotsFrom(Math.max(pace.nextAt, (span + 1) * spanMs), asked.count - now, perHour)
  const last = slots.at(-1)
  const nextAt = last === undefined ? pace.nextAt : last + 1
  return { pace: { perHour, span, taken: already + now, nextAt }, now, slots }
}

/*
 * An hour has its number of slots, evenly from its first instant on, and each span has as many
 * shares as slots begin in it: ten tenths of nineteen are nineteen.
 */
const slotsBefore = (spanOfHour: number, perHour: number) =>
  Math.ceil((spanOfHour * perHour) / spansInHour)

function shareOf(span: number, perHour: number): number {
  const place = span % spansInHour
  return slotsBefore(place + 1, perHour) - slotsBefore(place, perHour)
}

function slotsFrom(first: Instant, count: number, perHour: number): Instant[] {
  const hour = Math.floor(first / hourMs) * hourMs
  const place = Math.ceil(((first - hour) * perHour) / hourMs)
  return Array.from(
    { length: count },
    (_, index) => hour + Math.floor(((place + index) * hourMs) / perHour),
  )
}
