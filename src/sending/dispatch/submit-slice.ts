// Gives a gated slice to a link, and turns the answers into what is to be recorded.
import {
  type Instant,
  type MakeId,
  type MessageId,
  Personal,
  type RouteId,
  type Timers,
  unreachable,
} from '../../kernel/index.ts'
import {
  type OperatorLink,
  type OutgoingSegment,
  retryDelayMs,
  type SubmitOutcome,
} from '../../routing/index.ts'
import type { Vault } from '../../vault/index.ts'
import { encodeSegments, formatRelativeTime } from '../../wire/index.ts'
import type { Leaving } from '../gate/leave-gate.ts'
import { emptyRecord, type SliceRecord } from '../outcome/slice-record.ts'
import type { Share } from '../pace.ts'
import type { OutgoingRoute, Routes } from '../ports.ts'
import type { Lease } from '../store/lease-store.ts'
import type { QueuedMessage, Remainder } from '../store/queue-store.ts'
import type { PartRef, PartResult } from '../store/result-store.ts'
import type { NewUnsettled } from '../store/unsettled-store.ts'
import { attemptAfterLater, isLastWord, mayEnd } from './last-word.ts'

export type SubmitDeps = {
  vault: Pick<Vault, 'replyTag'>
  routes: Pick<Routes, 'senderAddress' | 'answerKey'>
  timers: Timers
  makeId: MakeId
}

export type SliceInFlight = {
  route: OutgoingRoute
  lease: Lease
  intentId: string
  claimedAt: Instant
  leave: readonly Leaving[]
  /**
   * Messages that were stopped while the slice was on its way: asked right before the first octet.
   */
  hasStopped(leaving: Leaving): boolean
}

export type Answered = {
  record: SliceRecord
  /** The operator asked for less. */
  throttled: number
  /** Parts that were not written, since it is not yet their sender's turn. */
  putOff: number
  /** What wholly waits for its sender's turn has not used its share of its campaign's hour. */
  shares: Share[]
  /** Parts whose answer never came, by the key of their segment. */
  unknown: Map<string, PartRef>
  /** How many segments have their outcome with this. */
  segments: number
}

type PartOutcome = { part: number; outcome: SubmitOutcome; at: Instant }
/** `outcomes`: one a part whose answer has come, in the order of their coming. */
type OneMessage = {
  leaving: Leaving
  leftAt: Instant
  segments: number
  outcomes: PartOutcome[]
  /** Why it ends where there is nothing to give to the link. */
  unsent: 'not_encodable' | 'cut_changed'
  /** Whether a "later" can be its end, as things stand when its answers are recorded. */
  mayEnd: boolean
}
/** Its message goes with it and comes back with its outcome: nothing is looked for. */
type SegmentOf = OutgoingSegment & { one: OneMessage }

/** A key names a part over all slices, so that an answer that comes late finds it. */
const keyOf = (queued: QueuedMessage, part: number): string =>
  `${queued.messageId} ${part} ${queued.attempt}`
export const messageOfKey = (key: string): MessageId => key.slice(0, key.indexOf(' ')) as MessageId

/** After each such while the answers that have come are recorded, and the laggards wait on. */
const laggardsAfterMs = 1_000

/** Yields what has come, each second while some answers are slow, and at last the rest. */
export async function* submitSlice(
  deps: SubmitDeps,
  link: OperatorLink,
  hand: SliceInFlight,
): AsyncGenerator<Answered> {
  let record = emptyRecord([hand.intentId])
  const { all, answers } = submitAll(deps, link, { hand, record })
  let open = all
  let unwritten = all.length
  while (!(await endsWithin(deps.timers, answers, laggardsAfterMs))) {
    const rest = laggardsOf(link, open)
    const hasMoved = rest.all.length < open.length || rest.waiting.length < unwritten
    if (!hasMoved) continue
    const come = open.filter(isWhole)
    record.rest = remaindersOf(deps, hand, rest)
    yield recordAnswers(deps, hand, { record, all: come, slice: all })
    record = emptyRecord(record.rest.map(({ intentId }) => intentId))
    open = rest.all
    unwritten = rest.waiting.length
  }
  yield recordAnswers(deps, hand, { record, all: open, slice: all })
}

const isWhole = (one: OneMessage) => one.outcomes.length === one.segments

type Laggards = { all: OneMessage[]; written: OneMessage[]; waiting: OneMessage[] }

/** A message is written once no segment of it waits in the link any more. */
function laggardsOf(link: OperatorLink, open: readonly OneMessage[]): Laggards {
  const waitingKeys = link.waiting()
  const waits = ({ leaving }: OneMessage) => {
    const { queued } = leaving
    for (let part = 1; part <= queued.parts; part += 1) {
      if (waitingKeys.has(keyOf(queued, part))) return true
    }
    return false
  }
  const all = open.filter((one) => !isWhole(one))
  return { all, written: all.filter((one) => !waits(one)), waiting: all.filter(waits) }
}

