// Where a message is in its life: the states, the receipts' precedence, and the parts' table.
import {
  finalStates,
  type messageStates,
  type passingStates,
  type ReceiptOutcome,
} from './contract.ts'

/*
 * The life of a message. It is in exactly one state; the first six pass, the last seven stay.
 *
 * accepted      The row is on disk and the gate has not put it anywhere yet. Ended by the gate, in
 *               the same transaction in almost every case: held, queued or refused.
 * held          In the queue, not before an instant: the hours of the person's place are shut, the
 *               campaign is scheduled or paused. Ended by that instant, by a cancellation, a STOP.
 * queued        In the queue and due. Ended by an engine that claims it.
 * submitting    Out of the queue and in an open intent that is on disk: from here on the operator
 *               may have it. Ended by the operator's answer, or by the death of the engine.
 * submitted     Every part was taken by the operator, which gave an id for each. Ended by receipts,
 *               or by the deadline for receipts.
 * maybe_sent    A part left and no answer came back (link cut, engine dead, answer late). Nobody
 *               can know; it is never put into the queue again unless the message says that twice
 *               is better than never. Ended by a late receipt, or by the deadline.
 *
 * delivered     Each part reached the handset.
 * undelivered   The operator or the network gave up on a part.
 * expired       It was no longer useful, or its validity ended, before it was delivered.
 * rejected      The operator refused a part for good.
 * refused       A rule said no; which rule is kept with it.
 * cancelled     Somebody called it back before it left.
 * unconfirmed   It was submitted, or maybe, and no receipt came by the deadline.
 *
 * A final state is never left: a receipt that comes later is kept as evidence and changes nothing.
 */
export { finalStates, messageStates, passingStates } from './contract.ts'

export type PassingState = (typeof passingStates)[number]
export type FinalState = (typeof finalStates)[number]
export type MessageState = (typeof messageStates)[number]

const finals: ReadonlySet<string> = new Set(finalStates)

export function isFinal(state: MessageState): state is FinalState {
  return finals.has(state)
}

/** What can be said of one part, from its answer and its receipts. */
export const partStates = [
  'waiting',
  'maybe_sent',
  'submitted',
  'delivered',
  'undelivered',
  'expired',
  'rejected',
] as const
export type PartState = (typeof partStates)[number]

/**
 * How strongly each outcome speaks of a part. A receipt moves a part only to something stronger; of
 * two equally strong the first stands, the second is evidence. `enroute` and `accepted` tell that
 * the operator has the part; `unknown` tells nothing.
 */
export const receiptPrecedence: Readonly<
  Record<ReceiptOutcome, { weight: number; part: PartState | null }>
> = {
  unknown: { weight: 0, part: null },
  enroute: { weight: 1, part: 'submitted' },
  accepted: { weight: 1, part: 'submitted' },
  deleted: { weight: 2, part: 'undelivered' },
  expired: { weight: 2, part: 'expired' },
  rejected: { weight: 2, part: 'rejected' },
  undelivered: { weight: 2, part: 'undelivered' },
  delivered: { weight: 2, part: 'delivered' },
}

const partWeight: Readonly<Record<PartState, number>> = {
  waiting: 0,
  maybe_sent: 0,
  submitted: 1,
  delivered: 2,
  undelivered: 2,
  expired: 2,
  rejected: 2,
}

/** The part after a receipt: moved when the receipt says more than is known, else as it was. */
export function partAfterReceipt(part: PartState, outcome: ReceiptOutcome): PartState {
  const { weight, part: next } = receiptPrecedence[outcome]
  if (next === null || weight <= partWeight[part]) return part
  return next
}

/**
 * From parts to message, in order: the first line that fits is the state. A message whose part
 * failed for good is not delivered, whatever became of the rest; but it is final only when nothing
 * of it can still move, so that its state tells the whole truth at once.
 *
 *   some part waiting                    submitting
 *   some part maybe_sent                 maybe_sent
 *   some part submitted                  submitted
 *   some part rejected                   rejected
 *   some part undelivered                undelivered
 *   some part expired                    expired
 *   all parts delivered                  delivered
 */
export function messageFromParts(parts: readonly PartState[]): MessageState {
  for (const [part, state] of partsTable) {
    if (parts.includes(part)) return state
  }
  return 'delivered'
}

export const partsTable = [
  ['waiting', 'submitting'],
  ['maybe_sent', 'maybe_sent'],
  ['submitted', 'submitted'],
  ['rejected', 'rejected'],
  ['undelivered', 'undelivered'],
  ['expired', 'expired'],
] as const satisfies readonly (readonly [PartState, MessageState])[]
