// How long a consent counts, and which came first: a yes or a no. Pure.
import { type Instant, sameDayLater } from '../kernel/index.ts'
import { rankOf } from './consent.ts'

/**
 * An account's policy where it has set none: complete evidence of any grade, for 24 months;
 * its proof for five years after the end, in which a claim may be made.
 */
export const policyByDefault = {
  minimum_rank: rankOf('import_declared'),
  valid_months: 24,
  proof_months: 60,
}

/** A consent of "today" may be dated in a zone that is ahead of ours. */
const futureToleranceMs = 24 * 60 * 60 * 1000

export function isInFuture(givenAt: Instant | null, at: Instant): boolean {
  return givenAt !== null && givenAt > at + futureToleranceMs
}

const dayMs = 24 * 60 * 60 * 1000

/** When a no ends that was said then: a day without its hour with its last. */
export const endOfNo = (saidAt: Instant): Instant =>
  saidAt % dayMs === 0 ? saidAt + dayMs : saidAt + 1

/** Whether a no was said before that yes; null: nobody knows when. */
export const isSaidBefore = (saidNoAt: Instant | null, saidYesAt: Instant): boolean =>
  saidNoAt !== null && endOfNo(saidNoAt) <= saidYesAt

const daysLater = new Map<Instant, Instant>()
const daysLaterMax = 4_096
let daysLaterMonths = 0

/** Days on which people agreed come again and again, for one policy. */
export function monthsLater(from: Instant, months: number): Instant {
  if (months !== daysLaterMonths || daysLater.size >= daysLaterMax) daysLater.clear()
  daysLaterMonths = months
  let later = daysLater.get(from)
  if (later === undefined) {
    later = sameDayLater(from, months)
    daysLater.set(from, later)
  }
  return later
}