/** What is written and what is not stand apart: a STOP waits for the latter alone. */
function remaindersOf(deps: SubmitDeps, hand: SliceInFlight, laggards: Laggards): Remainder[] {
  const { claimedAt: at, lease } = hand
  return [true, false].flatMap((isWritten) => {
    const group = isWritten ? laggards.written : laggards.waiting
    if (group.length === 0) return []
    const messages = group.map(({ leaving }) => leaving.queued)
    return [{ intentId: deps.makeId(), at, lease, isWritten, messages }]
  })
}

async function endsWithin(timers: Timers, work: Promise<void>, ms: number): Promise<boolean> {
  let cancel: () => void = () => undefined
  const late = new Promise<boolean>((resolve) => {
    cancel = timers.after(ms, () => resolve(false))
  })
  const isInTime = await Promise.race([work.then(() => true), late])
  cancel()
  return isInTime
}

function submitAll(
  deps: SubmitDeps,
  link: OperatorLink,
  input: { hand: SliceInFlight; record: SliceRecord },
): { all: OneMessage[]; answers: Promise<void> } {
  const { hand, record } = input
  const all: OneMessage[] = []
  const segments: SegmentOf[] = []
  for (const leaving of hand.leave) {
    const now = deps.timers.now()
    if (hand.hasStopped(leaving)) {
      refuse(record, leaving, now)
      continue
    }
    const one: OneMessage = {
      leaving,
      leftAt: now,
      segments: 0,
      outcomes: [],
      unsent: 'not_encodable',
      mayEnd: false,
    }
    all.push(one)
    for (const segment of segmentsOf(deps, hand, one)) {
      segments.push(segment)
      one.segments += 1
    }
  }
  const answers = give(link, segments, ({ one, content }, outcome) => {
    one.outcomes.push({ part: content.partNumber, outcome, at: deps.timers.now() })
  })
  return { all, answers }
}

function give(
  link: OperatorLink,
  segments: readonly SegmentOf[],
  done: (segment: SegmentOf, outcome: SubmitOutcome) => void,
): Promise<void> {
  if (segments.length === 0) return Promise.resolve()
  return new Promise((resolve) => {
    let open = segments.length
    link.submitMany(segments, (segment, outcome) => {
      done(segment, outcome)
      open -= 1
      if (open === 0) resolve()
    })
  })
}

function segmentsOf(deps: SubmitDeps, hand: SliceInFlight, one: OneMessage): SegmentOf[] {
  const { leaving } = one
  const { queued, body } = leaving
  const { concatenation, shiftTables = [] } = leaving.cut ?? hand.route
  const reference = referenceOf(queued)
  const encoded = encodeSegments(body.text, { concatenation, shiftTables, reference })
  // The gate let no such text pass; if it ever does, the message ends as rejected.
  if (!encoded.ok) return []
  if (encoded.segments.length !== queued.parts) {
    // Its parts were counted before terms told how: a part too many or too few would never end.
    one.unsent = 'cut_changed'
    return []
  }
  const from = deps.routes.senderAddress(leaving.sender)
  const to = new Personal(body.number)
  const validityPeriod = validityOf(leaving, deps.timers.now())
  return encoded.segments
    .filter((content) => (queued.partsDone & (1 << (content.partNumber - 1))) === 0)
    .map((content, place) => ({
      key: keyOf(queued, content.partNumber),
      from,
      to,
      content,
      wantsReceipt: true,
      validityPeriod,
      reference: partReference(queued.messageId, content.partNumber),
      goesFirst: queued.priority === 0,
      goesOn: place > 0,
      one,
    }))
}

/** What the parts share: from the random end of the message's id. */
function referenceOf(queued: QueuedMessage): number {
  return Number.parseInt(queued.messageId.slice(-4), 16)
}

/** What an operator may echo of a part, from 0 to 65535. */
export function partReference(messageId: MessageId, part: number): number {
  return (Number.parseInt(messageId.slice(-4), 16) + part - 1) & 0xffff
}

/** Ends with the lawful hours and with the message's use. */
function validityOf(leaving: Leaving, now: Instant): string {
  if (leaving.validUntil === null) return ''
  // An operator counts in seconds, and one second is the least that means anything.
  return formatRelativeTime(Math.max(1000, leaving.validUntil - now)) ?? ''
}

function refuse(record: SliceRecord, leaving: Leaving, at: Instant): void {
  const reason = leaving.isMarketing ? 'consent_withdrawn' : 'number_suppressed'
  record.outcomes.push({
    ...{ ...refOf(leaving.queued, 1), state: 'refused', reason },
    ...{ at, hadUnknown: false },
  })
}

