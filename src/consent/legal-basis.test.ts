// Another legal basis than consent: on, allowed in both countries, complete, and recent;
// else the first no.
import { expect, it } from 'vitest'
import type { LegalBasisRefusal } from './contract.ts'
import {
  countriesAllow,
  judgeLegalBasis,
  type LegalBasisConditions,
  legalBasisEnds,
} from './legal-basis.ts'

const at = Date.UTC(2026, 10, 25)
const sale: LegalBasisConditions = {
  legalBasis: 'soft_opt_in',
  since: Date.UTC(2026, 5, 1),
  reference: 'order 4512',
  collectedFromPerson: true,
  refusalOffered: true,
  ownSimilarProducts: true,
}
const about = { isOn: true, countries: ['FR', 'FR'], months: 24, at }
type Case = [string, Partial<LegalBasisConditions>, Partial<typeof about>, LegalBasisRefusal | null]

it.each<Case>([
  ['a sale, whole', {}, {}, null],
  ['off', {}, { isOn: false }, 'legal_basis_off'],
  ['off and abroad: the first reason', {}, { isOn: false, countries: ['IT'] }, 'legal_basis_off'],
  ['a French sender to Italy', {}, { countries: ['FR', 'IT'] }, 'legal_basis_not_in_country'],
  ['an Italian sender to France', {}, { countries: ['IT', 'FR'] }, 'legal_basis_not_in_country'],
  ['Poland', {}, { countries: ['PL', 'PL'] }, 'legal_basis_not_in_country'],
  [
    'a country nobody has gone through',
    {},
    { countries: ['FR', 'US'] },
    'legal_basis_not_in_country',
  ],
  ['Germany', {}, { countries: ['DE', 'DE'] }, null],
  ['no refusal offered', { refusalOffered: false }, {}, 'legal_basis_incomplete'],
  ['a number from elsewhere', { collectedFromPerson: false }, {}, 'legal_basis_incomplete'],
  ['other products', { ownSimilarProducts: false }, {}, 'legal_basis_incomplete'],
  ['an account without a sale', { reference: ' ' }, {}, 'legal_basis_incomplete'],
  ['a sale of next week', { since: at + 7 * 86_400_000 }, {}, 'legal_basis_in_future'],
  ['a sale of thirteen months ago', { since: Date.UTC(2025, 9, 25) }, {}, 'legal_basis_too_old'],
  ['a shorter life of the account’s own', {}, { months: 3 }, 'legal_basis_too_old'],
  ['a professional who was told', professional(), {}, null],
  [
    'a professional in Germany',
    professional(),
    { countries: ['FR', 'DE'] },
    'legal_basis_not_in_country',
  ],
])('%s', (_what, told, changed, expected) => {
  expect(judgeLegalBasis({ ...sale, ...told }, { ...about, ...changed } as never)).toBe(expected)
})

function professional(): Partial<LegalBasisConditions> {
  const reference = 'buyer of a garden centre: supplies for garden centres'
  const notOfTheSale = { collectedFromPerson: false, ownSimilarProducts: false }
  return { legalBasis: 'b2b_opt_out', reference, ...notOfTheSale }
}

it('counts for twelve months at most, whatever the account keeps a consent', () => {
  expect(legalBasisEnds(Date.UTC(2026, 0, 31), 36)).toBe(Date.UTC(2027, 0, 31))
  expect(legalBasisEnds(Date.UTC(2026, 0, 31), 1)).toBe(Date.UTC(2026, 1, 28))
})

it('is allowed nowhere by default: a country says so or it is not', () => {
  expect(countriesAllow('soft_opt_in', ['FR'])).toBe(true)
  expect(countriesAllow('b2b_opt_out', ['FR'])).toBe(true)
  expect(countriesAllow('soft_opt_in', ['LU'])).toBe(false)
  expect(countriesAllow('b2b_opt_out', ['DE'])).toBe(false)
})
