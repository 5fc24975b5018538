// The public table of numbers, and the fast path held against the metadata library.
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import type { NumberOptions } from './number-reading.ts'
import { readNumber } from './read-number.ts'

type Row = [
  text: string,
  e164: string | null,
  territory: string | null,
  kind: string,
  reason: string | null,
  options?: NumberOptions,
]

const mobile = '+33612345678'
// biome-ignore format: a table
const table: Row[] = [
  // Metropolitan mobiles as people write them.
  ['0612345678', mobile, 'FR', 'mobile', null],
  ['06 12 34 56 78', mobile, 'FR', 'mobile', null],
  ['06.12.34.56.78', mobile, 'FR', 'mobile', null],
  ['06-12-34-56-78', mobile, 'FR', 'mobile', null],
  ['06/12/34/56/78', mobile, 'FR', 'mobile', null],
  ['06\u00a012\u00a034\u00a056\u00a078', mobile, 'FR', 'mobile', null],
  ['06\u202f12\u202f34\u202f56\u202f78', mobile, 'FR', 'mobile', null],
  ['\u202a+33\u00a06 12 34 56 78\u202c', mobile, 'FR', 'mobile', null],
  ['+33612345678', mobile, 'FR', 'mobile', null],
  ['+33 (0)6 12 34 56 78', mobile, 'FR', 'mobile', null],
  ['(+33) 6 12 34 56 78', mobile, 'FR', 'mobile', null],
  ['0033612345678', mobile, 'FR', 'mobile', null],
  ['0033 (0)6 12 34 56 78', mobile, 'FR', 'mobile', null],
  ['33612345678', mobile, 'FR', 'mobile', null],
  ['33612345678.0', mobile, 'FR', 'mobile', null],
  ['3.3612345678E+10', mobile, 'FR', 'mobile', null],
  ['="0612345678"', mobile, 'FR', 'mobile', null],
  ["'0612345678", mobile, 'FR', 'mobile', null],
  ['tel:+33612345678', mobile, 'FR', 'mobile', null],
  ['Tél. : 06 12 34 56 78', mobile, 'FR', 'mobile', null],
  ['０６１２３４５６７８', mobile, 'FR', 'mobile', null],
  ['٠٦١٢٣٤٥٦٧٨', mobile, 'FR', 'mobile', null],
  ['0733123456', '+33733123456', 'FR', 'mobile', null],
  // Overseas, typed in the French way.
  ['0690123456', '+590690123456', 'GP', 'mobile', null],
  ['0692123456', '+262692123456', 'RE', 'mobile', null],
  ['06 93 12 34 56', '+262693123456', 'RE', 'mobile', null],
  ['0639012345', '+262639012345', 'YT', 'mobile', null],
  ['0694123456', '+594694123456', 'GF', 'mobile', null],
  ['0696123456', '+596696123456', 'MQ', 'mobile', null],
  ['0709012345', '+590709012345', 'GP', 'mobile', null],
  ['0709112345', '+596709112345', 'MQ', 'mobile', null],
  ['0709212345', '+262709212345', 'RE', 'mobile', null],
  ['0709312345', '+594709312345', 'GF', 'mobile', null],
  ['0709351234', '+262709351234', 'YT', 'mobile', null],
  ['0708412345', '+508708412345', 'PM', 'mobile', null],
  ['+262 692 12 34 56', '+262692123456', 'RE', 'mobile', null],
  ['00262692123456', '+262692123456', 'RE', 'mobile', null],
  ['262692123456', '+262692123456', 'RE', 'mobile', null],
  ['+262 (0)692 12 34 56', '+262692123456', 'RE', 'mobile', null],
  ['0692123456', '+262692123456', 'RE', 'mobile', null, { country: 'RE' }],
  ['0612345678', mobile, 'FR', 'mobile', null, { country: 'RE' }],
  // An overseas number that somebody made into +33: said, and mended when that is allowed.
  ['+33692123456', null, null, 'unknown', 'wrong_overseas_prefix'],
  ['+33692123456', '+262692123456', 'RE', 'mobile', null, { repair: ['wrong_overseas_prefix'] }],
  ['+33 (0)690 12 34 56', '+590690123456', 'GP', 'mobile', null, { repair: ['wrong_overseas_prefix'] }],
  // What spreadsheets do.
  ['612345678', null, null, 'unknown', 'lost_zero'],
  ['612345678.0', null, null, 'unknown', 'lost_zero'],
  ['612345678', mobile, 'FR', 'mobile', null, { repair: ['lost_zero'] }],
  ['612345678.0', mobile, 'FR', 'mobile', null, { repair: ['lost_zero'] }],
  ['6.12345678E+08', mobile, 'FR', 'mobile', null, { repair: ['lost_zero'] }],
  ['692123456', '+262692123456', 'RE', 'mobile', null, { repair: ['lost_zero'] }],
  ['6.12346E+08', null, null, 'unknown', 'lost_digits'],
  // Two numbers.
  ['0612345678 / 0712345678', null, null, 'unknown', 'two_numbers'],
  ['0612345678 0733123456', null, null, 'unknown', 'two_numbers'],
  ['0612345678;0733123456', null, null, 'unknown', 'two_numbers'],
  ['0612345678\n0733123456', null, null, 'unknown', 'two_numbers'],
  ['06 12 34 56 78 ou 07 33 12 34 56', null, null, 'unknown', 'two_numbers'],
  ['06 12 34 56 78 - 07 33 12 34 56', null, null, 'unknown', 'two_numbers'],
  ['+33612345678 +33733123456', null, null, 'unknown', 'two_numbers'],
  ['06 12 34 56 78/79', null, null, 'unknown', 'two_numbers'],
  // Not allocated to anybody.
  ['0700123456', null, null, 'unknown', 'unallocated'],
  ['0712345678', null, null, 'unknown', 'unallocated'],
  ['0729999998', null, null, 'unknown', 'unallocated'],
  ['0708123456', null, null, 'unknown', 'unallocated'],
  ['+33712345678', null, null, 'unknown', 'unallocated'],
  ['0033712345678', null, null, 'unknown', 'unallocated'],
  // Kinds that get no SMS from here.
  ['0145678901', '+33145678901', 'FR', 'fixed_line', 'landline'],
  ['0262123456', '+262262123456', 'RE', 'fixed_line', 'landline'],
  ['0590590123', '+590590590123', 'GP', 'fixed_line', 'landline'],
  ['0912345678', '+33912345678', 'FR', 'voip', 'voip'],
  ['0937123456', '+33937123456', 'FR', 'platform', 'platform_number'],
  ['0939212345', '+33939212345', 'FR', 'platform', 'platform_number'],
  ['07000512345678', '+337000512345678', 'FR', 'm2m', 'm2m'],
  ['0892123456', '+33892123456', 'FR', 'premium', 'premium_number'],
  ['0800123456', '+33800123456', 'FR', 'toll_free', 'service_number'],
  ['36180', null, null, 'short_code', 'short_code'],
  ['3949', null, null, 'short_code', 'short_code'],
  ['118218', null, null, 'short_code', 'short_code'],
  ['15', null, null, 'emergency', 'emergency_number'],
  ['112', null, null, 'emergency', 'emergency_number'],
  ['114', null, null, 'emergency', 'emergency_number'],
  ['911', null, null, 'emergency', 'emergency_number', { country: 'US' }],
  // Placeholders and nothing.
  ['0600000000', null, null, 'unknown', 'placeholder'],
  ['06 11 11 11 11', null, null, 'unknown', 'placeholder'],
  ['0000000000', null, null, 'unknown', 'placeholder'],
  ['+33666666666', null, null, 'unknown', 'placeholder'],
  ['', null, null, 'unknown', 'empty'],
  [' - ', null, null, 'unknown', 'empty'],
  ['néant', null, null, 'unknown', 'not_a_number'],
  ['06 12 34 56 7O', null, null, 'unknown', 'not_a_number'],
  ['06 ** ** ** 78', null, null, 'unknown', 'not_a_number'],
  ['#31#0612345678', null, null, 'unknown', 'not_a_number'],
  ['06123456', null, null, 'unknown', 'too_short'],
  ['061234567', null, null, 'unknown', 'too_short'],
  ['061234567.0', null, null, 'unknown', 'too_short'],
  ['06123456789', null, null, 'unknown', 'too_long'],
  ['+3361234567', null, null, 'unknown', 'too_short'],
  ['12', null, null, 'unknown', 'unknown_country', { country: 'ZZ' }],
  // Fiction.
  ['0639981234', '+33639981234', 'FR', 'mobile', 'fiction'],
  ['0639981234', '+33639981234', 'FR', 'mobile', null, { sandbox: true }],
  ['+33639981234', '+33639981234', 'FR', 'mobile', null, { sandbox: true }],
  ['0199001234', '+33199001234', 'FR', 'fixed_line', 'fiction'],
  ['0199001234', '+33199001234', 'FR', 'fixed_line', 'landline', { sandbox: true }],
  ['+447700900123', '+447700900123', 'GB', 'mobile', 'fiction'],
  ['07700 900123', '+447700900123', 'GB', 'mobile', 'fiction', { country: 'GB' }],
  // Other countries.
  ['+32 470 12 34 56', '+32470123456', 'BE', 'mobile', null],
  ['0032 470 12 34 56', '+32470123456', 'BE', 'mobile', null],
  ['0470 12 34 56', '+32470123456', 'BE', 'mobile', null, { country: 'BE' }],
  ['06 12 34 56 78', null, null, 'unknown', 'not_valid', { country: 'BE' }],
  ['+33 6 12 34 56 78', mobile, 'FR', 'mobile', null, { country: 'BE' }],
  ['0033 6 12 34 56 78', mobile, 'FR', 'mobile', null, { country: 'BE' }],
  ['+41 79 123 45 67', '+41791234567', 'CH', 'mobile', null],
  ['+1 202 555 0123', '+12025550123', 'US', 'fixed_or_mobile', null],
  ['+687 75 12 34', '+687751234', 'NC', 'mobile', null],
  ['+689 87 12 34 56', '+68987123456', 'PF', 'mobile', null],
  ['+9991234567', null, null, 'unknown', 'unknown_country'],
]

describe('the public table', () => {
  test.each(table)('%j', (text, e164, territory, kind, reason, options) => {
    expect(readNumber(text, options)).toMatchObject({ e164, territory, kind, reason })
  })

  test('a number gives the country whose rules apply and its clocks', () => {
    expect(readNumber('0692123456')).toMatchObject({ country: 'FR', zones: ['Indian/Reunion'] })
    expect(readNumber('+68987123456').zones).toHaveLength(3)
    expect(readNumber('+33692123456').suggestion).toBe('+262692123456')
    expect(readNumber('612345678').suggestion).toBe(mobile)
    expect(readNumber('32470123456').suggestion).toBe('+32470123456')
  })
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
