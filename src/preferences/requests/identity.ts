// How sure it must be that the person is who asks, and why so sure and no surer. Pure.
//
// Never an identity paper: a code to the number shows what a message to the number would.
import type { IdentityLevel, IdentityWhy, RequestKind } from '../contract.ts'

export type IdentityFacts = {
  /** The person asked on their page, to which a link leads that went to their number. */
  isOnPage: boolean
  /** The number answered as nobody's, and works again since: it may be somebody else's now. */
  hasChangedHands: boolean
  hasReplies: boolean
  hasSensitive: boolean
}

export type Identity = { level: IdentityLevel; why: IdentityWhy }

/** A no is heard from anybody; a complaint gives nobody's data away. */
const asksNoProof: readonly RequestKind[] = ['objection', 'complaint']
/** Their answer is a copy of what is held. */
export const givesCopy: readonly RequestKind[] = ['access', 'portability']

export function identityOf(kind: RequestKind, facts: IdentityFacts): Identity {
  if (asksNoProof.includes(kind)) return { level: 'none', why: 'no_proof_needed' }
  if (givesCopy.includes(kind)) {
    if (facts.hasChangedHands) return { level: 'second', why: 'number_changed_hands' }
    if (facts.hasReplies) return { level: 'second', why: 'holds_replies' }
    if (facts.hasSensitive) return { level: 'second', why: 'holds_sensitive' }
    return { level: 'code', why: 'code_to_number' }
  }
  if (facts.isOnPage) return { level: 'none', why: 'asked_on_page' }
  return { level: 'code', why: 'code_to_number' }
}
