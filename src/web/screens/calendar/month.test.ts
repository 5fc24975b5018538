// Weeks of a month: each day once, from a Monday on.
import { expect, test } from 'vitest'
import { isMonth, monthBeside, spanOf, weeksOf } from './month.ts'

test.each([
  ['2026-11', '2026-10-26', 42],
  ['2026-12', '2026-11-30', 35],
  ['2027-02', '2027-02-01', 28],
  ['2028-02', '2028-01-31', 35],
])('%s begins on %s and has %i days', (month, from, days) => {
  expect(spanOf(month)).toEqual({ from, days })
})

test('months follow each other over a year', () => {
  expect([monthBeside('2026-12', 1), monthBeside('2027-01', -1)]).toEqual(['2027-01', '2026-12'])
  expect([isMonth('2026-13'), isMonth('2026-12'), isMonth(null)]).toEqual([false, true, false])
  expect(weeksOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([[1, 2, 3, 4, 5, 6, 7], [8]])
})
