// The same time on each person's own clock, over summer time and the change of the date.
import { expect, test } from 'vitest'
import { notBeforeOf } from './not-before.ts'

const paris = 'Europe/Paris'

test.each([
  ['2026-12-01T10:00:00+01:00', 'Indian/Reunion', '2026-12-01T10:00:00+04:00'],
  ['2026-12-01T10:00:00+01:00', 'America/Guadeloupe', '2026-12-01T10:00:00-04:00'],
  ['2026-12-01T10:00:00+01:00', 'Pacific/Noumea', '2026-12-01T10:00:00+11:00'],
  ['2026-12-01T10:00:00+01:00', paris, '2026-12-01T10:00:00+01:00'],
  ['2026-07-01T18:30:30+02:00', 'America/Martinique', '2026-07-01T18:30:30-04:00'],
  // In the night of the change Paris has no 02:30, and the island has.
  ['2026-03-29T03:30:00+02:00', 'Indian/Mayotte', '2026-03-29T03:30:00+03:00'],
  // 02:30 there is a time that Paris has not had on that day.
  ['2027-03-28T02:30:00+04:00', paris, '2027-03-28T03:30:00+02:00', 'Indian/Reunion'],
])('%s for a person in %s', (chosen, zone, at, chosenIn = paris) => {
  const order = { notBefore: Date.parse(chosen), notBeforeIn: chosenIn }
  expect(notBeforeOf(order, { zone })).toBe(Date.parse(at))
})

test('without a clock it is one instant for everybody', () => {
  const notBefore = Date.parse('2026-12-01T10:00:00+01:00')
  expect(notBeforeOf({ notBefore }, { zone: 'Indian/Reunion' })).toBe(notBefore)
  expect(notBeforeOf({ notBefore: null, notBeforeIn: paris }, { zone: paris })).toBeNull()
})
