// Days of recurring sends: shorter months, 29 February, clocks that change, whose date it is.
import { describe, expect, test } from 'vitest'
import { isoDateOf } from '../../countries/index.ts'
import {
  civilOf,
  comesBack,
  dayOf,
  firstFrom,
  isDayOfYear,
  lastInstant,
  nextDay,
  nextLook,
  type Rule,
  readyInstant,
  sendInstant,
} from './rule.ts'

const day = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)

// biome-ignore format: a table reads as a table
const days: readonly (readonly [Rule, string, readonly string[]])[] = [
  [{ every: 'week', weekday: 1 }, '2026-11-25', ['2026-11-30', '2026-12-07', '2026-12-14']],
  [{ every: 'week', weekday: 7 }, '2026-11-29', ['2026-11-29', '2026-12-06']],
  [{ every: 'month', dayOfMonth: 31 }, '2027-01-15', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
  [{ every: 'month', dayOfMonth: 29 }, '2028-02-01', ['2028-02-29', '2028-03-29']],
  [{ every: 'month', dayOfMonth: 1 }, '2026-12-02', ['2027-01-01', '2027-02-01']],
  [{ every: 'year', month: 2, dayOfMonth: 29 }, '2027-01-01', ['2027-02-28', '2028-02-29', '2029-02-28']],
  [{ every: 'year', month: 12, dayOfMonth: 24 }, '2026-12-24', ['2026-12-24', '2027-12-24']],
  [{ every: 'persons_date', field: 'birth_date' }, '2026-11-30', ['2026-11-30', '2026-12-01']],
]

describe('the days of a rule', () => {
  test.each(days)('%j from %s', (rule, from, expected) => {
    const span = { rule, firstDay: null, lastDay: null }
    let at = day(from)
    const found: string[] = []
    for (const _ of expected) {
      const next = nextDay(span, at)
      if (next === null) break
      found.push(isoDateOf(next))
      at = next + 1
    }
    expect(found).toEqual(expected)
  })

  test('a span begins and ends', () => {
    const rule: Rule = { every: 'week', weekday: 1 }
    const span = { rule, firstDay: day('2026-12-05'), lastDay: day('2026-12-14') }
    expect(nextDay(span, day('2026-11-01'))).toBe(day('2026-12-07'))
    expect(nextDay(span, day('2026-12-08'))).toBe(day('2026-12-14'))
    expect(nextDay(span, day('2026-12-15'))).toBeNull()
    expect(nextDay({ ...span, lastDay: day('2026-12-06') }, day('2026-11-01'))).toBeNull()
  })

  test('there is a 29 February, and no 30th, nor a 31 April', () => {
    expect([isDayOfYear(2, 29), isDayOfYear(2, 30), isDayOfYear(4, 31)]).toEqual([
      true,
      false,
      false,
    ])
    expect(dayOf(civilOf(day('2028-02-29')))).toBe(day('2028-02-29'))
  })
})

// biome-ignore format: a table reads as a table
const dates: readonly (readonly [string | undefined, string, boolean])[] = [
  ['1990-11-30', '2026-11-30', true],
  ['1990-11-30', '2026-11-29', false],
  ['1992-02-29', '2026-02-28', true],
  ['1992-02-29', '2028-02-28', false],
  ['1992-02-29', '2028-02-29', true],
  ['1991-02-28', '2028-02-28', true],
  ['1991-02-28', '2028-02-29', false],
  // The day itself, and a day that is still ahead, are no return.
  ['2026-11-30', '2026-11-30', false],
  ['2027-11-30', '2026-11-30', false],
  ['2025-11-30T14:30', '2026-11-30', true],
  ['1990-00-00', '2026-11-30', false],
  ['1990-11-00', '2026-11-30', false],
  ['30/11/1990', '2026-11-30', false],
  ['', '2026-11-30', false],
  [undefined, '2026-11-30', false],
]
test.each(dates)('%s on %s: %s', (date, at, expected) => {
  expect(comesBack(date, day(at))).toBe(expected)
})

test('in a life each person has one day a year, also who was born on 29 February', () => {
  for (const birth of ['1992-02-29', '1980-01-01', '1980-12-31']) {
    for (let year = 2024; year < 2032; year += 1) {
      const first = day(`${year}-01-01`)
      const last = day(`${year}-12-31`)
      let times = 0
      for (let at = first; at <= last; at += 1) if (comesBack(birth, at)) times += 1
      expect([birth, year, times]).toEqual([birth, year, 1])
    }
  }
})

test('an hour is one of the zone, also on the days on which clocks change', () => {
  const zone = 'Europe/Paris'
  const at = (iso: string, minute: number) =>
    new Date(sendInstant(zone, day(iso), minute)).toISOString()
  expect(at('2026-11-30', 600)).toBe('2026-11-30T09:00:00.000Z')
  expect(at('2027-07-14', 600)).toBe('2027-07-14T08:00:00.000Z')
  // 02:30 does not exist on that night.
  expect(at('2027-03-28', 150)).toBe('2027-03-28T01:30:00.000Z')
  const ready = (minute: number) =>
    new Date(readyInstant(zone, day('2026-11-30'), minute)).toISOString()
  expect([ready(600), ready(10)]).toEqual(['2026-11-30T08:30:00.000Z', '2026-11-29T23:00:00.000Z'])
})

test('today counts while its hour is ahead', () => {
  const from = (iso: string) => isoDateOf(firstFrom('Europe/Paris', Date.parse(iso), 600))
  expect(from('2026-11-30T08:59:00Z')).toBe('2026-11-30')
  expect(from('2026-11-30T09:00:00Z')).toBe('2026-12-01')
  // Paris has another day already.
  expect(from('2026-11-30T23:30:00Z')).toBe('2026-12-01')
})

// biome-ignore format: a table reads as a table
const looks: readonly (readonly [minutes: number, next: number])[] = [
  [0, 1], [10, 1], [20, 2], [45, 4.5], [50, 5], [4_000, 5],
]
test.each(looks)('what has waited for %d minutes is looked at in %d', (minutes, next) => {
  const begunAt = Date.parse('2026-11-26T08:30:00Z')
  const at = begunAt + minutes * 60_000
  expect(nextLook(begunAt, at) - at).toBe(next * 60_000)
})

test('three days from its hour on, also over a change of clocks', () => {
  const last = lastInstant('Europe/Paris', day('2026-10-24'), 600)
  expect(new Date(last).toISOString()).toBe('2026-10-27T08:00:00.000Z')
})
