// What is read of a text has an end, and no character is cut in two.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, endsOf } from './heard-text.ts'

test('what fits is read as it is; of more the beginning and the end', () => {
  expect(endsOf('abcdefg', 7)).toBe('abcdefg')
  expect(endsOf('abcdefgh', 7)).toBe('abc\nfgh')
  expect(beginningOf('abcdefgh', 7)).toBe('abcdefg')
})

/** Half of a character that is written in two. */
const loneHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

test('never more than was asked for, and whole characters alone', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200, unit: 'binary' }),
      fc.integer({ min: 3, max: 100 }),
      (text, max) => {
        for (const read of [endsOf(text, max), beginningOf(text, max)]) {
          expect(read.length).toBeLessThanOrEqual(max)
          expect(read).not.toMatch(loneHalf)
        }
      },
    ),
  )
})
