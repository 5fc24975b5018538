// Instants and lists as PostgreSQL writes them.
import { expect, test } from 'vitest'
import { instantOf, uuidsOf } from './type-parsers.ts'

test.each([
  ['2026-11-25 09:30:00+00', Date.UTC(2026, 10, 25, 9, 30)],
  ['2026-11-25 09:30:00.5+00', Date.UTC(2026, 10, 25, 9, 30, 0, 500)],
  ['2026-11-25 09:30:00.007+00', Date.UTC(2026, 10, 25, 9, 30, 0, 7)],
  ['2024-02-29 23:59:59.999999+00', Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
  ['1969-12-31 23:59:59.25+00', -750],
  ['infinity', Number.POSITIVE_INFINITY],
  ['-infinity', Number.NEGATIVE_INFINITY],
])('%s', (text, instant) => {
  expect(instantOf(text)).toBe(instant)
})

test('every millisecond comes back as it was written', () => {
  for (let index = 0; index < 5_000; index += 1) {
    const instant =
      Date.UTC(1970, 0, 1) + index * 397_312_877_123 * (index % 2) + index * 86_461_017
    if (instant > Date.UTC(9999, 11, 31)) continue
    const text = new Date(instant).toISOString().replace('T', ' ').replace('Z', '+00')
    expect(instantOf(text)).toBe(instant)
  }
})

const [one, two] = [
  '01a21ce0-d918-759c-a218-265cecf76d77',
  '01a21ce0-78ca-71a1-9ad0-2f50dba0a751',
] as const
test.each([
  ['{}', []],
  [`{${one}}`, [one]],
  [`{${one},NULL,${two}}`, [one, null, two]],
])('a list of UUIDs: %s', (text, list) => {
  expect(uuidsOf(text)).toEqual(list)
})
