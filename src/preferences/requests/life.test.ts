// The deadline of a request, and how sure it must be who asks: tables.
import { expect, test } from 'vitest'
import { dayIn, laterIn } from '../../countries/index.ts'
import type { RequestKind } from '../contract.ts'
import { deadlinesOf, dueAfterAcknowledging, extendedDue, isLate, resumedDue } from './clock.ts'
import { atOnceOf, identityOf } from './identity.ts'

const at = (text: string) => Date.parse(text)
const zone = 'Europe/Paris'
const day = (instant: number, of = zone) => dayIn(of, instant)

test.each([
  ['2026-11-25T09:00:00Z', '2026-12-25'],
  ['2027-01-31T09:00:00Z', '2027-02-28'],
  ['2028-01-31T09:00:00Z', '2028-02-29'],
  ['2027-03-31T21:59:59Z', '2027-04-30'],
  ['2026-12-31T00:00:00Z', '2027-01-31'],
])('what came on %s is due on %s', (asked, due) => {
  expect(day(deadlinesOf('access', at(asked), zone).dueAt)).toBe(due)
})

test.each([
  // Half past midnight on 31 January, and on 1 March.
  ['2027-01-30T23:30:00Z', 'Europe/Paris', '2027-02-28'],
  ['2027-02-28T23:30:00Z', 'Europe/Paris', '2027-04-01'],
  // Shortly before midnight: the clocks are set on in between, and back.
  ['2027-03-05T22:30:00Z', 'Europe/Paris', '2027-04-05'],
  ['2026-10-04T22:15:00Z', 'Europe/Paris', '2026-11-05'],
  // Ten in the morning on 31 January.
  ['2027-01-30T23:00:00Z', 'Pacific/Noumea', '2027-02-28'],
  // Nine in the evening on 31 January.
  ['2027-02-01T01:00:00Z', 'America/Martinique', '2027-02-28'],
])('what came at %s in %s is due there on %s', (asked, of, due) => {
  const { dueAt } = deadlinesOf('access', at(asked), of)
  expect(day(dueAt, of)).toBe(due)
  expect(deadlinesOf('complaint', at(asked), of).dueAt - at(asked)).toBeLessThan(31 * 86_400_000)
})

test.each([
  // Four days and 23 hours; five days of which one has 23 hours; less than a day.
  ['2026-11-10T09:00:00Z', '2026-11-15T08:00:00Z', 4],
  ['2027-03-26T09:00:00Z', '2027-03-31T08:00:00Z', 5],
  ['2026-11-10T09:00:00Z', '2026-11-10T21:00:00Z', 0],
])('what stood still from %s to %s has %i more days', (from, until, days) => {
  const askedAt = at(from) - 86_400_000
  const { dueAt } = deadlinesOf('access', askedAt, zone)
  const due = resumedDue({ askedAt, dueAt, pausedAt: at(from) }, at(until), zone)
  expect(due).toBe(laterIn(zone, dueAt, { days }))
  // The last hour of the day, whatever the clocks do in between.
  expect(day(due + 1)).not.toBe(day(due))
})

test('an extension counts from the day it came there, and no pause is made of a clock set back', () => {
  // A quarter past midnight on 5 October.
  const askedAt = at('2026-10-04T22:15:00Z')
  const { dueAt } = deadlinesOf('access', askedAt, zone)
  const request = { askedAt, dueAt, pausedAt: null }
  expect(day(extendedDue(request, 2, zone))).toBe('2027-01-05')
  // As a version before counted it: an hour less.
  const old = { ...request, dueAt: dueAt - 3_600_000 }
  expect(extendedDue(old, 2, zone)).toBe(extendedDue(request, 2, zone))
})

test.each([
  ['2027-01-31T09:00:00Z', 1, '2027-03-31'],
  ['2027-01-31T09:00:00Z', 2, '2027-04-30'],
  ['2026-11-25T09:00:00Z', 2, '2027-02-25'],
])('%s with %i more months is due on %s', (asked, months, due) => {
  const { dueAt } = deadlinesOf('access', at(asked), zone)
  const request = { askedAt: at(asked), dueAt, pausedAt: null }
  expect(day(extendedDue(request, months, zone))).toBe(due)
})

test('the clock stands still, goes on, and an extension keeps the days it stood still', () => {
  const askedAt = at('2026-11-01T09:00:00Z')
  const { dueAt } = deadlinesOf('access', askedAt, zone)
  const paused = { askedAt, dueAt, pausedAt: at('2026-11-10T09:00:00Z'), answeredAt: null }
  expect(isLate(paused, at('2027-06-01T09:00:00Z'))).toBe(false)
  const due = resumedDue(paused, at('2026-11-15T09:00:00Z'), zone)
  expect(day(due)).toBe('2026-12-06')
  const running = { ...paused, dueAt: due, pausedAt: null }
  // The day that letters name counts whole.
  expect(isLate(running, at('2026-12-06T22:59:00Z'))).toBe(false)
  expect(isLate(running, at('2026-12-06T23:00:00Z'))).toBe(true)
  expect(day(extendedDue(running, 2, zone))).toBe('2027-02-06')
})

test('a complaint is acknowledged within thirty days, and answered after that', () => {
  const askedAt = at('2026-11-30T09:00:00Z')
  const { dueAt, acknowledgeBy } = deadlinesOf('complaint', askedAt, zone)
  expect([day(dueAt), acknowledgeBy]).toEqual(['2026-12-30', dueAt])
  expect(day(dueAfterAcknowledging(askedAt, zone))).toBe('2027-02-28')
})

const nothing = {
  ...{ isOnPage: false, hasChangedHands: false, hasReplies: false, hasSensitive: false },
}
test.each<[RequestKind, Partial<typeof nothing>, string, string]>([
  ['objection', { hasReplies: true, hasChangedHands: true }, 'none', 'no_proof_needed'],
  ['complaint', { hasReplies: true }, 'none', 'no_proof_needed'],
  ['access', {}, 'code', 'code_to_number'],
  ['access', { isOnPage: true }, 'code', 'code_to_number'],
  ['access', { hasReplies: true }, 'second', 'holds_replies'],
  ['portability', { hasChangedHands: true, hasReplies: true }, 'second', 'number_changed_hands'],
  ['access', { hasSensitive: true }, 'second', 'holds_sensitive'],
  ['access', { hasSensitive: true, hasReplies: true }, 'second', 'holds_sensitive'],
  ['erasure', { isOnPage: true, hasReplies: true }, 'none', 'asked_on_page'],
  ['erasure', {}, 'code', 'code_to_number'],
  ['erasure', { isOnPage: true, hasChangedHands: true }, 'second', 'number_changed_hands'],
  ['rectification', { isOnPage: true, hasChangedHands: true }, 'second', 'number_changed_hands'],
  ['restriction', { hasChangedHands: true }, 'second', 'number_changed_hands'],
  ['complaint', { isOnPage: true, hasChangedHands: true }, 'none', 'no_proof_needed'],
  ['restriction', { isOnPage: true }, 'none', 'asked_on_page'],
])('%s with %o asks for %s because of %s', (kind, facts, level, why) => {
  expect(identityOf(kind, { ...nothing, ...facts })).toEqual({ level, why })
})

test.each([
  [{}, 'all'],
  [{ hasReplies: true }, 'without_texts'],
  [{ hasChangedHands: true }, 'nothing'],
  [{ hasChangedHands: true, hasReplies: true }, 'nothing'],
])('with %o a link and a code open %s at once', (facts, opens) => {
  expect(atOnceOf({ ...nothing, ...facts })).toBe(opens)
})
