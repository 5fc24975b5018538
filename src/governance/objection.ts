// What an objection stands at: pure, of the day of the change, the answers and who has gone again.
import type { AccountId, Instant } from '../kernel/index.ts'
import type { ObjectionOutcome } from './contract.ts'

export type ObjectionAnswer = {
  outcome: ObjectionOutcome
  until: Instant | null
  at: Instant
}

/** No message of the account goes to the supplier in this time; `until` null: until an answer. */
export type Bar = { from: Instant; until: Instant | null }

export type AccountBar = { accountId: AccountId; supplierId: string }

export type Standing = {
  /**
   * `waits`: no answer yet, and the change is still to come. `blocked`: no answer, and its day has
   * passed. `void`: the sub-processor does not work there any more, or never did.
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
    /** When the sub-processor that came goes again; null: no end is known. */
    gone: Instant | null
    /** When the change took effect, or takes it. */
    changeAt: Instant
  },
  at: Instant,
): Standing {
  const { bar, last, gone, changeAt } = one
  if (gone !== null && gone <= Math.max(at, changeAt)) return settled('void')
  const isBarred = bar !== null && bar.from <= at && (bar.until === null || bar.until > at)
  if (last?.outcome === 'withdrawn') return settled('withdrawn')
  if (last === null || (last.outcome === 'put_off' && (last.until ?? 0) <= at)) {
    const answerBy = last?.until ?? bar?.from ?? changeAt
    return { state: answerBy > at ? 'waits' : 'blocked', answerBy, isBarred }
  }
  // What is put off comes back: it is to be answered again by its day.
  return { state: 'answered', answerBy: last.outcome === 'put_off' ? last.until : null, isBarred }
}

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
      return until === null ? null : { from: until, until: null }
    case 'other_route':
      return { from: Math.max(since, at), until: null }
    case 'may_end': {
      // Who may end the contract is not bound by the change before that day; who stays then is.
      const from = Math.max(since, at)
      return until === null || until <= from ? null : { from, until }
    }
  }
}
