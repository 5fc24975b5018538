// Shares and medians of campaigns, by tables.
import { expect, test } from 'vitest'
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
