// The pure decisions about campaigns: which step may follow which state, and when a campaign ends.
import { expect, test } from 'vitest'
import { countersOf } from '../sending/index.ts'
import { mayStep, stateAfterResume } from './campaign.ts'
import { campaignStates } from './contract.ts'
import { endOf } from './sheet-sums.ts'

// biome-ignore format: a table reads as a table
const table = [
  // state        change approve launch pause  cancel
  ['draft',       true,  true,   false, false, false],
  ['approved',    true,  true,   true,  false, true ],
  ['accepting',   false, false,  false, true,  true ],
  ['running',     false, false,  false, true,  true ],
  ['paused',      false, false,  false, false, true ],
  ['cancelled',   false, false,  false, false, false],
  ['done',        false, false,  false, false, false],
] as const

test('each state allows its steps and no other', () => {
  expect(table.map(([state]) => state)).toEqual([...campaignStates])
  for (const [state, change, approve, launch, pause, cancel] of table) {
    const may = (['change', 'approve', 'launch', 'pause', 'cancel'] as const).map((step) =>
      mayStep(step, state),
    )
    expect([state, ...may]).toEqual([state, change, approve, launch, pause, cancel])
  }
})

test('a paused campaign goes on where it stood', () => {
  expect(stateAfterResume(false)).toBe('accepting')
  expect(stateAfterResume(true)).toBe('running')
})

test('a campaign that is too long for a day ends on a later one', () => {
  const nine = Date.UTC(2026, 10, 25, 8)
  const twenty = Date.UTC(2026, 10, 25, 19)
  const end = (segments: number, ratePerSecond: number | null) =>
    new Date(endOf({ startsAt: nine, closesAt: twenty, segments, ratePerSecond })).toISOString()
  expect(end(1_000, null)).toBe('2026-11-25T08:00:00.000Z')
  expect(end(36_000, 10)).toBe('2026-11-25T09:00:00.000Z')
  // Eleven hours fit the first day; the twelfth hour is the first of the next day.
  expect(end(12 * 3_600, 1)).toBe('2026-11-26T08:00:00.000Z')
})

test('a message counts in one place, wherever it is', () => {
  const raw = new Map([
    ['accepted', 100],
    ['refused', 10],
    ['ended_unsent', 12],
    ['cancelled', 2],
    ['submitted', 60],
    ['maybe_sent', 3],
    ['maybe_settled', 1],
    ['delivered', 40],
    ['undelivered', 4],
    ['left_out.no_consent', 10],
  ])
  const counters = countersOf(raw, 5)
  const finals = Object.values(counters.finals).reduce((sum, value) => sum + value, 0)
  expect(counters.submitting).toBe(5)
  expect(counters.waiting).toBe(20)
  expect(counters.maybeSent).toBe(2)
  expect(counters.submitted).toBe(60 - (44 - 1))
  expect(counters.leftOut.get('no_consent')).toBe(10)
  const places = counters.waiting + counters.submitting + counters.submitted + counters.maybeSent
  // 40 + 4 ended after being taken, one of them after being unsure; 12 never left.
  expect(places + finals).toBe(100)
})
