// The outcome of a slice or of a late answer, as the recorder writes it.
import type { Instant } from '../../kernel/index.ts'
import type { PutBack, Remainder } from '../store/queue-store.ts'
import type { ReplyTag } from '../store/reply-tag-store.ts'
import type { MessageEvent, Outcome, PartRef, PartResult } from '../store/result-store.ts'
import type { NewUnsettled } from '../store/unsettled-store.ts'
import type { HeldByClock } from './held-by-clock.ts'

/** What became of a slice: written with the end of its intent, or not at all. */
export type SliceRecord = {
  intentIds: readonly string[]
  /** Messages of the slice without all their answers yet: they stand in intents of their own. */
  rest: Remainder[]
  results: PartResult[]
  putBack: PutBack[]
  /** Held by the hour of a clock that its account may set meanwhile. */
  byClock: HeldByClock[]
  /** `isUnsent` false: it ends as one that was counted as submitted or maybe sent. */
  outcomes: (Outcome & { hadUnknown: boolean; isUnsent?: boolean })[]
  events: MessageEvent[]
  replyTags: ReplyTag[]
  /** Parts whose fate or id is not known: a receipt may tell. */
  unsettled: NewUnsettled[]
  /** Messages whose every part has its answer now, by what the answers say. */
  submitted: PartRef[]
  maybeSent: PartRef[]
}

export const emptyRecord = (intentIds: readonly string[]): SliceRecord => ({
  intentIds,
  rest: [],
  results: [],
  putBack: [],
  byClock: [],
  outcomes: [],
  events: [],
  replyTags: [],
  unsettled: [],
  submitted: [],
  maybeSent: [],
})

/** What stands in several, as if it were one. */
export function joined(records: readonly SliceRecord[]) {
  const all = <T>(of: (record: SliceRecord) => readonly T[]): readonly T[] => {
    const [only, ...others] = records
    return only !== undefined && others.length === 0 ? of(only) : records.flatMap(of)
  }
  return {
    results: all((record) => record.results),
    putBack: all((record) => record.putBack),
    byClock: all((record) => record.byClock),
    replyTags: all((record) => record.replyTags),
    events: all((record) => record.events),
    unsettled: all((record) => record.unsettled),
    rest: all((record) => record.rest),
  }
}

/** An answer that came after its time-out. */
export type LateAnswer = PartRef & { operatorId: string | null; at: Instant }

/** One that told something new. `isOpen`: its message is counted as submitted or maybe sent. */
export type LateAccepted = LateAnswer & { isOpen: boolean }

/** A no that came after its time-out: the operator has not taken the part. */
export type LateRefusal = PartRef & { status: number | null; at: Instant }
