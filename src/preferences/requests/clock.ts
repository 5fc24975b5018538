// The deadline of a request: one month by the calendar, extended, and stopped while somebody is
// asked who they are. Pure.
import { dayIn, endOfDay, laterIn, wallTimeOf } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { RequestKind } from '../contract.ts'

/**
 * Article 12(3) GDPR: the same day of the next month; the month's last day where there is none. By
 * the clock of the account's zone, as its letters and pages tell the day.
 */
export const answerMonths = 1

/**
 * A complaint has a clock of its own. Dated: a new version of the law is a new line.
 * `answerMonths`: the law says "without undue delay"; three months is when an authority itself must
 * have told somebody how their complaint goes (GDPR 78(2)).
 */
export const complaintClocks = [
  {
    since: '2018-05-25',
    acknowledgeDays: 30,
    answerMonths: 3,
    source: 'Data (Use and Access) Act 2025 (UK), section 103, in force since 19 June 2026',
    checkedOn: '2026-11-30',
  },
] as const

const complaintClock = (at: Instant) =>
  complaintClocks.findLast(({ since }) => Date.parse(since) <= at) ?? complaintClocks[0]

export type Deadlines = { dueAt: Instant; acknowledgeBy: Instant | null }

/** A term of months ends with the last hour of its day (Regulation 1182/71, article 3(2)(c)). */
const endOfTerm = (zone: string, from: Instant, term: { months: number; days?: number }): Instant =>
  endOfDay(zone, dayIn(zone, laterIn(zone, from, term)))

/** Until a complaint is acknowledged, that is what is due; its thirty days begin with its hour. */
export function deadlinesOf(kind: RequestKind, askedAt: Instant, zone: string): Deadlines {
  if (kind !== 'complaint') {
    return { dueAt: endOfTerm(zone, askedAt, { months: answerMonths }), acknowledgeBy: null }
  }
  const by = laterIn(zone, askedAt, { days: complaintClock(askedAt).acknowledgeDays })
  return { dueAt: by, acknowledgeBy: by }
}

/** Once a complaint is acknowledged, its answer is due. */
export const dueAfterAcknowledging = (askedAt: Instant, zone: string): Instant =>
  endOfTerm(zone, askedAt, { months: complaintClock(askedAt).answerMonths })

type Clocked = { askedAt: Instant; dueAt: Instant; pausedAt: Instant | null }

/** Counted from the day it came, so that no day is lost in a short month; pauses stay in it. */
export function extendedDue({ askedAt, dueAt }: Clocked, months: number, zone: string): Instant {
  const first = endOfTerm(zone, askedAt, { months: answerMonths })
  const days = Math.max(0, wallTimeOf(zone, dueAt).day - wallTimeOf(zone, first).day)
  return endOfTerm(zone, askedAt, { months: answerMonths + months, days })
}

const dayMs = 86_400_000

/** Each whole day for which it stood still is added. */
export function resumedDue({ dueAt, pausedAt }: Clocked, at: Instant, zone: string): Instant {
  if (pausedAt === null) return dueAt
  const [from, until] = [wallTimeOf(zone, pausedAt), wallTimeOf(zone, at)]
  const stoodMs = (until.day - from.day) * dayMs + until.sinceMidnightMs - from.sinceMidnightMs
  return laterIn(zone, dueAt, { days: Math.max(0, Math.floor(stoodMs / dayMs)) })
}

export const isLate = (request: Clocked & { answeredAt: Instant | null }, at: Instant): boolean =>
  request.answeredAt === null && request.pausedAt === null && request.dueAt < at
