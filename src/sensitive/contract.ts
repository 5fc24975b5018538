// HTTP shapes of legal bases for sensitive data (articles 9 and 10) and of its values.
// Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

/** The classifier's types of articles 9 and 10; the last is of article 10 alone. */
export const sensitiveCategories = [
  'health',
  'religion',
  'political_opinion',
  'trade_union',
  'ethnic_origin',
  'sexual_orientation',
  'criminal_record',
] as const
export type SensitiveCategory = (typeof sensitiveCategories)[number]

/** The letters of article 9(2) in their order, then the two ways of article 10. */
export const basisNames = [
  'explicit_consent',
  'employment_law',
  'vital_interests',
  'non_profit_body',
  'made_public_by_person',
  'legal_claims',
  'substantial_public_interest',
  'health_care',
  'public_health',
  'official_authority',
  'authorised_by_law',
] as const
export type Basis = (typeof basisNames)[number]

/** `proposed`: recorded, and lets nothing in. `in_force`: a second person approved it. */
export const legalBasisStates = ['proposed', 'in_force', 'ended'] as const
export type LegalBasisState = (typeof legalBasisStates)[number]

/** Why a legal basis may not be recorded, in descending precedence. The order is public. */
export const sensitiveRefusals = [
  'basis_not_for_category',
  'law_missing',
  'wording_missing',
  'wording_unusable',
  'wording_names_not_category',
  'end_in_past',
  'end_too_far',
] as const
export type SensitiveRefusal = (typeof sensitiveRefusals)[number]

export const endMonthsMax = 36
export const keepDaysMax = 3 * 365
export const justificationLengthMin = 30

export const legalBasisRequest = z.object({
  controllerId: z.uuid().describe('The legal entity that answers for the data.'),
  category: z.enum(sensitiveCategories),
  basis: z.enum(basisNames).describe('Which letter of article 9(2), or which way of article 10.'),
  justification: z
    .string()
    .trim()
    .min(justificationLengthMin)
    .max(2_000)
    .describe('Why this legal basis holds for these people, in your words. It names no person.'),
  law: z
    .string()
    .trim()
    .max(300)
    .nullable()
    .default(null)
    .describe(
      'The text of law that permits or demands it: asked for where the legal basis is a law.',
    ),
  wordingId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('For explicit consent: the published words, which must name the category.'),
  keepDays: z
    .number()
    .int()
    .min(1)
    .max(keepDaysMax)
    .default(365)
    .describe(
      'How long a value is kept after it came in; it goes with the legal basis in any case.',
    ),
  endsAt: instantText.describe(
    `When the legal basis ends: ${endMonthsMax} months from now at most.`,
  ),
})
export type LegalBasisRequest = z.output<typeof legalBasisRequest>
export type LegalBasisRequestBody = z.input<typeof legalBasisRequest>

export const sensitiveReasonLengthMin = 5
const reason = z.string().trim().min(sensitiveReasonLengthMin).max(500)
export const legalBasisEnd = z.object({
  reason: reason.describe('Why it ends; kept with the legal basis.'),
})

export const legalBasisView = z.object({
  id: z.uuid(),
  controllerId: z.uuid(),
  controllerName: z.string(),
  category: z.enum(sensitiveCategories),
  basis: z.enum(basisNames),
  article: z.string().meta({ example: '9(2)(h)' }),
  justification: z.string(),
  law: z.string().nullable(),
  wordingId: z.uuid().nullable(),
  keepDays: z.number().int(),
  endsAt: instantText,
  state: z.enum(legalBasisStates).describe('A legal basis whose end has come is `ended`.'),
  recordedBy: z.string().describe('user:…, token:…'),
  recordedAt: instantText,
  approvedBy: z.string().nullable(),
  approvedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  endReason: z.string().nullable(),
  people: z.number().int().describe('Of how many people values are kept on it.'),
  valuesErased: z.number().int().describe('Values that went as it ended.'),
})
export type SensitiveLegalBasisView = z.output<typeof legalBasisView>
export const basisView = z.object({
  basis: z.enum(basisNames),
  article: z.string(),
  covers: z.array(z.enum(sensitiveCategories)),
  needsLaw: z.boolean(),
  needsWording: z.boolean(),
})
export const legalBasisList = z.object({
  items: z.array(legalBasisView),
  bases: z.array(basisView).describe('What each basis covers, and what it asks for.'),
})
export type SensitiveLegalBasisList = z.output<typeof legalBasisList>

export const sensitiveLook = z.object({
  reason: reason.describe(
    'Why this person’s sensitive data is looked at; recorded with your name.',
  ),
})
export const sensitiveShown = z.object({
  items: z.array(
    z.object({
      legalBasisId: z.uuid(),
      category: z.enum(sensitiveCategories),
      basis: z.enum(basisNames),
      label: z.string().describe('The column of the file.'),
      value: z.string(),
      storedAt: instantText,
      keepUntil: instantText,
    }),
  ),
})
export type SensitiveShown = z.output<typeof sensitiveShown>

export const sensitiveErasure = z.object({
  reason: reason.describe('Why: the person took their consent back, it was wrong, …'),
})
export const sensitiveErased = z.object({ values: z.number().int() })

named({
  sensitiveLegalBasisRequest: legalBasisRequest,
  legalBasisEnd,
  sensitiveLegalBasisView: legalBasisView,
  basisView,
  legalBasisList,
  sensitiveLook,
  sensitiveShown,
  sensitiveErasure,
  sensitiveErased,
})
