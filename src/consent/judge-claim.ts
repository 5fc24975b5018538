// The pure judgements of recording: is the evidence complete, may this wording carry it, does an objection stand.
import { type Instant, sameDayLater, type WordingId } from '../kernel/index.ts'
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
} from './consent.ts'
import type { ConsentRefusal } from './contract.ts'
import { namesChannel } from './wording-defects.ts'

/**
 * An account's policy where it has set none: complete evidence of any grade, for 24 months;
 * its proof for five years after the end, in which a claim may be made.
 */
export const policyByDefault = {
  minimum_rank: rankOf('import_declared'),
  valid_months: 24,
  proof_months: 60,
}

/** A consent of "today" may be dated in a zone that is ahead of ours. */
const futureToleranceMs = 24 * 60 * 60 * 1000

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

/** Why this wording cannot carry this consent, in the order of the public list; null when it can. */
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

export function isInFuture(givenAt: Instant | null, at: Instant): boolean {
  return givenAt !== null && givenAt > at + futureToleranceMs
}

export function objects({ held, suppression, hasWithdrawn }: Standing): boolean {
  if (suppression !== null && scopeCovers(suppression, 'marketing')) return true
  return hasWithdrawn || held?.state === 'withdrawn'
}

const dayMs = 24 * 60 * 60 * 1000

/** When a no ends that was said then: a day without its hour with its last. */
export const endOfNo = (saidAt: Instant): Instant =>
  saidAt % dayMs === 0 ? saidAt + dayMs : saidAt + 1

/** Whether a no was said before that yes; null: nobody knows when. */
export const isSaidBefore = (saidNoAt: Instant | null, saidYesAt: Instant): boolean =>
  saidNoAt !== null && endOfNo(saidNoAt) <= saidYesAt

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

const daysLater = new Map<Instant, Instant>()
const daysLaterMax = 4_096
let daysLaterMonths = 0

/** Days on which people agreed come again and again, for one policy. */
export function monthsLater(from: Instant, months: number): Instant {
  if (months !== daysLaterMonths || daysLater.size >= daysLaterMax) daysLater.clear()
  daysLaterMonths = months
  let later = daysLater.get(from)
  if (later === undefined) {
    later = sameDayLater(from, months)
    daysLater.set(from, later)
  }
  return later
}
