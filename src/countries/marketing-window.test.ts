// The edges of the window: last permitted minute, first forbidden one, clock changes, holidays.
import { describe, expect, test } from 'vitest'
import {
  type AccountWindow,
  checkHours,
  holidaysOf,
  isWithinSoftHours,
  marketingWindow,
} from './marketing-window.ts'
import { areaOfPostcode } from './places.ts'

const at = (iso: string): number => Date.parse(iso)
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()

type Row = [
  why: string,
  territory: string,
  postcode: string,
  at: string,
  reason: string | null,
  changesAt: string,
]

// `changesAt` is when an open window closes, or a closed one opens. Instants are UTC.
// biome-ignore format: a table
const table: Row[] = [
  ['the first permitted minute in winter', 'FR', '', '2027-01-12T07:00:00Z', null, '2027-01-12T19:00:00.000Z'],
  ['the second before it', 'FR', '', '2027-01-12T06:59:59Z', 'night', '2027-01-12T07:00:00.000Z'],
  ['the last permitted minute', 'FR', '', '2027-01-12T18:59:59Z', null, '2027-01-12T19:00:00.000Z'],
  ['the first forbidden minute', 'FR', '', '2027-01-12T19:00:00Z', 'night', '2027-01-13T07:00:00.000Z'],
  ['summer time', 'FR', '', '2027-07-13T17:59:00Z', null, '2027-07-13T18:00:00.000Z'],
  ['Saturday evening leads to Monday', 'FR', '', '2027-01-09T20:00:00Z', 'night', '2027-01-11T07:00:00.000Z'],
  ['Sunday', 'FR', '', '2027-01-10T11:00:00Z', 'sunday', '2027-01-11T07:00:00.000Z'],
  ['the Saturday before clocks go forward', 'FR', '', '2027-03-27T20:00:00Z', 'night', '2027-03-30T06:00:00.000Z'],
  ['the Sunday clocks go forward', 'FR', '', '2027-03-28T00:59:59Z', 'sunday', '2027-03-30T06:00:00.000Z'],
  ['the Sunday clocks go back, before', 'FR', '', '2027-10-31T00:30:00Z', 'sunday', '2027-11-02T07:00:00.000Z'],
  ['the Saturday before clocks go back', 'FR', '', '2026-10-24T17:59:59Z', null, '2026-10-24T18:00:00.000Z'],
  ['the Monday after they went back', 'FR', '', '2026-10-26T06:59:59Z', 'night', '2026-10-26T07:00:00.000Z'],
  ['14 July', 'FR', '', '2027-07-14T10:00:00Z', 'holiday', '2027-07-15T06:00:00.000Z'],
  ['Easter Monday 2027', 'FR', '', '2027-03-29T10:00:00Z', 'holiday', '2027-03-30T06:00:00.000Z'],
  ['Good Friday in Strasbourg', 'FR', '67000', '2027-03-26T10:00:00Z', 'holiday', '2027-03-27T07:00:00.000Z'],
  ['Good Friday in Paris', 'FR', '75001', '2027-03-26T10:00:00Z', null, '2027-03-26T19:00:00.000Z'],
  ['26 December in Metz', 'FR', '57', '2028-12-26T10:00:00Z', 'holiday', '2028-12-27T07:00:00.000Z'],
  ['26 December in Lyon', 'FR', '69001', '2028-12-26T10:00:00Z', null, '2028-12-26T19:00:00.000Z'],
  ['17:30 in Paris is 20:30 in Réunion', 'RE', '', '2027-01-12T16:30:00Z', 'night', '2027-01-13T04:00:00.000Z'],
  ['the last minute in Réunion', 'RE', '', '2027-01-12T15:59:59Z', null, '2027-01-12T16:00:00.000Z'],
  ['20 December 2027 in Réunion', 'RE', '', '2027-12-20T08:00:00Z', 'holiday', '2027-12-21T04:00:00.000Z'],
  ['20 December 2027 in the metropole', 'FR', '', '2027-12-20T08:00:00Z', null, '2027-12-20T19:00:00.000Z'],
  ['27 May in Guadeloupe', 'GP', '', '2027-05-27T15:00:00Z', 'holiday', '2027-05-28T12:00:00.000Z'],
  ['28 May in Guadeloupe', 'GP', '', '2027-05-28T15:00:00Z', null, '2027-05-29T00:00:00.000Z'],
  ['28 May in St-Martin, told by the postcode', 'GP', '97150', '2027-05-28T15:00:00Z', 'holiday', '2027-05-29T12:00:00.000Z'],
  ['22 May in Martinique', 'MQ', '', '2028-05-22T15:00:00Z', 'holiday', '2028-05-23T12:00:00.000Z'],
  ['10 June in Guyane', 'GF', '', '2027-06-10T15:00:00Z', 'holiday', '2027-06-11T11:00:00.000Z'],
  ['27 April in Mayotte', 'YT', '', '2027-04-27T10:00:00Z', 'holiday', '2027-04-28T05:00:00.000Z'],
  ['St-Pierre-et-Miquelon in summer', 'PM', '', '2027-07-13T21:59:59Z', null, '2027-07-13T22:00:00.000Z'],
  ['a metropolitan number living in Réunion: both clocks', 'FR', '97400', '2027-01-12T16:30:00Z', 'night', '2027-01-13T07:00:00.000Z'],
  ['… and its window is the shorter', 'FR', '97400', '2027-01-12T08:00:00Z', null, '2027-01-12T16:00:00.000Z'],
]

