// What is counted from a campaign's messages: steps of time, and what has no place in them.
import { expect, test } from 'vitest'
import { breakdownOf, stepFor } from './breakdown.ts'

test.each([
  [0, 60_000],
  [2 * 3_600_000, 300_000],
  [24 * 3_600_000, 3_600_000],
  [30 * 86_400_000, 86_400_000],
])('a span of %d ms is told in steps of %d', (spanMs, stepMs) => {
  expect(stepFor(spanMs)).toBe(stepMs)
})

test('what never left has no part, no price and no place in time', () => {
  const row = { country: 'FR', at: 60_000, messages: 2, parts: 4, cost_micro_eur: 90 }
  const route = '0190a000-0000-7000-8000-000000000001' as never
  const told = breakdownOf(
    [
      { ...row, route, state: 'delivered', failure: null },
      { ...row, route, state: 'refused', failure: 'no_consent' },
      { ...row, route, state: 'expired', failure: 'validity_over' },
    ] as never,
    60_000,
  )
  expect(told).toMatchObject({ messages: 6, parts: 8, costMicroEur: 180 })
  expect(told.times).toEqual([{ at: 60_000, delivered: 2, failed: 2, unconfirmed: 0 }])
  expect(told.reasons.map(({ failure }) => failure)).toEqual(['no_consent', 'validity_over'])
})
