// Legal bases of articles 9 and 10 GDPR: which covers which category, when one is complete. Pure.
import type { Wording } from '../consent/index.ts'
import type { ControllerId, Instant, SubjectId, WordingId } from '../kernel/index.ts'
import {
  type Basis,
  basisNames,
  endMonthsMax,
  type LegalBasisState,
  type SensitiveCategory,
  type SensitiveRefusal,
  sensitiveCategories,
} from './contract.ts'
import { namesCategory } from './names-category.ts'

export type LegalBasis = {
  id: string
  keySubjectId: SubjectId
  controllerId: ControllerId
  category: SensitiveCategory
  basis: Basis
  /** Why it holds, as the account says it; and the text of law it rests on. */
  words: LegalBasisWords
  wordingId: WordingId | null
  keepDays: number
  endsAt: Instant
  state: LegalBasisState
  recordedBy: string
  recordedAt: Instant
  approvedBy: string | null
  approvedAt: Instant | null
  endedBy: string | null
  endedAt: Instant | null
  valuesErased: number
}

export type LegalBasisWords = {
  justification: string
  law: string | null
  endReason: string | null
}

type Rule = {
  article: string
  covers: readonly SensitiveCategory[]
  /** The law that permits or demands it must be named. */
  needsLaw: boolean
  /** Stands on what each person agreed to, on words that name the category. */
  needsWording: boolean
}

const articleNine = sensitiveCategories.filter((category) => category !== 'criminal_record')
const onArticleNine = (letter: string, more: Partial<Rule> = {}): Rule => ({
  article: `9(2)(${letter})`,
  covers: articleNine,
  needsLaw: false,
  needsWording: false,
  ...more,
})

/**
 * Article 9(2) and article 10. The strict reading where texts differ: care and public health cover
 * health alone, and a body's aim covers what such bodies are founded on.
 */
export const bases: Readonly<Record<Basis, Rule>> = {
  explicit_consent: onArticleNine('a', { needsWording: true }),
  employment_law: onArticleNine('b', { needsLaw: true }),
  vital_interests: onArticleNine('c'),
  non_profit_body: onArticleNine('d', {
    covers: ['religion', 'political_opinion', 'trade_union'],
  }),
  made_public_by_person: onArticleNine('e'),
  legal_claims: onArticleNine('f'),
  substantial_public_interest: onArticleNine('g', { needsLaw: true }),
  health_care: onArticleNine('h', { covers: ['health'] }),
  public_health: onArticleNine('i', { covers: ['health'], needsLaw: true }),
  official_authority: {
    article: '10',
    covers: ['criminal_record'],
    needsLaw: true,
    needsWording: false,
  },
  authorised_by_law: {
    article: '10',
    covers: ['criminal_record'],
    needsLaw: true,
    needsWording: false,
  },
}

export type LegalBasisTold = Pick<
  LegalBasis,
  'controllerId' | 'category' | 'basis' | 'wordingId' | 'endsAt'
> & { law: string | null }

/** The first refusal in the public order; null when it may be recorded. */
export function judgeLegalBasis(
  told: LegalBasisTold,
  { wording, at }: { wording: Wording | null; at: Instant },
): SensitiveRefusal | null {
  const rule = bases[told.basis]
  if (!rule.covers.includes(told.category)) return 'basis_not_for_category'
  if (rule.needsLaw && (told.law ?? '').trim() === '') return 'law_missing'
  if (rule.needsWording) {
    if (told.wordingId === null) return 'wording_missing'
    const isUsable = wording?.state === 'published' && wording.controllerId === told.controllerId
    if (!isUsable) return 'wording_unusable'
    if (!namesCategory(wording.shownText, told.category)) return 'wording_names_not_category'
  }
  if (told.endsAt <= at) return 'end_in_past'
  return told.endsAt > endMax(at) ? 'end_too_far' : null
}

/** A legal basis is looked at again at least every three years. */
function endMax(at: Instant): Instant {
  const date = new Date(at)
  return date.setUTCMonth(date.getUTCMonth() + endMonthsMax)
}

export const isInForce = (legalBasis: Pick<LegalBasis, 'state' | 'endsAt'>, at: Instant): boolean =>
  legalBasis.state === 'in_force' && legalBasis.endsAt > at

/** The table as it is shown, in the order of the letters. */
export const basesView = () =>
  basisNames.map((basis) => ({ basis, ...bases[basis], covers: [...bases[basis].covers] }))
