// Values of custom fields: read from cells as people write them, and written into texts.
import { describe, expect, test } from 'vitest'
import { planSegments } from '../../wire/index.ts'
import {
  type CustomType,
  customExamples,
  customTypes,
  readCustom,
  writeCustom,
} from '../contract.ts'
import { mergeCustom } from './custom-values.ts'

// biome-ignore format: a table reads as a table
const readings: readonly (readonly [CustomType, string, string])[] = [
  ['text', '  Dr  Exemple\n', 'Dr Exemple'],
  ['text', 'é'.repeat(200), 'é'.repeat(200)],
  ['text', 'é'.repeat(201), 'too_long'],
  ['number', '12', '12'],
  ['number', '-3,50', '-3.5'],
  ['number', '1 234,5', '1234.5'],
  ['number', '1\u202f234\u00a0567,5', '1234567.5'],
  ['number', '1.234,50', '1234.5'],
  ['number', '1,234.50', '1234.5'],
  ['number', '1.234.567', '1234567'],
  ['number', '0,125', '0.125'],
  ['number', '0007', '7'],
  ['number', '-0', '0'],
  // A thousand or one and a bit: nobody knows.
  ['number', '1,234', 'not_a_number'],
  ['number', '1.234', 'not_a_number'],
  ['number', '12 34', 'not_a_number'],
  ['number', '1,2,3', 'not_a_number'],
  ['number', '5.', 'not_a_number'],
  ['number', '1234567890123', 'not_a_number'],
  ['number', '12 kg', 'not_a_number'],
  ['number', 'beaucoup', 'not_a_number'],
  ['amount', '49,90 €', '49.90 EUR'],
  ['amount', '49.9', '49.90 EUR'],
  ['amount', '€ 1,250', 'not_an_amount'],
  ['amount', '1 250 €', '1250.00 EUR'],
  ['amount', '£12.50', '12.50 GBP'],
  ['amount', '12,50 CHF', '12.50 CHF'],
  ['amount', '-5 EUR', '-5.00 EUR'],
  ['amount', '12,505 €', 'not_an_amount'],
  ['amount', '12 $ €', 'not_an_amount'],
  ['amount', '12 JPY', 'not_an_amount'],
  ['amount', 'gratuit', 'not_an_amount'],
  ['date', '03/12/2026', '2026-12-03'],
  ['date', '3.12.26', '2026-12-03'],
  ['date', '2026-12-03', '2026-12-03'],
  ['date', '2026-12-03T10:00:00Z', '2026-12-03'],
  ['date', '31/02/2026', 'not_a_date'],
  ['date', '12/2026', 'not_a_date'],
  ['date', '03/12/1026', 'not_a_date'],
  ['date', 'demain', 'not_a_date'],
  ['date_time', '03/12/2026 14:30', '2026-12-03T14:30'],
  ['date_time', '3/12/2026 à 9h', '2026-12-03T09:00'],
  ['date_time', '03/12/2026 9 h 05', '2026-12-03T09:05'],
  ['date_time', '2026-12-03 14:30:00', '2026-12-03T14:30'],
  ['date_time', '2026-12-03T14:30:00.000', '2026-12-03T14:30'],
  ['date_time', '2026-12-03 2:30 PM', '2026-12-03T14:30'],
  ['date_time', '2026-12-03, 12:05 a.m.', '2026-12-03T00:05'],
  // The clock of the place, as written.
  ['date_time', '2026-12-03T14:30:00+01:00', '2026-12-03T14:30'],
  ['date_time', '2026-12-03T13:30:00Z', 'time_in_utc'],
  ['date_time', '2026-12-03', 'not_a_date_time'],
  ['date_time', '03/12/2026 14', 'not_a_date_time'],
  ['date_time', '03/12/2026 25:00', 'not_a_date_time'],
  ['date_time', '03/12/2026 13:00 PM', 'not_a_date_time'],
  ['date_time', '14:30', 'not_a_date_time'],
]

describe('a cell', () => {
  test.each(readings)('%s: %j is %s', (type, cell, expected) => {
    const reading = readCustom(type, cell)
    expect(reading.reason ?? reading.value).toBe(expected)
  })

  test('what is kept is read again as itself', () => {
    for (const [type, cell] of readings) {
      const { value } = readCustom(type, cell)
      if (value !== null) expect(readCustom(type, value).value).toBe(value)
    }
  })
})

// biome-ignore format: a table reads as a table
const writings: readonly (readonly [CustomType, string, string, string])[] = [
  ['text', 'Dr Exemple', 'Dr Exemple', 'Dr Exemple'],
  ['number', '1234567.5', '1 234 567,5', '1,234,567.5'],
  ['number', '-3.5', '-3,5', '-3.5'],
  ['number', '12', '12', '12'],
  ['amount', '49.90 EUR', '49,90 €', '€49.90'],
  ['amount', '1250.00 EUR', '1 250 €', '€1,250'],
  ['amount', '-5.00 GBP', '-5 £', '-£5'],
  ['amount', '12.50 CHF', '12,50 CHF', 'CHF 12.50'],
  ['date', '2026-12-03', '03/12/2026', '3 Dec 2026'],
  ['date_time', '2026-08-03T14:30', '03/08/2026 à 14h30', '3 Aug 2026 at 14:30'],
  ['date_time', '2026-12-03T09:00', '03/12/2026 à 9h', '3 Dec 2026 at 09:00'],
]

test.each(writings)('%s %s is written for each language', (type, value, fr, en) => {
  expect([writeCustom(type, value, 'fr'), writeCustom(type, value, 'en')]).toEqual([fr, en])
})

test('no writing of a number, an amount or a day leaves the SMS alphabet', () => {
  const values = [...writings.map(([type, value]) => [type, value] as const)]
  for (let month = 1; month <= 12; month += 1) {
    values.push(['date', `2026-${String(month).padStart(2, '0')}-09`])
  }
  for (const type of customTypes) values.push([type, customExamples[type]])
  for (const [type, value] of values) {
    for (const language of ['fr', 'en'] as const) {
      const written = writeCustom(type, value, language)
      expect([written, planSegments(written).encoding]).toEqual([written, 'gsm7'])
    }
  }
})

test('what is told replaces what is kept, an empty text takes away, and nothing told changes nothing', () => {
  const kept = { visit: '2026-12-03T14:30', due: '49.90 EUR' }
  expect(mergeCustom(kept, undefined)).toBe(kept)
  const merged = mergeCustom(kept, { visit: '', file: 'A12' })
  expect(JSON.stringify(merged)).toBe('{"due":"49.90 EUR","file":"A12"}')
  expect(mergeCustom({ visit: 'x' }, { visit: '' })).toBeUndefined()
})
