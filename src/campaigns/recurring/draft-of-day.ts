// The draft of a day: whether it is what somebody started, or what became of it by hand. Pure.
import { createHash } from 'node:crypto'
import type { Campaign } from '../campaign.ts'
import type { Settled } from './occurrence-store.ts'

/** All of it that decides who gets what and when; its name is for the account's own screens. */
export function hashOfDraft(draft: Campaign): string {
  const written = [
    draft.listId,
    draft.class,
    draft.basis,
    draft.purpose,
    draft.controllerId,
    draft.sender,
    draft.text,
    draft.sendAt,
    draft.sendAtLocal,
    draft.usefulUntil,
    draft.ifUnsure,
    draft.perHour,
    draft.overrideReason,
    draft.recurringId,
    draft.occurrenceDay,
    draft.isPicked,
  ]
  return createHash('sha256').update(JSON.stringify(written)).digest('hex')
}

const stopped = (failure: string): Settled => ({ state: 'stopped', people: null, failure })

/** Null: it is as it was made, and may leave under the name of whoever started it. */
export function becameByHand(draft: Campaign | null, draftHash: string | null): Settled | null {
  if (draft === null) return stopped('campaigns.recurring_draft_deleted')
  const { state, launches } = draft
  const isWritten = state === 'draft' || state === 'approved'
  if (launches > 0 && !isWritten) {
    const people = draft.isPicked ? null : (draft.sheet?.receive ?? null)
    return { state: 'launched', people, failure: null }
  }
  if (!isWritten) return stopped('campaigns.recurring_draft_cancelled')
  // Launched and taken back, it is its author's again, changed or not.
  const isChanged = draftHash !== null && hashOfDraft(draft) !== draftHash
  return launches > 0 || isChanged ? stopped('campaigns.recurring_draft_changed') : null
}
