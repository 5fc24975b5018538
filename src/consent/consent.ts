// The nouns of consent and the pure decisions about them: wordings, evidence, effective state.
import type {
  AccountId,
  ControllerId,
  E164,
  EntryId,
  ImportId,
  Instant,
  SubjectId,
  WordingId,
} from '../kernel/index.ts'
import {
  type Channel,
  type DocumentType,
  type EvidenceGrade,
  evidenceGrades,
  type Medium,
  type OtherLegalBasis,
  type Purpose,
  type SuppressionScope,
  type WhyNot,
} from './contract.ts'

export {
  type Channel,
  channels,
  defaultPurpose,
  type EvidenceGrade,
  evidenceGrades,
  type Medium,
  media,
  type ObjectionReason,
  objectionReasons,
  type Purpose,
  purposePattern,
  type SuppressionScope,
  suppressionScopes,
  type WhyNot,
  whyNots,
} from './contract.ts'

const ranks: Record<EvidenceGrade, { rank: number; level: 0 | 1 | 2 | 3 }> = {
  claimed: { rank: 0, level: 0 },
  import_declared: { rank: 10, level: 1 },
  api_declared: { rank: 10, level: 1 },
  own_form: { rank: 20, level: 1 },
  // A voice does not show that the number is the speaker's:
  // never as good as the handset's own word.
  recorded_voice: { rank: 25, level: 1 },
  double_opt_in: { rank: 30, level: 2 },
  signed_paper: { rank: 40, level: 3 },
  keyword_from_handset: { rank: 40, level: 3 },
}
export const rankOf = (grade: EvidenceGrade): number => ranks[grade].rank
/** The weakest grade of a rank: what an account's policy asks for. */
export const gradeOfRank = (rank: number): EvidenceGrade =>
  evidenceGrades.find((grade) => ranks[grade].rank >= rank) ?? 'keyword_from_handset'
export const proofLevelOf = (grade: EvidenceGrade): 0 | 1 | 2 | 3 => ranks[grade].level

/**
 * Who vouches for the evidence. `server`: this program saw the act itself (its own form, its own
 * code, a keyword from the handset). `document`: a user looked at a document that is kept with it.
 * `declared`: somebody's word, over the API or in a file; whatever grade they name is a claim.
 */
export const witnesses = ['declared', 'document', 'server'] as const
export type Witness = (typeof witnesses)[number]

/** Who must vouch for a grade before it is more than somebody's word. */
const vouching: Partial<Record<EvidenceGrade, Witness>> = {
  own_form: 'server',
  double_opt_in: 'server',
  keyword_from_handset: 'server',
  signed_paper: 'document',
  recorded_voice: 'document',
}

/** The grade that the witness can vouch for; another's word is `api_declared`, whatever it says. */
export function vouchedGrade(grade: EvidenceGrade, witness: Witness): EvidenceGrade {
  const needed = vouching[grade]
  return needed === undefined || needed === witness ? grade : 'api_declared'
}

/**
 * Only an act that comes from the handset itself, or a document that somebody answers for, shows
 * that the person who objected is the one who now agrees. A form alone does not: anybody can type
 * another's number into it. An import or a claim over the API never does.
 */
export const mayLiftObjection = (grade: EvidenceGrade, witness: Witness): boolean =>
  (witness === 'server' && (grade === 'double_opt_in' || grade === 'keyword_from_handset')) ||
  (witness === 'document' && grade === 'signed_paper')

export type WordingState = 'draft' | 'published' | 'retired'

/** How the box was, asked of whoever writes the wording. */
export type WordingForm = {
  boxInitially: 'unticked' | 'ticked' | 'none'
  /** True when the same act also accepts terms of sale or use. */
  bundledWithTerms: boolean
  /** True when a service, prize or discount depends on it without needing it. */
  conditional: boolean
}

export type WordingDraft = {
  name: string
  language: string
  medium: Medium
  controllerId: ControllerId
  controllerName: string
  shownText: string
  channels: readonly Channel[]
  purposes: readonly Purpose[]
  form: WordingForm
  /** The wording that this one follows; its version is one more. */
  replaces?: WordingId
}