function refOf(queued: QueuedMessage, part: number): PartRef {
  const { accountId, messageId, campaignId, parts, attempt } = queued
  return { accountId, messageId, campaignId, part, parts, attempt }
}

function recordAnswers(
  deps: SubmitDeps,
  hand: SliceInFlight,
  input: { record: SliceRecord; all: readonly OneMessage[]; slice: readonly OneMessage[] },
): Answered {
  const { record, all } = input
  const isTaking = input.slice.some(isTaken)
  const shares: Share[] = []
  let segments = 0
  const unknown = new Map<string, PartRef>()
  let throttled = 0
  let putOff = 0
  const now = deps.timers.now()
  for (const one of all) {
    const { queued } = one.leaving
    segments += one.segments
    one.mayEnd = mayEnd(queued, { isTaking, now })
    const results = resultsOf(deps, hand, one)
    record.results.push(...results)
    for (const result of results) {
      if (result.outcome === 'unknown') unknown.set(keyOf(queued, result.part), result)
    }
    const left = leftOver(one)
    if (left.isThrottled) throttled += 1
    putOff += left.putOff
    const share = shareOf(one, left, results)
    if (share !== null) shares.push(share)
    if (results.some((result) => result.outcome !== 'rejected')) {
      const tag = deps.vault.replyTag(hand.route.id, one.leaving.body.number)
      const { accountId, messageId, campaignId } = queued
      record.replyTags.push({ tag, accountId, messageId, campaignId })
      record.unsettled.push(...unsettledOf(deps, one, { results, tag }))
    }
    conclude(record, { one, results, left, now, routeId: hand.route.id })
  }
  return { record, throttled, putOff, shares, unknown, segments }
}

const isTaken = ({ outcomes }: OneMessage) =>
  outcomes.some(({ outcome }) => outcome.kind === 'accepted')

/** To be given back: the gate takes another when its sender's turn has come. */
function shareOf(one: OneMessage, left: LeftOver, results: readonly PartResult[]): Share | null {
  const { queued, paceSpan } = one.leaving
  const { accountId, campaignId, partsDone } = queued
  const isWhole = left.turnAt !== null && partsDone === 0 && results.length === 0
  if (!isWhole || campaignId === null || paceSpan === undefined) return null
  return { accountId, campaignId, span: paceSpan }
}

/** Parts of which a receipt by id will never tell: no answer came, or one without an id. */
function unsettledOf(
  deps: SubmitDeps,
  one: OneMessage,
  { results, tag }: { results: readonly PartResult[]; tag: Uint8Array },
): NewUnsettled[] {
  const sender = deps.routes.senderAddress(one.leaving.sender).address
  return results
    .filter(({ outcome, operatorId }) => outcome !== 'rejected' && operatorId === null)
    .map((result) => {
      const reference = partReference(result.messageId, result.part)
      const { routeId, leftAt } = result
      return { ...refOf(one.leaving.queued, result.part), routeId, leftAt, tag, sender, reference }
    })
}

/** Written out, since there is one a segment: a spread costs more than all the rest. */
function resultsOf(deps: SubmitDeps, hand: SliceInFlight, one: OneMessage): PartResult[] {
  const results: PartResult[] = []
  const { accountId, messageId, campaignId, parts, attempt } = one.leaving.queued
  const routeId = hand.route.id
  for (const { part, outcome, at } of one.outcomes) {
    const result = resultKind(outcome, one)
    if (result === null) continue
    const id = outcome.kind === 'accepted' ? outcome.operatorMessageId : null
    results.push({
      accountId,
      messageId,
      campaignId,
      part,
      parts,
      attempt,
      routeId,
      outcome: result,
      operatorId: id === null ? null : deps.routes.answerKey(routeId, id),
      status: outcome.kind === 'refused' ? outcome.status : null,
      claimedAt: hand.claimedAt,
      leftAt: one.leftAt,
      answeredAt: outcome.kind === 'unknown' ? null : at,
      // Once an attempt: by the first part that left, which after a "later" need not be part 1.
      checks: results.length === 0 ? one.leaving.checks : null,
    })
  }
  return results
}

/** Null: the part surely was not taken, and may go again. */
function resultKind(outcome: SubmitOutcome, one: OneMessage): PartResult['outcome'] | null {
  switch (outcome.kind) {
    case 'accepted':
      return 'accepted'
    case 'unknown':
      return 'unknown'
    case 'refused':
      return isLast(outcome, one) ? 'rejected' : null
    case 'not_sent':
      return outcome.why === 'not_encodable' ? 'rejected' : null
    case 'put_off':
      return null
    default:
      return unreachable(outcome)
  }
}

