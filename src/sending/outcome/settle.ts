// Moves messages and counters after a batch of results and receipts, in the same transaction.
import { assert, type Instant, type MessageId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { Asks, Tx } from '../../storage/index.ts'
import { tellEndedInAnyAccount } from '../../webhooks/index.ts'
import { mayTellOfNumber } from '../dead-number-rule.ts'
import { failureOf } from '../failure.ts'
import { isFinal, partAfterReceipt } from '../message-state.ts'
import { isSweepNear, unconfirmedMaybe, unconfirmedSent } from '../receipt-deadline.ts'
import { keepFailedInAnyAccount } from '../store/dead-number-store.ts'
import {
  addOutcomes,
  appendOutcomes,
  appendReceiptsInAnyAccount,
  moveTally,
  type Outcome,
  type PartRef,
  type Receipt,
  readPartsInAnyAccount,
  type TallyMove,
  takeTurnsInAnyAccount,
  type Writing,
} from '../store/result-store.ts'
import { type Folded, foldParts } from './fold-parts.ts'
import { refusedMoves } from './refused-count.ts'
import type { LateAccepted, LateRefusal, SliceRecord } from './slice-record.ts'

type NewOutcome = Outcome & {
  hadUnknown: boolean
  /** It ended without having been counted as submitted or maybe sent. */
  isUnsent: boolean
  /** Known of what comes from the queue or from a hand: which attempt this was to be. */
  attempt?: number
  parts?: number
}

/** Sort key of a message's refs: one entry a message. */
type Touched = Map<MessageId, PartRef>

export type Settling = {
  records: readonly SliceRecord[]
  receipts: readonly (Receipt & { ref: PartRef })[]
  lateAccepted: readonly LateAccepted[]
  /** Of messages that wait nowhere and have not ended. */
  lateRefused?: readonly LateRefusal[]
  at: Instant
  metrics: Metrics
  writing?: Writing
  /** What is written with it and needs no answer. */
  also?: (to: Asks) => void
  /** Nothing is asked of this transaction behind it. */
  isLast?: boolean
}

/** Writes the receipts, and what the batch ends and counts. */
export async function settle(tx: Tx, input: Settling): Promise<void> {
  const first = (to: Asks): void => {
    input.also?.(to)
    appendReceiptsInAnyAccount(to, input.receipts)
    keepFailedInAnyAccount(
      to,
      input.receipts.filter(({ outcome }) => mayTellOfNumber(outcome)),
    )
  }
  // A message of one part is settled by what is in flight; of several, or with a late no, by all
  // that is written.
  const long = longOf(input)
  const isFirst = long.size === 0 && input.writing === 'fresh'
  if (!isFirst) await tx.together(first)
  const folded = await foldLong(tx, long)
  const outcomes = outcomesOf(input, folded)
  const moves = movesOfParts(input, folded)
  if (input.writing !== 'fresh') {
    await writeOutcomes(tx, outcomes, input.metrics, moves)
    return
  }
  const ended = firstOf(outcomes)
  const last = (to: Asks): void => {
    if (isFirst) first(to)
    addOutcomes(to, ended)
    moveTally(to, inCampaigns([...moves, ...movesOf(to, ended, input.metrics)]))
  }
  await (input.isLast ? tx.commitWith(last) : tx.together(last))
}

function longOf({ records, receipts, lateAccepted, lateRefused = [] }: Settling): Touched {
  const long: Touched = new Map()
  const touch = (ref: PartRef): void => {
    if (ref.parts > 1) long.set(ref.messageId, ref)
  }
  for (const { ref } of receipts) touch(ref)
  for (const { results, submitted, maybeSent, outcomes } of records) {
    results.forEach(touch)
    submitted.forEach(touch)
    // Another attempt of it may have been taken meanwhile.
    for (const ref of maybeSent) if (ref.attempt > 1) long.set(ref.messageId, ref)
    for (const one of outcomes) if (mayHaveLeft(one)) long.set(one.messageId, refOf(one))
  }
  lateAccepted.forEach(touch)
  for (const ref of lateAccepted) if (ref.isOpen) long.set(ref.messageId, ref)
  for (const ref of lateRefused) long.set(ref.messageId, ref)
  return long
}

type Ending = Omit<NewOutcome, 'isUnsent'> & { isUnsent?: boolean }

/**
 * It was to go again because its first attempt was never answered, or was deferred. What is written
 * of that tells whether this is its end: of what may have left nobody says that it did not.
 */
const mayHaveLeft = ({ isUnsent = true, attempt = 1, parts }: Ending): boolean =>
  isUnsent && attempt > 1 && parts === 1

const refOf = ({ accountId, messageId, campaignId, attempt = 1 }: Ending): PartRef => ({
  ...{ accountId, messageId, campaignId, attempt },
  ...{ part: 1, parts: 1 },
})

const isOut = (one: Ending, folded: LongFolds): boolean => {
  const state = mayHaveLeft(one) ? folded.get(one.messageId)?.state : undefined
  return state !== undefined && state !== 'submitting' && state !== 'rejected'
}

/**
 * What may have left stands until the sweep for missing receipts, which comes by once. Where it has
 * gone by while the message waited to go again, this is the end.
 */
function unconfirmed(one: Ending, folded: LongFolds): NewOutcome[] {
  const fold = folded.get(one.messageId)
  if (fold?.leftAt === undefined || isFinal(fold.state)) return []
  if (!isSweepNear(fold.leftAt, one.at)) return []
  return [{ ...one, ...(fold.taken > 0 ? unconfirmedSent : unconfirmedMaybe) }]
}

function outcomesOf(input: Settling, folded: LongFolds): NewOutcome[] {
  const { records, receipts, at } = input
  const outcomes: NewOutcome[] = []
  for (const { ref, outcome } of receipts) {
    if (ref.parts > 1) continue
    const part = partAfterReceipt('submitted', outcome)
    if (part !== 'submitted') outcomes.push(ended(ref, part, at))
  }
  for (const record of records) {
    for (const one of record.outcomes) {
      if (isOut(one, folded)) outcomes.push(...unconfirmed(one, folded))
      else outcomes.push({ isUnsent: true, ...one })
    }
  }
  return [...outcomes, ...endedOf(folded, input)]
}

function movesOfParts(input: Settling, folded: LongFolds): TallyMove[] {
  const { records, lateAccepted, lateRefused = [] } = input
  const moves: TallyMove[] = []
  // What is counted with its slice just now is counted with all its answers.
  const now = new Set<MessageId>()
  for (const { submitted, maybeSent, outcomes } of records) {
    const out = outcomes.filter((one) => isOut(one, folded)).map(refOf)
    const unsure = out.length === 0 ? maybeSent : [...maybeSent, ...out]
    for (const ref of submitted) if (ref.parts === 1) moves.push(move(ref, 'submitted', 1))
    for (const ref of unsure) moves.push(move(ref, counterOf(ref, folded), 1))
    moves.push(...countLong(submitted, folded))
    for (const { messageId } of submitted) now.add(messageId)
    for (const { messageId, parts } of unsure) if (parts === 1) now.add(messageId)
  }
  const late = lateAccepted.filter(({ isOpen, messageId }) => isOpen && !now.has(messageId))
  const long = [...late.filter(({ parts }) => parts > 1), ...lateRefused]
  return [...moves, ...countLateShort(late, folded), ...countLateLong(long, folded)]
}

/** One of a single part is submitted once any attempt of it was taken. */
function counterOf(ref: PartRef, folded: LongFolds): 'submitted' | 'maybe_sent' {
  return ref.parts === 1 && (folded.get(ref.messageId)?.taken ?? 0) > 0 ? 'submitted' : 'maybe_sent'
}

/**
 * With the first yes to any of its attempts a message of one part goes from maybe sent to
 * submitted; where another attempt had been taken before, it was there.
 */
function countLateShort(late: readonly PartRef[], folded: LongFolds): TallyMove[] {
  const yeses = new Map<MessageId, { ref: PartRef; count: number }>()
  for (const ref of late) {
    if (ref.parts > 1) continue
    yeses.set(ref.messageId, { ref, count: (yeses.get(ref.messageId)?.count ?? 0) + 1 })
  }
  return [...yeses].flatMap(([messageId, { ref, count }]) =>
    (folded.get(messageId)?.taken ?? count) > count
      ? []
      : [move(ref, 'maybe_sent', -1), move(ref, 'submitted', 1)],
  )
}

const inCampaigns = (moves: readonly TallyMove[]) =>
  moves.filter(({ campaignId }) => campaignId !== null)

export type LongFold = Folded & { ref: PartRef; leftAt?: Instant }
export type LongFolds = ReadonlyMap<MessageId, LongFold>

async function foldLong(tx: Tx, long: Touched): Promise<Map<MessageId, LongFold>> {
  const folded = new Map<MessageId, LongFold>()
  if (long.size === 0) return folded
  await takeTurnsInAnyAccount(tx, [...long.values()])
  const known = await readPartsInAnyAccount(tx, [...long.values()])
  for (const ref of long.values()) {
    const parts = known.get(ref.messageId)
    if (parts === undefined) continue
    const { leftAt } = parts
    const when = leftAt === undefined ? {} : { leftAt }
    folded.set(ref.messageId, { ref, ...when, ...foldParts(ref.parts, parts) })
  }
  return folded
}

function endedOf(folded: LongFolds, { at, lateRefused = [] }: Settling): NewOutcome[] {
  const refused = new Set(lateRefused.map(({ messageId }) => messageId))
  return [...folded.values()].flatMap(({ ref, state, hadUnknown }) => {
    if (!isFinal(state)) return []
    const isByLateNo = state === 'rejected' && refused.has(ref.messageId)
    const reason = isByLateNo ? 'operator_refused' : null
    return [{ ...ended(ref, state, at), reason, hadUnknown }]
  })
}

/** All parts are out; but one of an earlier slice may have been left without its answer. */
export function countLong(
  refs: readonly PartRef[],
  folded: ReadonlyMap<MessageId, LongFold>,
): TallyMove[] {
  return refs
    .filter((ref) => ref.parts > 1)
    .map((ref) => move(ref, folded.get(ref.messageId)?.hadUnknown ? 'maybe_sent' : 'submitted', 1))
}

/**
 * With its last missing answer a message is submitted; one that waits was not counted yet. One of
 * a single part is here for its late no: it was counted as maybe sent, unless another attempt was
 * taken.
 */
export function countLateLong(
  late: readonly PartRef[],
  folded: ReadonlyMap<MessageId, LongFold>,
): TallyMove[] {
  const isLong = ({ messageId, parts }: PartRef) =>
    parts > 1 || folded.get(messageId)?.state === 'rejected'
  const refs = new Map(late.filter(isLong).map((ref) => [ref.messageId, ref]))
  return [...refs.values()].flatMap((ref) => {
    const fold = folded.get(ref.messageId)
    if (fold === undefined || fold.hadUnknown || fold.state === 'submitting') return []
    return [move(ref, 'maybe_sent', -1), move(ref, 'submitted', 1)]
  })
}

function ended(ref: PartRef, state: Outcome['state'] | string, at: Instant): NewOutcome {
  assert(isFinal(state as Outcome['state']), 'only a final state ends a message')
  return {
    accountId: ref.accountId,
    messageId: ref.messageId,
    campaignId: ref.campaignId,
    state: state as Outcome['state'],
    reason: null,
    at,
    hadUnknown: false,
    isUnsent: false,
  }
}

/**
 * Only what is new moves a counter: a repeated receipt changes nothing. What may have left at an
 * earlier attempt does not end with what ended its wait: it stands as maybe sent, until the
 * deadline for receipts.
 */
export async function writeOutcomes(
  tx: Tx,
  outcomes: readonly NewOutcome[],
  metrics: Pick<Metrics, 'count'>,
  known: readonly TallyMove[] = [],
): Promise<void> {
  const doubted = outcomes.filter(mayHaveLeft)
  const folded = await foldLong(tx, new Map(doubted.map((one) => [one.messageId, refOf(one)])))
  const out = doubted.filter((one) => isOut(one, folded))
  const counted = out.map(refOf).map((ref) => move(ref, counterOf(ref, folded), 1))
  const moves = [...known, ...counted]
  const over = out.flatMap((one) => unconfirmed(one, folded))
  const first = firstOf([...outcomes.filter((one) => !isOut(one, folded)), ...over])
  const written = new Set(await appendOutcomes(tx, first))
  const ended = first.filter(({ messageId }) => written.has(messageId))
  await tx.together((to) => moveTally(to, inCampaigns([...moves, ...movesOf(to, ended, metrics)])))
}

function firstOf(outcomes: readonly NewOutcome[]): NewOutcome[] {
  const first = new Map<MessageId, NewOutcome>()
  for (const outcome of outcomes) {
    if (!first.has(outcome.messageId)) first.set(outcome.messageId, outcome)
  }
  // In one order, so that two who write some of the same wait and do not cross.
  return [...first.values()].sort((a, b) => (a.messageId < b.messageId ? -1 : 1))
}

function movesOf(
  to: Asks,
  outcomes: readonly NewOutcome[],
  metrics: Pick<Metrics, 'count'>,
): TallyMove[] {
  const moves: TallyMove[] = []
  const states = new Map<string, number>()
  for (const outcome of outcomes) {
    const { state } = outcome
    states.set(state, (states.get(state) ?? 0) + 1)
    moves.push(...(state === 'refused' ? refused(outcome) : [move(outcome, state, 1)]))
    if (outcome.isUnsent) moves.push(move(outcome, 'ended_unsent', 1))
    if (outcome.hadUnknown) moves.push(move(outcome, 'maybe_settled', 1))
  }
  tellEndedInAnyAccount(
    to,
    outcomes.map((one) => ({ ...one, reason: failureOf(one.state, one.reason) })),
  )
  to.afterCommit(() => {
    for (const [state, count] of states) {
      metrics.count('accord_messages_ended_total', { state }, count)
    }
  })
  return moves
}

type Counted = Pick<Outcome, 'accountId' | 'campaignId'>

function refused({ accountId, campaignId, reason }: NewOutcome): TallyMove[] {
  return refusedMoves({ accountId, campaignId: campaignId as TallyMove['campaignId'] }, reason)
}

/** A move of a message outside any campaign has no counter; it is filtered where it is written. */
function move(of: Counted, counter: string, by: number): TallyMove {
  return {
    accountId: of.accountId,
    campaignId: of.campaignId as TallyMove['campaignId'],
    counter,
    by,
  }
}
