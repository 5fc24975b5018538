// Every legal value has a source of the last year, and the page for the lawyer shows it.
import { expect, test } from 'vitest'
import { countries } from './country-rules.ts'
import { describeCountries } from './describe-countries.ts'
import { numberReasons } from './number-reading.ts'
import type { Source } from './rules.ts'
import { sayClosed, sayNumberReason } from './say.ts'

function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return []
  if ('checkedOn' in value) return [value as Source]
  return Object.values(value).flatMap(sourcesIn)
}

test('each country has its sources, each with a title, an address and a day', () => {
  for (const rules of countries) {
    const sources = sourcesIn(rules)
    expect(sources.length, rules.country).toBeGreaterThan(0)
    for (const source of sources) {
      expect(source.title).not.toBe('')
      expect(source.url).toMatch(/^https?:\/\//)
      expect(source.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  }
})

test('the page shows the ceiling, its source and the holidays, and says who sends nothing', () => {
  const page = describeCountries()
  expect(page).toContain('| ceiling that nobody widens | 08:00 to 21:30, local time | [Charte')
  expect(page).toContain('- 2027-12-20 the Abolition of Slavery: RE')
  expect(page.match(/No complete pack: no marketing/g)).toHaveLength(4)
  expect(page).toContain('- 2027-10-31 Reformation Day: BB')
  expect(page).toContain('sources disagree')
})

test('each reason has its sentence in both languages', () => {
  for (const reason of numberReasons) {
    expect(sayNumberReason(reason, 'fr')).toMatch(/\.$/)
    expect(sayNumberReason(reason, 'en')).toMatch(/\.$/)
  }
  expect(sayClosed('holiday', 'fr', 'le 14 juillet')).toContain('le 14 juillet')
})
