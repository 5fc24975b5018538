// What the gate decides from: facts about the text, about the person, and about the moment.
//
// As a message leaves, what cannot have changed since it was accepted is not asked again: it is no
// fact of that moment, and no check can read it.
import type { GateConsent, OtherLegalBasis, SuppressionScope } from '../../consent/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { AlertBasis, MessageClass } from '../contract.ts'
import type { OutgoingRoute } from '../ports.ts'

/** Switched off, barred by an objection, or without a contract: different people mend it. */
export function standingOf({ closedWhy }: Pick<OutgoingRoute, 'closedWhy'>): LeavingText['route'] {
  if (closedWhy === null) return 'open'
  if (closedWhy === 'supplier_barred') return 'barred'
  return closedWhy === 'route_disabled' ? 'closed' : 'without_contract'
}

/** Of a text as it leaves; the same for everybody who gets it. */
export type LeavingText = {
  class: MessageClass | null
  basis: AlertBasis | null
  sender: 'registered' | 'unknown' | 'refused'
  route: 'open' | 'closed' | 'without_contract' | 'barred' | 'missing'
}

export type TextFacts = LeavingText & {
  /** From the table of R-205; 3 and more reads like advertising. Null for marketing. */
  advertisingScore: number | null
  /** A second user has said, with a reason, that the alert is no advertising. */
  hasOverride: boolean
  /** The id of the sector that the text falls under and that may not advertise so. */
  sectorBan: string | null
  /** The text must name the brand, because the sender is a number, and does not. */
  brandMissing: boolean
  /** The text tells people to send STOP to a number that is not the route's. */
  foreignStopNumber: boolean
}

/** Of a person as a message leaves to them. */
export type LeavingPerson = {
  /** Whether somebody has gone through the rules of the person's country. */
  rulesReviewed: boolean
  /** The weakest rank of evidence that the country takes for marketing. */
  proofRankMin: number
  /** Legal bases of marketing beside consent that the rules of the country admit. */
  otherLegalBases: readonly OtherLegalBasis[]
  suppression: SuppressionScope | null
  /** Nobody can say whether more stands on the number, until the ledger is mended. */
  objectionsUnknown: boolean
  /** Null for an alert, which does not rest on consent. */
  consent: GateConsent | null
  inQuarantine: boolean
  /** A file said that they did not agree: there is nothing to prove. */
  hasDeclined: boolean
  /** Their data may be kept and not used (GDPR 18). */
  isRestricted: boolean
  /** Below the age of consent of the country and without a parent's word; null when unknown. */
  isMinor: boolean | null
  /** Receipts say that the number no longer works; asked of marketing alone. */
  numberDead: boolean
  /** A reply that may mean "stop" waits for somebody to read it. */
  replyUnderReview: boolean
}

export type PersonFacts = LeavingPerson & {
  numberUsable: boolean
  /** The text names a field that this contact lacks, with nothing to put in its place. */
  mergeFieldEmpty: boolean
  segments: number
  /** Marketing messages accepted for this number in the days of the cap. */
  recentMarketing: number
  frequencyCap: number | null
}

export type MomentFacts = {
  at: Instant
  notBefore: Instant | null
  usefulUntil: Instant | null
  /** When the hours of the person's place open next; null while they are open, or do not count. */
  opensAt: Instant | null
}

/** All that is known as a message is accepted. */
export type GateFacts = { text: TextFacts; person: PersonFacts; moment: MomentFacts }

/** What is asked anew as it leaves. */
export type LeavingFacts = { text: LeavingText; person: LeavingPerson; moment: MomentFacts }

/** A text of more segments than this is a letter, and an expensive mistake. */
export const segmentsPerMessageMax = 10
