// The pure judgements of recording: is the evidence complete, may this wording carry it,
// does an objection stand.
import type { WordingId } from '../../kernel/index.ts'
import {
  type Channel,
  type ConsentState,
  type Evidence,
  type EvidenceGrade,
  type Purpose,
  rankOf,
  type SuppressionScope,
  scopeCovers,
  vouchedGrade,
  type Witness,
  type Wording,
} from '../consent.ts'
import type { ConsentRefusal } from '../contract.ts'
import { namesChannel } from '../wording/wording-defects.ts'

/** Grades that rest on somebody's word: they must say where the consent comes from. */
const needsSource: ReadonlySet<EvidenceGrade> = new Set(['import_declared', 'api_declared'])

/** What is claimed, and the grade that it deserves. */
export type Claim = { wording: Wording | null; grade: EvidenceGrade; evidence: Evidence }
export type Held = Pick<
  ConsentState,
  'state' | 'since' | 'gradeRank' | 'wordingId' | 'entryId'
> | null
/** What the account holds of this person already. */
export type Standing = {
  held: Held
  suppression: SuppressionScope | null
  /** The number took this consent back once, also where the person of that time is erased. */
  hasWithdrawn: boolean
}
export const nothingStands: Standing = { held: null, suppression: null, hasWithdrawn: false }

/** Without date, wording or source a claim is a claim, whoever makes it. */
export function keptGrade(
  wording: Wording | null,
  evidence: Evidence,
  witness: Witness,
): EvidenceGrade {
  const grade = vouchedGrade(evidence.grade, witness)
  const source = evidence.source ?? evidence.formUrl ?? ''
  const isComplete =
    wording !== null &&
    evidence.givenAt !== null &&
    (!needsSource.has(grade) || source.trim() !== '')
  return isComplete ? grade : 'claimed'
}

/**
 * Why this wording cannot carry this consent, in the order of the public list; null when it can.
 */
export function judgeWording(
  wording: Wording | undefined,
  key: { controllerId: string; channel: Channel; purpose: Purpose },
): ConsentRefusal | null {
  if (wording === undefined) return 'wording_unknown'
  if (wording.state === 'draft') return 'wording_not_published'
  if (wording.controllerId !== key.controllerId) return 'controller_differs'
  const isNamed =
    wording.channels.includes(key.channel) && namesChannel(wording.shownText, key.channel)
  if (!isNamed) return 'channel_not_named'
  return wording.purposes.includes(key.purpose) ? null : 'purpose_not_in_wording'
}

export function objects({ held, suppression, hasWithdrawn }: Standing): boolean {
  if (suppression !== null && scopeCovers(suppression, 'marketing')) return true
  return hasWithdrawn || held?.state === 'withdrawn'
}

/** True when the very same consent stands already: importing a file twice adds nothing. */
export function isHeld(held: Held, claim: Claim): held is NonNullable<Held> {
  const wordingId: WordingId | null =
    claim.grade === 'claimed' ? null : (claim.wording?.wordingId ?? null)
  return (
    held?.state === 'given' &&
    // A paper is kept only with an entry that commits to it.
    claim.evidence.documentType === undefined &&
    claim.evidence.givenAt !== null &&
    held.since === claim.evidence.givenAt &&
    held.gradeRank === rankOf(claim.grade) &&
    held.wordingId === wordingId
  )
}
