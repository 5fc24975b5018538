// What an objection stands at: pure, of the day of the change, the answers and who has gone again.
import type { AccountId, Instant } from '../kernel/index.ts'
import { isForATime, type ObjectionOutcome } from './contract.ts'

export type ObjectionAnswer = {
  outcome: ObjectionOutcome
  until: Instant | null
  at: Instant
}

/**
 * No message of the account goes to the supplier from then on. It has no end of its own: nobody
 * authorises a sub-processor by letting a day pass (GDPR, article 28(2)).
 */
export type Bar = { from: Instant }

export type AccountBar = { accountId: AccountId; supplierId: string }

export type Standing = {
  /**
   * `waits`: no answer yet, and the change is still to come. `blocked`: no answer, and its day has
   * passed, or that of an answer which is good until a day. `void`: the sub-processor does not
   * work there any more, or never did.
   */
  state: 'waits' | 'blocked' | 'answered' | 'withdrawn' | 'void'
  /** Until when staff have to answer, or to answer again; null: nothing is open. */
  answerBy: Instant | null
  /** Whether nothing of the account goes to the supplier now. */
  isBarred: boolean
}

export function standingOf(
  one: {
    bar: Bar | null
    last: ObjectionAnswer | null
    /**
     * When the sub-processor that came goes again; null: no end is known. Of one that is replaced,
     * not before accounts had the time to object to whoever comes.
     */
    gone: Instant | null
    /** When the change took effect, or takes it. */
    changeAt: Instant
  },
  at: Instant,
): Standing {
  const { bar, last, gone, changeAt } = one
  if (gone !== null && gone <= Math.max(at, changeAt)) return settled('void')
  const isBarred = bar !== null && bar.from <= at
  if (last?.outcome === 'withdrawn') return settled('withdrawn')
  const isOverdue = last !== null && isForATime(last.outcome) && (last.until ?? 0) <= at
  if (last === null || isOverdue) {
    const answerBy = last?.until ?? bar?.from ?? changeAt
    return { state: answerBy > at ? 'waits' : 'blocked', answerBy, isBarred }
  }
  return { state: 'answered', answerBy: isForATime(last.outcome) ? last.until : null, isBarred }
}

/**
 * From when an objection bars: from the day of the change on, and at once where the sub-processor
 * works there already.
 */
export const barStart = (effectiveAt: Instant, objectedAt: Instant): Instant =>
  Math.max(effectiveAt, objectedAt)

const settled = (state: 'withdrawn' | 'void'): Standing => ({
  state,
  answerBy: null,
  isBarred: false,
})

/** What an answer makes of the bar; null: none is left. `since`: as the objection set it. */
export function barAfter(
  { outcome, until }: Pick<ObjectionAnswer, 'outcome' | 'until'>,
  { since, at }: { since: Instant; at: Instant },
): Bar | null {
  switch (outcome) {
    case 'dropped':
    case 'withdrawn':
      return null
    case 'put_off':
      return until === null ? null : { from: until }
    case 'other_route':
    case 'may_end':
      // Who may end the contract, and stays, has not accepted the change.
      return { from: Math.max(since, at) }
  }
}
