// The public table of numbers, and the fast path held against the metadata library.
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { leastMs } from '../../test/support/least-ms.ts'
import { numberCases } from './number-cases.ts'
import { mayReach, reachOf } from './number-reading.ts'
import { readNumber } from './read-number.ts'

const mobile = '+33612345678'

describe('the public table', () => {
  for (const [text, e164, territory, kind, reason, options] of numberCases) {
    test(`${JSON.stringify(text)} ${options === undefined ? '' : JSON.stringify(options)}`, () => {
      expect(readNumber(text, options)).toMatchObject({ e164, territory, kind, reason })
    })
  }

  test('a number gives the country whose rules apply and its clocks', () => {
    expect(readNumber('0692123456')).toMatchObject({ country: 'FR', zones: ['Indian/Reunion'] })
    expect(readNumber('+68987123456').zones).toHaveLength(3)
    expect(readNumber('+33692123456').suggestion).toBe('+262692123456')
    expect(readNumber('612345678').suggestion).toBe(mobile)
    expect(readNumber('32470123456').suggestion).toBe('+32470123456')
    expect(readNumber('O6 12 34 56 78').suggestion).toBe(mobile)
    expect(readNumber('0612345678 ne plus appeler').suggestion).toBe(mobile)
    expect(readNumber('033612345678').suggestion).toBe(mobile)
  })
})

test('who may write to a number is the same by what was kept as by reading it anew', () => {
  const numbers = new Set(numberCases.flatMap(([, e164]) => (e164 === null ? [] : [e164])))
  expect(numbers.size).toBeGreaterThan(50)
  for (const number of numbers) {
    const kept = reachOf(readNumber(number, { sandbox: true }))
    for (const sandbox of [false, true]) {
      const isReachable = readNumber(number, { sandbox }).reason === null
      expect(mayReach(kept, sandbox), `${number} ${sandbox}`).toBe(isReachable)
    }
  }
})

test('the fast path agrees with the library on every block of French mobiles', () => {
  for (let block = 600; block < 800; block += 1) {
    for (const rest of ['012345', '123456', '234567', '987654', '500005', '999990']) {
      const text = `0${block}${rest}`
      const reading = readNumber(text)
      const library = parsePhoneNumberFromString(text, 'FR')
      if (library?.isValid() && library.getType() === 'MOBILE') {
        expect(reading, text).toMatchObject({ e164: library.number, reason: null })
      } else if (reading.reason === null) {
        // Overseas: not +33, and valid in its own country.
        expect(reading.e164?.startsWith('+33'), text).toBe(false)
        expect(parsePhoneNumberFromString(reading.e164 ?? '')?.isValid(), text).toBe(true)
      }
    }
  }
})

test('whatever is in the cell, reading gives a valid number or a reason, and never throws', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[+0-9 ().\-/eE,]{0,24}$/),
  )
  fc.assert(
    fc.property(cell, (text) => {
      const reading = readNumber(text)
      if (reading.reason === null) {
        expect(parsePhoneNumberFromString(reading.e164 ?? '')?.isValid()).toBe(true)
        expect(readNumber(reading.e164 ?? '').e164).toBe(reading.e164)
      }
    }),
    { numRuns: 2000 },
  )
})

test('usual writings are read many times faster than the metadata library reads them', () => {
  const usual = (read: (text: string) => unknown) =>
    leastMs(() => {
      for (let n = 10; n < 100; n += 1) read(`06 12 ${n} 34 ${n}`)
      read('+33612345678')
    })
  const library = usual((text) => parsePhoneNumberFromString(text, 'FR')?.isValid())
  expect(usual(readNumber)).toBeLessThan(library / 3)
})

test('a long cell is read as quickly as it is long, whatever stands in it', () => {
  const timeOf = (cell: string) => leastMs(() => readNumber(cell))
  const ordinary = timeOf('(06) 12.34.56.78 (tél. de Maman)')
  const inside = [' ', '(', '-', '.', ' (', 'tel ', '+', '0 ', '🙂']
  for (const one of inside) {
    // A cell of a file holds four thousand characters at most.
    for (const length of [280, 4_000]) {
      const cell = `0${one.repeat(length / one.length)}t`
      expect(readNumber(cell).e164).toBe(null)
      expect(timeOf(cell), `${length} of ${one}`).toBeLessThan(300 * ordinary)
    }
  }
})

test('a number keeps its meaning between many spaces, and too much of anything is none', () => {
  const spaces = ' '.repeat(4_000)
  expect(readNumber(`${spaces}06 12 34 56 78${spaces}`).e164).toBe('+33612345678')
  expect(readNumber(`06 12 34 56 78${' '.repeat(100)}(tel.)`).e164).toBe('+33612345678')
  expect(readNumber('-'.repeat(4_000)).reason).toBe('empty')
  expect(readNumber(`06 12 34 56 78 ${'a'.repeat(4_000)}`).reason).toBe('not_a_number')
})
