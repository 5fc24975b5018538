// How long things are kept, as the notice and the registers say it.
import { expect, test } from 'vitest'
import type { RetentionPeriod } from '../period.ts'
import { periodSentence } from './retention-periods.ts'

const paused: RetentionPeriod = {
  ...{ code: 'contacts', term: { count: 36, unit: 'months' }, category: null, setBy: 'account' },
  pausedUntil: Date.parse('2026-12-01T09:00:00Z'),
}

test.each([
  ['fr', '1er décembre 2026'],
  ['en', '1 December 2026'],
] as const)(
  'in %s a pause that ends on the first of a month is said as people say it',
  (language, day) => {
    expect(periodSentence(paused, language)).toContain(` ${day}`)
  },
)

test('the day is that of the clock by which it was typed', () => {
  const midnight = { ...paused, pausedUntil: Date.parse('2026-11-30T23:00:00Z') }
  expect(periodSentence(midnight, 'en', 'Europe/Paris')).toContain(' 1 December 2026')
})
