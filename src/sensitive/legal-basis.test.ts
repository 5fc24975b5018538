// Which legal basis covers what, and what is missing first: article 9(2) and article 10 as a table.
import { expect, it } from 'vitest'
import type { Wording } from '../consent/index.ts'
import type { ControllerId, WordingId } from '../kernel/index.ts'
import {
  type Basis,
  basisNames,
  type SensitiveCategory,
  type SensitiveRefusal,
  sensitiveCategories,
} from './contract.ts'
import { bases, isInForce, judgeLegalBasis, type LegalBasisTold } from './legal-basis.ts'
import { namesCategory } from './names-category.ts'

const at = Date.UTC(2026, 10, 26)
const dayMs = 86_400_000
const clinic = 'c1' as ControllerId
const care: LegalBasisTold = {
  controllerId: clinic,
  category: 'health',
  basis: 'health_care',
  law: null,
  wordingId: null,
  endsAt: at + 365 * dayMs,
}
const words: Wording = {
  wordingId: 'w1' as WordingId,
  state: 'published',
  controllerId: clinic,
  shownText: 'J’accepte que le cabinet garde mes données de santé pour m’écrire par SMS.',
} as Wording
const agreed: Partial<LegalBasisTold> = { basis: 'explicit_consent', wordingId: words.wordingId }

type Case = [string, Partial<LegalBasisTold>, Partial<Wording> | null, SensitiveRefusal | null]
it.each<Case>([
  ['care, for health', {}, null, null],
  ['care, for religion', { category: 'religion' }, null, 'basis_not_for_category'],
  ['care, for a conviction', { category: 'criminal_record' }, null, 'basis_not_for_category'],
  ['a parish, for religion', { basis: 'non_profit_body', category: 'religion' }, null, null],
  ['a club, for health', { basis: 'non_profit_body' }, null, 'basis_not_for_category'],
  [
    'consent, for a conviction',
    { ...agreed, category: 'criminal_record' },
    {},
    'basis_not_for_category',
  ],
  ['an employer without a law', { basis: 'employment_law' }, null, 'law_missing'],
  ['an employer with one', { basis: 'employment_law', law: 'C. trav. L4624-4' }, null, null],
  ['a blank for a law', { basis: 'public_health', law: '  ' }, null, 'law_missing'],
  [
    'a conviction, where a law authorises',
    { basis: 'authorised_by_law', category: 'criminal_record', law: 'CPP art. 777' },
    null,
    null,
  ],
  ['consent on no words', { basis: 'explicit_consent' }, null, 'wording_missing'],
  ['consent on a draft', agreed, { state: 'draft' }, 'wording_unusable'],
  ['consent to another entity', agreed, { controllerId: 'c2' as ControllerId }, 'wording_unusable'],
  [
    'consent on words that are silent',
    agreed,
    { shownText: 'J’accepte les offres par SMS.' },
    'wording_names_not_category',
  ],
  ['consent on words that name it', agreed, {}, null],
  ['an end of yesterday', { endsAt: at - dayMs }, null, 'end_in_past'],
  ['an end in four years', { endsAt: at + 4 * 365 * dayMs }, null, 'end_too_far'],
])('%s', (_what, told, wording, expected) => {
  const held = wording === null ? null : { ...words, ...wording }
  expect(judgeLegalBasis({ ...care, ...told }, { wording: held, at })).toBe(expected)
})

it('article 10 is apart: no letter of article 9 covers a conviction, and the other way round', () => {
  const covering = (category: SensitiveCategory): Basis[] =>
    basisNames.filter((basis) => bases[basis].covers.includes(category))
  expect(covering('criminal_record')).toEqual(['official_authority', 'authorised_by_law'])
  for (const category of sensitiveCategories.filter((one) => one !== 'criminal_record')) {
    expect(covering(category).every((basis) => bases[basis].article.startsWith('9'))).toBe(true)
  }
})

it('is in force only once approved, and not from its last day on', () => {
  const legalBasis = { state: 'in_force' as const, endsAt: at }
  expect([isInForce(legalBasis, at - 1), isInForce(legalBasis, at)]).toEqual([true, false])
  expect(isInForce({ ...legalBasis, state: 'proposed' }, at - 1)).toBe(false)
})

it.each<[SensitiveCategory, string, boolean]>([
  ['health', 'my health data', true],
  ['health', 'meine Gesundheitsdaten', true],
  ['health', 'les offres de la boutique', false],
  ['religion', 'ma confession', true],
  ['trade_union', 'mon appartenance syndicale', true],
  ['political_opinion', 'my political opinions', true],
  ['ethnic_origin', 'mon origine ethnique', true],
  ['sexual_orientation', 'mon orientation sexuelle', true],
])('%s in “%s”: %s', (category, text, expected) => {
  expect(namesCategory(text, category)).toBe(expected)
})
