// From everything known of a message's parts to its state. Pure.
import {
  type MessageState,
  messageFromParts,
  type PartState,
  partAfterReceipt,
} from '../message-state.ts'
import type { PartsOfMessage, ResultOutcome } from '../store/result-store.ts'

/**
 * What answers say of a part, over all its attempts: one that was taken was taken; one that may
 * have been taken may still arrive, though a second attempt was refused.
 */
export const answerRank: Readonly<Record<ResultOutcome, { rank: number; part: PartState }>> = {
  accepted: { rank: 3, part: 'submitted' },
  unknown: { rank: 2, part: 'maybe_sent' },
  rejected: { rank: 1, part: 'rejected' },
}

export type Folded = {
  state: MessageState
  hadUnknown: boolean
  /** How many submissions were taken, over all parts and attempts. */
  taken: number
  parts: readonly PartState[]
}

export function foldParts(count: number, known: PartsOfMessage): Folded {
  const parts: PartState[] = Array.from({ length: count }, () => 'waiting')
  const ranks = parts.map(() => 0)
  for (const { part, outcome } of known.results) {
    const { rank, part: state } = answerRank[outcome]
    if (rank <= (ranks[part - 1] ?? 0)) continue
    ranks[part - 1] = rank
    parts[part - 1] = state
  }
  for (const { part, outcome } of known.receipts) {
    const before = parts[part - 1]
    // A receipt speaks of what was taken; it cannot be about a part that never left.
    if (before === undefined || before === 'waiting') continue
    parts[part - 1] = partAfterReceipt(before, outcome)
  }
  return {
    state: messageFromParts(parts),
    taken: known.results.filter(({ outcome }) => outcome === 'accepted').length,
    hadUnknown: known.results.some(({ outcome }) => outcome === 'unknown'),
    parts,
  }
}
