// The deadline of a request: one month by the calendar, extended, and stopped while somebody is
// asked who they are. Pure.
import { type Instant, sameDayLater } from '../../kernel/index.ts'
import type { RequestKind } from '../contract.ts'

const dayMs = 86_400_000

/** Article 12(3) GDPR: the same day of the next month; the month's last day where there is none. */
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

/** Until a complaint is acknowledged, that is what is due. */
export function deadlinesOf(kind: RequestKind, askedAt: Instant): Deadlines {
  if (kind !== 'complaint') {
    return { dueAt: sameDayLater(askedAt, answerMonths), acknowledgeBy: null }
  }
  const by = askedAt + complaintClock(askedAt).acknowledgeDays * dayMs
  return { dueAt: by, acknowledgeBy: by }
}

/** Once a complaint is acknowledged, its answer is due. */
export const dueAfterAcknowledging = (askedAt: Instant): Instant =>
  sameDayLater(askedAt, complaintClock(askedAt).answerMonths)

type Clocked = { askedAt: Instant; dueAt: Instant; pausedAt: Instant | null }

/** Counted from the day it came, so that no day is lost in a short month; pauses stay in it. */
export function extendedDue({ askedAt, dueAt }: Clocked, months: number): Instant {
  const stoodStillMs = dueAt - sameDayLater(askedAt, answerMonths)
  return sameDayLater(askedAt, answerMonths + months) + stoodStillMs
}

/** The time for which it stood still is added. */
export const resumedDue = ({ dueAt, pausedAt }: Clocked, at: Instant): Instant =>
  pausedAt === null ? dueAt : dueAt + Math.max(0, at - pausedAt)

export const isLate = (request: Clocked & { answeredAt: Instant | null }, at: Instant): boolean =>
  request.answeredAt === null && request.pausedAt === null && request.dueAt < at
