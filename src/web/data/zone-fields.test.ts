// Instants as fields for date and time take them, by the clock of a zone.
import { expect, test } from 'vitest'
import { instantOf, localOf } from './zone-fields.ts'

test.each([
  ['Europe/Paris', '2026-11-25T09:30:00.000Z', '2026-11-25T10:30'],
  ['Europe/Paris', '2026-07-01T22:15:00.000Z', '2026-07-02T00:15'],
  ['America/Martinique', '2026-11-25T03:00:00.000Z', '2026-11-24T23:00'],
  ['Indian/Reunion', '2026-11-25T21:00:00.000Z', '2026-11-26T01:00'],
  ['UTC', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00'],
  // The day on which the clock goes forward, and the one on which it goes back.
  ['Europe/Paris', '2026-03-29T00:59:00.000Z', '2026-03-29T01:59'],
  ['Europe/Paris', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00'],
  ['Europe/Paris', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30'],
  ['Europe/Paris', '2026-10-25T02:00:00.000Z', '2026-10-25T03:00'],
])('in %s, %s is %s and back', (zone, iso, local) => {
  expect(localOf(iso, zone)).toBe(local)
  expect(instantOf(local, zone)).toBe(iso)
})

test('an hour that the clock skips is the one behind it', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z')
})

test('an empty field is no instant, and none is an empty field', () => {
  expect(instantOf('', 'Europe/Paris')).toBeNull()
  expect(localOf(null, 'Europe/Paris')).toBe('')
})
