// The demo's clock: at any hour of any day it finds one at which marketing may leave.
import { expect, test } from 'vitest'
import { marketingWindow } from '../../countries/index.ts'
import { lawfulInstant } from './place.ts'

const hourMs = 3_600_000

test('a working hour in France is taken as it is', () => {
  const wednesday = Date.parse('2026-11-25T14:10:00+01:00')
  expect(lawfulInstant(wednesday)).toBe(wednesday)
})

//  now                            the demo's clock shows
// biome-ignore format: a table reads as a table
const moved = [
  ['2026-11-25T03:00:00+01:00', '2026-11-25T13:00:00+01:00', 'a night'],
  ['2026-11-28T19:50:00+01:00', '2026-11-30T13:00:00+01:00', 'an evening before a Sunday'],
  ['2026-12-25T10:00:00+01:00', '2026-12-28T13:00:00+01:00', 'Christmas, and in Alsace the day after'],
  ['2026-07-14T12:00:00+02:00', '2026-07-15T14:00:00+02:00', 'the national day'],
] as const

test.each(moved)('%s becomes %s: %s', (now, shown) => {
  expect(new Date(lawfulInstant(Date.parse(now))).toISOString()).toBe(new Date(shown).toISOString())
})

test('whenever it is started, marketing may leave for the minutes that follow', () => {
  for (let day = 0; day < 366; day += 1) {
    for (const hour of [1, 9, 13, 19, 22]) {
      const now = Date.parse('2026-01-01T00:20:00Z') + (day * 24 + hour) * hourMs
      const at = lawfulInstant(now)
      expect(at).toBeGreaterThanOrEqual(now)
      expect(at - now).toBeLessThan(6 * 24 * hourMs)
      for (const later of [0, 10 * 60_000]) {
        expect(marketingWindow('FR', at + later, { postcode: '67000' }).open).toBe(true)
      }
    }
  }
})
