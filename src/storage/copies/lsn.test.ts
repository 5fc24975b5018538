// Positions in the WAL: how they are written, and where the next record begins.
import { expect, test } from 'vitest'
import { lsnOf, lsnText, recordStart, segmentName, segmentOctets } from './lsn.ts'

test('A position is read as it is written, and names the file that holds it', () => {
  for (const text of ['0/0', '0/5294060', '16/B374D848']) expect(lsnText(lsnOf(text))).toBe(text)
  expect(segmentName(1, lsnOf('1/2000028'))).toBe('000000010000000100000002')
})

test.each([
  ['where it is aligned', 8_192n + 64n, 8_192n + 64n],
  ['behind some octets', 8_192n + 65n, 8_192n + 72n],
  ['behind the header of a page', 2n * 8_192n, 2n * 8_192n + 24n],
  ['aligned into the next page', 2n * 8_192n - 3n, 2n * 8_192n + 24n],
  ['behind the longer header of a file', 3n * segmentOctets, 3n * segmentOctets + 40n],
])('The next record begins %s', (_, at, begins) => {
  expect(recordStart(at)).toBe(begins)
})
