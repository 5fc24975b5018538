// What a form that asks for a number has to say beside it: from its day on,
// where a law asks for it.
import { expect, test } from 'vitest'
import { reviewedRules } from './country-rules.ts'
import { numberStatements } from './number-statements.ts'

const at = (iso: string) => Date.parse(iso)

// Midnight in Paris is 22:00 of the day before: summer time.
test.each([
  ['the last second before the law of 2025 is in force', 'FR', '2026-08-10T21:59:59Z', 0],
  ['its first', 'FR', '2026-08-10T22:00:00Z', 1],
  ['a country whose pack has none', 'BE', '2026-11-28T10:00:00Z', 0],
  ['a country that nobody has gone through', 'XX', '2026-11-28T10:00:00Z', 0],
])('%s', (_why, country, when, statements) => {
  expect(numberStatements(country, at(when))).toHaveLength(statements)
})

test('it names the consent that a call needs and the contract that lifts it, with its source', () => {
  const [held] = reviewedRules('FR')?.numberStatements ?? []
  expect(held?.source).toMatchObject({ article: 'L223-2', evidence: 'second_hand' })
  expect(held?.value.text.fr).toMatch(/consentement préalable.*L\. 223-2/)
  expect(held?.value.text.fr).toContain('contrat en cours')
  expect(held?.value.text.en).toMatch(/prior consent/)
})
