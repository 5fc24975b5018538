// A day that staff write is that day in every zone: a table.
import { expect, test } from 'vitest'
import { instantAhead, instantOfArrival, instantOfDay } from './said-days.ts'

const at = (text: string) => Date.parse(text)
const zones = [
  'Europe/Paris',
  'America/Martinique',
  'Indian/Reunion',
  'Pacific/Wallis',
  'Pacific/Tahiti',
]
const now = at('2026-11-25T22:30:00Z')
const notBefore = at('2026-11-20T10:00:00Z')
const dayIn = (zone: string, instant: number | null) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: zone }).format(instant ?? 0)

test.each(zones)('a day that is over, and one to come, in %s', (zone) => {
  expect(dayIn(zone, instantOfDay('2026-11-23', { zone, notBefore, now }))).toBe('23/11/2026')
  expect(dayIn(zone, instantAhead('2026-12-23', { zone, now }))).toBe('23/12/2026')
})

test.each([
  ['2026-11-25', 'Europe/Paris', true],
  ['2026-11-26', 'Europe/Paris', false],
  ['2026-11-26', 'Pacific/Wallis', true],
  ['2026-11-20', 'Europe/Paris', true],
  ['2026-11-19', 'Europe/Paris', false],
  ['2026-11-31', 'Europe/Paris', false],
])('told on %s, in %s: %s', (day, zone, fits) => {
  const told = instantOfDay(day, { zone, notBefore, now })
  expect(told !== null).toBe(fits)
  if (told !== null) expect(told >= notBefore && told <= now).toBe(true)
})

test.each([
  ['2026-11-25', 'Europe/Paris', false],
  ['2026-11-26', 'Europe/Paris', true],
  ['2026-11-26', 'Pacific/Wallis', false],
  ['2027-11-25', 'Europe/Paris', true],
  ['2027-12-25', 'Europe/Paris', false],
  ['2027-02-29', 'Europe/Paris', false],
])('used again from %s, in %s: %s', (day, zone, fits) => {
  expect(instantAhead(day, { zone, now }) !== null).toBe(fits)
})

test.each(zones)('what arrived on a day is shown with that day in %s', (zone) => {
  const arrived = instantOfArrival('2026-11-20', { zone, now })
  expect(dayIn(zone, arrived)).toBe('20/11/2026')
  expect(new Date(arrived ?? 0).toISOString().slice(0, 10)).toBe('2026-11-20')
})

test.each([
  ['2026-11-25', 'Europe/Paris', now],
  ['2026-11-26', 'Pacific/Wallis', now],
  ['2026-11-26', 'Europe/Paris', null],
  ['2025-11-26', 'Europe/Paris', at('2025-11-26T00:00:00Z')],
  ['2025-11-20', 'Europe/Paris', null],
  ['2026-02-30', 'Europe/Paris', null],
])('arrived on %s, in %s', (day, zone, arrived) => {
  expect(instantOfArrival(day, { zone, now })).toBe(arrived)
})
