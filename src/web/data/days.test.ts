// Days in an address, by the clock of the account.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { boundsOf, lastDays, today } from './days.ts'
import { date } from './format.ts'
import { setZone } from './zone.ts'

beforeEach(() => setZone('Europe/Paris'))
afterAll(() => setZone('UTC'))

test.each([
  ['Europe/Paris', '2026-12-01T23:30:00Z', '2026-12-02'],
  ['Europe/Paris', '2026-07-01T21:30:00Z', '2026-07-01'],
  ['Pacific/Noumea', '2026-12-01T22:00:00Z', '2026-12-02'],
  ['America/Martinique', '2026-12-02T02:00:00Z', '2026-12-01'],
])('in %s, at %s it is %s', (zone, at, day) => {
  setZone(zone)
  expect(today(Date.parse(at))).toBe(day)
})

test('the last days end with today, also where the clocks were set in between', () => {
  const at = Date.parse('2026-11-02T23:30:00Z')
  expect(lastDays(30, at)).toEqual({ first: '2026-10-05', last: '2026-11-03' })
  expect(lastDays(1, at)).toEqual({ first: '2026-11-03', last: '2026-11-03' })
})

test('a day counts whole, of 25 hours as of 23', () => {
  expect(boundsOf({ from: '2026-10-25', until: '2026-10-25' })).toEqual({
    from: '2026-10-24T22:00:00.000Z',
    before: '2026-10-25T23:00:00.000Z',
  })
  expect(boundsOf({ from: '2027-03-28', until: '2027-03-28' })).toEqual({
    from: '2027-03-27T23:00:00.000Z',
    before: '2027-03-28T22:00:00.000Z',
  })
})

test('a day without an hour is told as itself everywhere', () => {
  setZone('Pacific/Tahiti')
  expect(date('fr', '2026-12-01')).toBe('1er d\u00e9c. 2026')
})