type Refused = Extract<SubmitOutcome, { kind: 'refused' }>

const isLast = ({ action }: Refused, { leaving, mayEnd }: OneMessage): boolean =>
  isLastWord(action, { attempt: leaving.queued.attempt, mayEnd })

type LeftOver = {
  isLeft: boolean
  isThrottled: boolean
  /** The operator said "later". */
  isDeferred: boolean
  isWithdrawn: boolean
  why: string
  /** Parts for which it is not yet their sender's turn. */
  putOff: number
  /** All that is left waits for nothing but its sender's turn, which is then. */
  turnAt: Instant | null
}

function leftOver(one: OneMessage): LeftOver {
  const left: LeftOver = {
    isLeft: false,
    isThrottled: false,
    isDeferred: false,
    isWithdrawn: false,
    why: '',
    putOff: 0,
    turnAt: null,
  }
  let turnAt = 0
  for (const { outcome, at } of one.outcomes) {
    if (outcome.kind === 'put_off') {
      left.putOff += 1
      turnAt = Math.max(turnAt, at + outcome.againInMs)
    } else if (outcome.kind === 'refused' && !isLast(outcome, one)) {
      left.isLeft = true
      left.isThrottled ||= outcome.action === 'throttle'
      left.isDeferred ||= outcome.action === 'retry'
      left.why = outcome.statusName
    } else if (outcome.kind === 'not_sent' && outcome.why !== 'not_encodable') {
      left.isLeft = true
      left.isWithdrawn ||= outcome.why === 'withdrawn'
      left.why = outcome.why
    }
  }
  if (turnAt > 0 && !left.isLeft) left.turnAt = turnAt
  left.isLeft ||= turnAt > 0
  return left
}

/**
 * What went too fast, or was not written, tries again after this: the pace is the link's affair.
 */
const retryAfterMs = 1_000

type Concluding = {
  one: OneMessage
  results: readonly PartResult[]
  left: LeftOver
  now: Instant
  routeId: RouteId
}

function conclude(record: SliceRecord, input: Concluding): void {
  const { one, results, left, now } = input
  const { queued } = one.leaving
  const ref = refOf(queued, 1)
  const hasUnknown = results.some((result) => result.outcome === 'unknown')
  if (left.isLeft && left.isWithdrawn && queued.partsDone === 0 && results.length === 0) {
    refuse(record, one.leaving, now)
  } else if (left.isLeft) {
    // A part that goes again gets a new attempt, or its second answer would pass for the first; so
    // does one that the operator deferred, whose attempts are counted by that.
    const isUnheard = hasUnknown && queued.mayRepeat
    const afterLater = left.isDeferred ? attemptAfterLater(queued.attempt, one) : queued.attempt
    const attempt = isUnheard ? queued.attempt + 1 : afterLater
    const waitMs = left.isDeferred ? retryDelayMs(queued.attempt) : retryAfterMs
    putBack(record, { ...input, dueAt: left.turnAt ?? now + waitMs, attempt })
  } else if (hasUnknown && queued.mayRepeat && (queued.expiresAt ?? Infinity) > now) {
    // Twice is better than never, the sender said: the parts without an answer go again.
    putBack(record, { ...input, dueAt: now, attempt: queued.attempt + 1 })
  } else if (hasUnknown) record.maybeSent.push(ref)
  else if (queued.parts === 1 && results[0]?.outcome !== 'accepted') {
    const reason = results[0] === undefined ? one.unsent : 'operator_refused'
    record.outcomes.push({ ...ref, state: 'rejected', reason, at: now, hadUnknown: false })
  } else if (one.outcomes.length === 0) {
    record.outcomes.push({
      ...ref,
      state: 'rejected',
      reason: one.unsent,
      at: now,
      hadUnknown: false,
    })
  } else record.submitted.push(ref)
}

function putBack(
  record: SliceRecord,
  input: Concluding & { dueAt: Instant; attempt: number },
): void {
  const { one, results, left } = input
  const { queued } = one.leaving
  let partsDone = queued.partsDone
  for (const result of results) {
    // What may have left does not leave again, unless twice is better than never.
    const isDone = result.outcome !== 'unknown' || !queued.mayRepeat
    if (isDone) partsDone |= 1 << (result.part - 1)
  }
  const { routeId, dueAt, attempt } = input
  record.putBack.push({ ...queued, routeId, partsDone, attempt, dueAt, hold: null })
  // To wait for its sender's turn is the rule there, and no event.
  if (left.turnAt !== null && attempt === queued.attempt) return
  record.events.push({
    accountId: queued.accountId,
    messageId: queued.messageId,
    at: input.now,
    what: 'put_back',
    facts: { why: left.why || 'no_answer', attempt },
  })
}
