// Another ground than consent: on, allowed in both countries, complete, and recent; else the first no.
import { expect, it } from 'vitest'
import type { GroundRefusal } from './contract.ts'
import { countriesAllow, type GroundConditions, groundEnds, judgeGround } from './ground.ts'

const at = Date.UTC(2026, 10, 25)
const sale: GroundConditions = {
  ground: 'soft_opt_in',
  since: Date.UTC(2026, 5, 1),
  reference: 'order 4512',
  collectedFromPerson: true,
  refusalOffered: true,
  ownSimilarProducts: true,
}
const about = { isOn: true, countries: ['FR', 'FR'], months: 24, at }
type Case = [string, Partial<GroundConditions>, Partial<typeof about>, GroundRefusal | null]

it.each<Case>([
  ['a sale, whole', {}, {}, null],
  ['off', {}, { isOn: false }, 'ground_off'],
  ['off and abroad: the first reason', {}, { isOn: false, countries: ['IT'] }, 'ground_off'],
  ['a French sender to Italy', {}, { countries: ['FR', 'IT'] }, 'ground_not_in_country'],
  ['an Italian sender to France', {}, { countries: ['IT', 'FR'] }, 'ground_not_in_country'],
  ['Poland', {}, { countries: ['PL', 'PL'] }, 'ground_not_in_country'],
  ['a country nobody has gone through', {}, { countries: ['FR', 'US'] }, 'ground_not_in_country'],
  ['Germany', {}, { countries: ['DE', 'DE'] }, null],
  ['no refusal offered', { refusalOffered: false }, {}, 'ground_incomplete'],
  ['a number from elsewhere', { collectedFromPerson: false }, {}, 'ground_incomplete'],
  ['other products', { ownSimilarProducts: false }, {}, 'ground_incomplete'],
  ['an account without a sale', { reference: ' ' }, {}, 'ground_incomplete'],
  ['a sale of next week', { since: at + 7 * 86_400_000 }, {}, 'ground_in_future'],
  ['a sale of thirteen months ago', { since: Date.UTC(2025, 9, 25) }, {}, 'ground_too_old'],
  ['a shorter life of the account’s own', {}, { months: 3 }, 'ground_too_old'],
  ['a professional who was told', professional(), {}, null],
  [
    'a professional in Germany',
    professional(),
    { countries: ['FR', 'DE'] },
    'ground_not_in_country',
  ],
])('%s', (_what, told, changed, expected) => {
  expect(judgeGround({ ...sale, ...told }, { ...about, ...changed } as never)).toBe(expected)
})

function professional(): Partial<GroundConditions> {
  const reference = 'buyer of a garden centre: supplies for garden centres'
  const notOfTheSale = { collectedFromPerson: false, ownSimilarProducts: false }
  return { ground: 'b2b_opt_out', reference, ...notOfTheSale }
}

it('counts for twelve months at most, whatever the account keeps a consent', () => {
  expect(groundEnds(Date.UTC(2026, 0, 31), 36)).toBe(Date.UTC(2027, 0, 31))
  expect(groundEnds(Date.UTC(2026, 0, 31), 1)).toBe(Date.UTC(2026, 1, 28))
})

it('is allowed nowhere by default: a country says so or it is not', () => {
  expect(countriesAllow('soft_opt_in', ['FR'])).toBe(true)
  expect(countriesAllow('b2b_opt_out', ['FR'])).toBe(true)
  expect(countriesAllow('soft_opt_in', ['LU'])).toBe(false)
  expect(countriesAllow('b2b_opt_out', ['DE'])).toBe(false)
})
