// The words of consent that the room, its clients and the screens share: lists, codes, refusals.
import { z } from 'zod'
import { named } from '../http/contract.ts'

/** A means of contact, as article L34-5 CPCE counts them: consent is given for each ("par ce moyen"). */
export const channels = ['sms', 'email', 'mms', 'rcs', 'voice', 'post'] as const
export type Channel = (typeof channels)[number]

/** Where the words were shown, read or heard. */
export const media = ['web', 'paper', 'sms', 'voice', 'app', 'till', 'import'] as const
export type Medium = (typeof media)[number]

/** A purpose is a code of the account's own (R-104: one purpose, one event). */
export type Purpose = string
export const purposePattern = /^[a-z][a-z0-9_]{0,39}$/
export const defaultPurpose: Purpose = 'offers'

/**
 * How strong the evidence is, weakest first. The rank is what an account's policy compares; the
 * level is the ladder of R-110 that a country rule may ask for.
 */
export const evidenceGrades = [
  'claimed',
  'import_declared',
  'api_declared',
  'own_form',
  'recorded_voice',
  'double_opt_in',
  'signed_paper',
  'keyword_from_handset',
] as const
export type EvidenceGrade = (typeof evidenceGrades)[number]

/** What a suppression covers. `all` outweighs the two others; the two together are `all`. */
export const suppressionScopes = ['marketing', 'relational', 'all'] as const
export type SuppressionScope = (typeof suppressionScopes)[number]

export const objectionReasons = [
  'stop_reply',
  'objection',
  'withdrawal',
  'erasure',
  'imported_list',
  'operator',
  'desk',
] as const
export type ObjectionReason = (typeof objectionReasons)[number]

/** Why there is no effective consent, in descending precedence. */
export const whyNots = ['none', 'altered', 'withdrawn', 'unproven', 'expired'] as const
export type WhyNot = (typeof whyNots)[number]

/** Why a wording may not be published, in descending precedence. */
export const wordingRefusals = [
  'text_empty',
  'channels_missing',
  'purposes_missing',
  'preticked',
  'bundled_terms',
  'conditional',
  'controller_not_named',
  'channel_not_named',
  'purposes_bundled',
  'partners_bundled',
] as const
export type WordingRefusal = (typeof wordingRefusals)[number]

/** Why a consent may not be recorded, in descending precedence. */
export const consentRefusals = [
  'wording_unknown',
  'wording_not_published',
  'controller_differs',
  'channel_not_named',
  'purpose_not_in_wording',
  'document_unlike_wording',
  'given_in_future',
  'objection_stands',
  'refused_since',
] as const
export type ConsentRefusal = (typeof consentRefusals)[number]

/** Legal bases of marketing that are no consent, where a country allows them; all off to begin with. */
export const otherLegalBases = ['soft_opt_in', 'b2b_opt_out'] as const
export type OtherLegalBasis = (typeof otherLegalBases)[number]

/** Why another legal basis may not be recorded, in descending precedence; then as for a consent. */
export const legalBasisRefusals = [
  'legal_basis_off',
  'legal_basis_not_in_country',
  'legal_basis_incomplete',
  'legal_basis_in_future',
  'legal_basis_too_old',
] as const
export type LegalBasisRefusal = (typeof legalBasisRefusals)[number]

/** Who speaks for somebody below the age of consent. */
export const parentRelations = ['mother', 'father', 'guardian', 'other_holder'] as const
export type ParentRelation = (typeof parentRelations)[number]

/** Why a parent's word may not be recorded, in descending precedence; then as for a consent. */
export const authorisationRefusals = [
  'authorisation_not_needed',
  'authorisation_too_old',
  'authorisation_withdrawn',
] as const
export type AuthorisationRefusal = (typeof authorisationRefusals)[number]

export const channel = z.enum(channels)
export const medium = z.enum(media)
export const purpose = z
  .string()
  .regex(purposePattern)
  .describe('A code of your own for what the messages are about, such as `offers`.')
export const evidenceGrade = z.enum(evidenceGrades)
export const suppressionScope = z.enum(suppressionScopes)

named({
  channel,
  medium,
  evidenceGrade,
  suppressionScope,
})
