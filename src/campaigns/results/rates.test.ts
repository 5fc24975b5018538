// Shares and medians of campaigns by a table, and the steps of time.
import { expect, test } from 'vitest'
import { breakdownOf, stepFor } from '../../sending/view/breakdown.ts'
import type { CampaignCounts } from '../contract.ts'
import { compare, groupsOf, median, ratesOf } from './rates.ts'

const none: CampaignCounts = {
  ...{ accepted: 0, waiting: 0, submitting: 0, submitted: 0, maybeSent: 0, delivered: 0 },
  ...{ undelivered: 0, expired: 0, rejected: 0, refused: 0, cancelled: 0, unconfirmed: 0 },
}

test.each([
  [[], null],
  [[0.5], 0.5],
  [[0.9, 0.1, 0.2], 0.2],
  [[1, 0, 0.25, 0.75], 0.5],
])('the median of %j is %s', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('each message counts in one group, and all groups are all messages', () => {
  const counts = { ...none, accepted: 21, waiting: 1, submitted: 2, maybeSent: 3, expired: 4 }
  const groups = groupsOf({ ...counts, rejected: 5, refused: 6 })
  expect(groups).toMatchObject({ underway: 6, failed: 9, refused: 6, delivered: 0 })
  expect(Object.values(groups).reduce((sum, one) => sum + one, 0)).toBe(21)
})

test('a campaign that reached nobody has no shares, and two earlier ones make no comparison', () => {
  const replies = { total: 0, peopleWhoStopped: 0 }
  const rates = ratesOf(none, replies)
  expect(new Set(Object.values(rates))).toEqual(new Set([null]))
  expect(compare(rates, [rates, rates])).toBeNull()
  const own = ratesOf({ ...none, accepted: 4, delivered: 3, expired: 1 }, replies)
  expect(compare(own, [rates, own, rates])).toMatchObject({ campaigns: 3 })
  expect(own).toMatchObject({ delivered: 0.75, failed: 0.25, refused: 0 })
})

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
