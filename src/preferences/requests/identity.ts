// How sure it must be that the person is who asks, and why so sure and no surer. Pure.
//
// Never an identity paper: a code to the number shows what a message to the number would.
import type { Instant } from '../../kernel/index.ts'
import {
  type IdentifiedHow,
  type IdentityLevel,
  type IdentityWhy,
  isOwnWord,
  type RequestHeardBy,
  type RequestKind,
} from '../contract.ts'

export type IdentityFacts = {
  /** The person asked on their page, to which a link leads that went to their number. */
  isOnPage: boolean
  /** The network said that the number was nobody's: it may be somebody else's now. */
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
  if (facts.hasChangedHands) return { level: 'second', why: 'number_changed_hands' }
  if (givesCopy.includes(kind)) {
    // Said first: it asks for more of the second sign.
    if (facts.hasSensitive) return { level: 'second', why: 'holds_sensitive' }
    if (facts.hasReplies) return { level: 'second', why: 'holds_replies' }
    return { level: 'code', why: 'code_to_number' }
  }
  if (facts.isOnPage) return { level: 'none', why: 'asked_on_page' }
  return { level: 'code', why: 'code_to_number' }
}

/** What a link and a code to the number open without anybody's help; an answer opens the rest. */
export type AtOnce = 'all' | 'without_texts' | 'nothing'

/** Values of articles 9 and 10 stand in answers alone, so they close nothing else. */
export function atOnceOf({
  hasChangedHands,
  hasReplies,
}: Pick<IdentityFacts, 'hasChangedHands' | 'hasReplies'>): AtOnce {
  if (hasChangedHands) return 'nothing'
  return hasReplies ? 'without_texts' : 'all'
}

/**
 * Where a number changed hands, whoever has it now sees what they asked for themselves on the page,
 * and nothing that was asked before or by letter.
 */
export const isOfHolder = (
  { heardBy, askedAt }: { heardBy: RequestHeardBy | null; askedAt: Instant },
  changedHandsAt: Instant | null,
): boolean => changedHandsAt === null || (isOwnWord(heardBy) && askedAt >= changedHandsAt)

/** By more than the number: a link or a code to it shows who has the phone. */
const secondSigns: readonly IdentifiedHow[] = ['code_and_email', 'shared_fact', 'known_to_staff']

export function isIdentified(request: {
  identity: IdentityLevel
  identifiedAt: Instant | null
  identifiedHow: IdentifiedHow | null
}): boolean {
  const { identity, identifiedAt, identifiedHow } = request
  if (identity === 'none') return true
  if (identifiedAt === null || identifiedHow === null) return false
  return identity === 'code' || secondSigns.includes(identifiedHow)
}