describe('the marketing window', () => {
  test.each(table)('%s', (_why, territory, postcode, when, reason, changesAt) => {
    const answer = marketingWindow(territory, at(when), { postcode })
    expect(answer.reason).toBe(reason)
    expect(iso(answer.open ? answer.closesAt : answer.opensAt)).toBe(changesAt)
  })

  test('a holiday has its name in both languages', () => {
    const answer = marketingWindow('FR', at('2027-07-14T10:00:00Z'))
    expect(answer.holiday).toEqual({ fr: 'le 14 juillet', en: 'Bastille Day' })
  })

  test('a country nobody has gone through never opens', () => {
    for (const territory of ['MC', 'AD', 'PF', 'US', 'ZZ']) {
      expect(marketingWindow(territory, at('2027-01-12T10:00:00Z'))).toMatchObject({
        open: false,
        opensAt: null,
        reason: 'no_rules_for_country',
      })
    }
  })

  test.each<[string, AccountWindow, { from: string; until: string } | null, string, boolean]>([
    [
      'an account may go to 21:30',
      { hours: { from: '08:00', until: '21:30' } },
      null,
      '20:29',
      true,
    ],
    ['and not beyond', { hours: { from: '08:00', until: '21:30' } }, null, '20:30', false],
    [
      'what is beyond the ceiling is cut',
      { hours: { from: '06:00', until: '23:00' } },
      null,
      '20:30',
      false,
    ],
    ['before eight too', { hours: { from: '06:00', until: '23:00' } }, null, '06:59', false],
    ['a route narrows', {}, { from: '10:00', until: '18:00' }, '08:59', false],
    ['a route never widens', {}, { from: '06:00', until: '23:00' }, '19:30', false],
    ['a malformed narrowing closes', {}, { from: 'x', until: 'y' }, '10:00', false],
  ])('%s', (_why, account, route, utc, open) => {
    const answer = marketingWindow('FR', at(`2027-01-12T${utc}:00Z`), { account, route })
    expect(answer.open).toBe(open)
  })

  test('Sundays and holidays open only by the account’s own decision', () => {
    const account = { sundays: true, publicHolidays: true }
    expect(marketingWindow('FR', at('2027-01-10T11:00:00Z'), { account }).open).toBe(true)
    expect(marketingWindow('FR', at('2027-07-14T11:00:00Z'), { account }).open).toBe(true)
  })

  test('an hour that is asked for again, and an earlier one, get their own answers', () => {
    expect(marketingWindow('FR', at('2027-02-02T10:00:00Z')).open).toBe(true)
    expect(marketingWindow('FR', at('2027-02-02T10:00:00Z')).open).toBe(true)
    expect(marketingWindow('FR', at('2027-02-02T05:00:00Z')).open).toBe(false)
    expect(marketingWindow('FR', at('2027-02-02T22:00:00Z')).open).toBe(false)
  })
})

test('a postcode is kept as far as clocks and holidays need it', () => {
  expect(areaOfPostcode('FR', '67000')).toBe('67')
  expect(areaOfPostcode('FR', '97400')).toBe('974')
  expect(areaOfPostcode('FR', '97133')).toBe('977')
  expect(areaOfPostcode('GP', '97150')).toBe('978')
  expect(areaOfPostcode('BE', '1000')).toBeNull()
  expect(areaOfPostcode('FR', 'F-67000')).toBeNull()
})

test('hours are checked against the ceiling when they are chosen', () => {
  expect(checkHours('FR', { from: '08:00', until: '21:30' })).toBeNull()
  expect(checkHours('FR', { from: '08:00', until: '22:00' })).toBe('hours_beyond_ceiling')
  expect(checkHours('FR', { from: '07:59', until: '20:00' })).toBe('hours_beyond_ceiling')
  expect(checkHours('FR', { from: '20:00', until: '08:00' })).toBe('hours_malformed')
  expect(checkHours('FR', { from: '8h', until: '20:00' })).toBe('hours_malformed')
})

test('the moving holidays of 2027 are those of the official calendar', () => {
  const days = new Map(holidaysOf('FR', 2027, '68000').map(({ id, date }) => [id, date]))
  expect(days.get('good_friday')).toBe('2027-03-26')
  expect(days.get('easter_monday')).toBe('2027-03-29')
  expect(days.get('ascension')).toBe('2027-05-06')
  expect(days.get('whit_monday')).toBe('2027-05-17')
  expect(holidaysOf('FR', 2027)).toHaveLength(11)
  expect(holidaysOf('RE', 2027)).toHaveLength(12)
})

test('an alert outside seven to ten is told, and leaves all the same', () => {
  expect(isWithinSoftHours('FR', at('2027-01-12T06:00:00Z'))).toBe(true)
  expect(isWithinSoftHours('FR', at('2027-01-12T05:59:00Z'))).toBe(false)
  expect(isWithinSoftHours('RE', at('2027-01-12T18:00:00Z'))).toBe(false)
})