export type Wording = {
  wordingId: WordingId
  accountId: AccountId
  name: string
  version: number
  language: string
  medium: Medium
  controllerId: ControllerId
  /** The name under which the controller must appear in the shown text. */
  controllerName: string
  /** The exact text, byte for byte; its SHA-256 is what a leaf names. */
  shownText: string
  sha256: Uint8Array
  channels: readonly Channel[]
  purposes: readonly Purpose[]
  form: WordingForm
  state: WordingState
  createdAt: Instant
  publishedAt: Instant | null
  entryId: EntryId | null
}

/** What a person did, as evidence; sealed with the proof key, never in a leaf. */
export type Evidence = {
  grade: EvidenceGrade
  /** When the person agreed, as the evidence says (not when we recorded it). */
  givenAt: Instant | null
  /** Where it comes from: the form's name, the shop's till, the file's own words. */
  source: string | null
  number?: E164
  formUrl?: string
  formVersion?: string
  ip?: string
  userAgent?: string
  messageId?: string
  shortCode?: string
  /** The telephone was imagined: a code or a word from it shows nothing of a person. */
  handset?: 'sandbox'
  scanSha256?: string
  /** What the scan or the recording is, where it is kept with the consent. */
  documentType?: DocumentType
  importId?: ImportId
  importFileSha256?: string
  importRow?: number
  locale?: string
  note?: string
  /** Where an event of another ledger stands there, as canonical JSON. */
  details?: string
}

/** One row of the projection, as the pure decisions read it. */
export type ConsentState = {
  subjectId: SubjectId
  controllerId: ControllerId
  channel: Channel
  purpose: Purpose
  state: 'given' | 'withdrawn'
  since: Instant
  validUntil: Instant
  gradeRank: number
  wordingId: WordingId | null
  entryId: EntryId
}

/** Of which consent the gate asks, and when. */
export type GateQuestion = {
  controllerId: ControllerId
  channel: Channel
  purpose: Purpose
  at: Instant
}

export type EffectiveConsent =
  | {
      effective: true
      entryId: EntryId
      wordingId: WordingId
      gradeRank: number
      since: Instant
      validUntil: Instant
      /** No consent at all, but another legal basis that the account has switched on. */
      legalBasis?: OtherLegalBasis
    }
  | { effective: false; why: WhyNot; entryId: EntryId | null }

type Standing = Pick<
  ConsentState,
  'state' | 'since' | 'validUntil' | 'gradeRank' | 'wordingId' | 'entryId'
>

/** The person's state folded with the account's policy, at an instant. */
export function decideEffective(
  state: Standing | null,
  policy: { minimumRank: number },
  at: Instant,
): EffectiveConsent {
  if (state === null) return { effective: false, why: 'none', entryId: null }
  const { entryId, wordingId, gradeRank, since, validUntil } = state
  if (state.state === 'withdrawn') return { effective: false, why: 'withdrawn', entryId }
  // Rank 0 is a claim without its evidence: no policy can make it enough.
  if (wordingId === null || gradeRank <= 0 || gradeRank < policy.minimumRank) {
    return { effective: false, why: 'unproven', entryId }
  }
  if (at >= validUntil) return { effective: false, why: 'expired', entryId }
  return { effective: true, entryId, wordingId, gradeRank, since, validUntil }
}

/** The scope after one more objection: scopes only widen. */
/** What is taken back after an objection, or after a withdrawal: one purpose of one controller. */
export type TakenBack =
  | { scope: SuppressionScope }
  | { controllerId: ControllerId; purpose: string }

export function widerScope(held: SuppressionScope, added: SuppressionScope): SuppressionScope {
  return held === added ? held : 'all'
}

/** True when a suppression of this scope stops a message of this class. */
export function scopeCovers(scope: SuppressionScope, sendClass: 'marketing' | 'alert'): boolean {
  return scope === 'all' || scope === (sendClass === 'marketing' ? 'marketing' : 'relational')
}
