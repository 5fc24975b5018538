// Hours of figures become days of a zone: none is lost, none is counted twice, clocks may change.
import { expect, test } from 'vitest'
import { wallTimeOf } from '../countries/index.ts'
import type { HourFigures } from '../sending/index.ts'
import { daysOf, sumOf } from './days-of-hours.ts'

const hourMs = 3_600_000
const zone = 'Europe/Paris'
const nothing = {
  ...{ accepted: 0, parts: 0, costMicroEur: 0, handedOver: 0, delivered: 0, undelivered: 0 },
  ...{ expired: 0, rejected: 0, refused: 0, cancelled: 0, unconfirmed: 0, replies: 0, stops: 0 },
}
const hourAt = (iso: string, more: Partial<HourFigures> = {}): HourFigures => ({
  ...nothing,
  delivered: 1,
  ...more,
  hour: Date.parse(iso),
})
const dayOf = (iso: string) => wallTimeOf(zone, Date.parse(iso)).day

test('an hour before midnight in London is the next day in Paris', () => {
  const asked = { zone, first: dayOf('2026-11-24T12:00Z'), last: dayOf('2026-11-26T12:00Z') }
  const days = daysOf([hourAt('2026-11-24T22:00Z'), hourAt('2026-11-24T23:00Z')], asked)
  expect(days.map(({ day, delivered }) => [day, delivered])).toEqual([
    ['2026-11-24', 1],
    ['2026-11-25', 1],
    ['2026-11-26', 0],
  ])
})

test('the day on which clocks go back has twenty-five hours', () => {
  const start = Date.parse('2026-10-23T22:00Z')
  const hours = Array.from({ length: 96 }, (_, index) =>
    hourAt(new Date(start + index * hourMs).toISOString()),
  )
  const first = dayOf('2026-10-24T12:00Z')
  const days = daysOf(hours, { zone, first, last: first + 3 })
  expect(days.map(({ delivered }) => delivered)).toEqual([24, 25, 24, 23])
})

test('whatever was handed over and did not arrive has failed', () => {
  const hour = hourAt('2026-11-25T09:00Z', {
    ...{ undelivered: 2, expired: 3, rejected: 5, unconfirmed: 7, refused: 11, cancelled: 13 },
  })
  const [day] = daysOf([hour], { zone, first: dayOf('2026-11-25T09:00Z'), last: 20_782 })
  expect(day).toMatchObject({ delivered: 1, failed: 17, refused: 11, cancelled: 13 })
  expect(sumOf(day === undefined ? [] : [day, day])).toMatchObject({ failed: 34, delivered: 2 })
})
