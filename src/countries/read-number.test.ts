// The public table of numbers, and the fast path held against the metadata library.
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
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

test('two million usual writings are read in a few seconds even on a slow machine', () => {
  const start = performance.now()
  let valid = 0
  for (let n = 0; n < 1_000_000; n += 1) {
    if (readNumber(`06 12 ${n % 100} 34 ${n % 90}`).reason === null) valid += 1
    if (readNumber('+33612345678').reason === null) valid += 1
  }
  expect(valid).toBeGreaterThan(1_000_000)
  expect(performance.now() - start).toBeLessThan(20_000)
})

test('a long cell is read as quickly as it is long, whatever stands in it', () => {
  const start = performance.now()
  const inside = [' ', '(', '-', '.', ' (', 'tel ', '+', '0 ', '🙂']
  for (const one of inside) {
    // A cell of a file holds four thousand characters at most.
    const cell = `0${one.repeat(4_000 / one.length)}t`
    expect(readNumber(cell).e164).toBe(null)
    expect(readNumber(`0${one.repeat(280 / one.length)}t`).e164).toBe(null)
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('a number keeps its meaning between many spaces, and too much of anything is none', () => {
  const spaces = ' '.repeat(4_000)
  expect(readNumber(`${spaces}06 12 34 56 78${spaces}`).e164).toBe('+33612345678')
  expect(readNumber(`06 12 34 56 78${' '.repeat(100)}(tel.)`).e164).toBe('+33612345678')
  expect(readNumber('-'.repeat(4_000)).reason).toBe('empty')
  expect(readNumber(`06 12 34 56 78 ${'a'.repeat(4_000)}`).reason).toBe('not_a_number')
})
