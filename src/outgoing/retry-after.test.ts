// `Retry-After` as servers write it, well and badly.
import { expect, test } from 'vitest'
import { waitAsked } from './index.ts'

const at = Date.parse('2026-11-25T09:00:00Z')
const hourMs = 3_600_000

test.each([
  ['120', 120_000],
  ['1', 1_000],
  ['0086400', 24 * hourMs],
  ['9'.repeat(30), Number('9'.repeat(30)) * 1_000],
  ['Wed, 25 Nov 2026 10:00:00 GMT', hourMs],
  ['Wednesday, 25-Nov-26 10:00:00 GMT', hourMs],
  ['Wed Nov 25 10:00:00 2026', hourMs],
  ['Tue Dec  1 09:00:00 2026', 6 * 24 * hourMs],
  ['Fri, 31 Dec 9999 23:59:59 GMT', Date.parse('9999-12-31T23:59:59Z') - at],
] as const)('%s is a wait', (text, waitMs) => {
  expect(waitAsked(text, at)).toBe(waitMs)
})

test.each([
  ...[undefined, '', '0', '-5', '+5', '1.5', '1e3', '0x10', '12 ', '5, 6', 'soon', '٣', 'NaN'],
  '9'.repeat(5_000),
  // Over, also a minute ago and in the year before the epoch.
  'Wed, 25 Nov 2026 08:59:00 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Wed, 31 Dec 1969 23:59:59 GMT',
  'Mon, 01 Jan 0001 00:00:00 GMT',
  // No instant, or in a form that HTTP does not have.
  'Mon, 30 Feb 2026 10:00:00 GMT',
  'Thu, 00 Dec 2026 10:00:00 GMT',
  'Thu, 26 Nov 2026 25:00:00 GMT',
  'Wed, 25 Nov 2026 10:00:00 CET',
  'Wed, 25 nov 2026 10:00:00 GMT',
  '2026-11-25T10:00:00Z',
  'Wed, 25 Nov 2026 10:00:00 GMT\nx',
])('%s is none', (text) => {
  expect(waitAsked(text, at)).toBeNull()
})

test('two digits of a year are of the fifty years ahead, else of the century before', () => {
  const waitOf = (text: string) => waitAsked(text, at)
  expect(waitOf('Monday, 25-Nov-76 09:00:00 GMT')).toBe(Date.parse('2076-11-25T09:00:00Z') - at)
  expect(waitOf('Friday, 25-Nov-77 09:00:00 GMT')).toBeNull()
})
