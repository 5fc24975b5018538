// A reply of any length is read in the time of a short one: what is read of it has an end.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { leastMs } from '../../../test/support/least-ms.ts'
import { endsOf, heardLimits } from '../../kernel/index.ts'
import { cleanReply, quotations, quoteMarks } from './clean-reply.ts'
import { type ReadReply, replyReader } from './read-reply.ts'

const most = heardLimits.readOfReply
let readReply: ReadReply
beforeAll(async () => {
  readReply = await replyReader()
})

// Each once took a time that grew with the square of its length, and most of a minute and more.
const long = ['\n', '\u2028', ' \n', '«', '1', '"', '- ', '!', 'é', '👍', '> ', '(', 'le b. ']

test.each(long)('a million of %j is read like two thousand', (unit) => {
  const text = unit.repeat(1_000_000)
  const clean = cleanReply(text)
  expect(clean).toEqual(cleanReply(endsOf(text, most)))
  expect(clean.loud.length).toBeLessThanOrEqual(most)
  expect(['other', 'doubtful']).toContain(readReply(text).meaning)
})

test('forty thousand line ends are one empty reply', () => {
  expect(readReply('\n'.repeat(40_000)).meaning).toBe('other')
})

test('a stop is heard at either end of a text of any length', () => {
  const chatter = 'Merci beaucoup pour la visite de mardi. '.repeat(500)
  expect(readReply(`STOP. ${chatter}`)).toEqual(readReply(`STOP. ${chatter.slice(0, 20_000)}`))
  expect(readReply(`${chatter}Ne m'envoyez plus de messages.`).meaning).not.toBe('other')
})

test('a row of letters and an empty page cost at most twenty times an ordinary reply', () => {
  const timeOf = (text: string) => leastMs(() => readReply(text))
  const ordinary = timeOf('Je ne veux plus recevoir vos messages publicitaires, merci')
  for (const text of ['a'.repeat(8_000), '\n'.repeat(40_000), 'ab'.repeat(4_000)]) {
    expect(timeOf(text)).toBeLessThan(20 * ordinary)
  }
})

test('the marks of a quotation are looked for within their line, and none through the next', () => {
  const lines = fc.string({ unit: fc.constantFrom('\n', '\r', '\u2028', ' ', '>', '|', 'a') })
  fc.assert(
    fc.property(lines, (text) => {
      for (const [found] of text.matchAll(quoteMarks)) expect(found).not.toMatch(/[\n\r\u2028]/)
      const ends = (of: string) => of.replace(/[^\n\r\u2028]/g, '')
      expect(ends(text.replace(quoteMarks, ''))).toBe(ends(text))
    }),
  )
})

test('no quotation holds its own beginning, so that none is looked for twice', () => {
  const quoted = fc.string({ unit: fc.constantFrom('"', '«', '»', '“', '”', '„', 'a', '\n') })
  fc.assert(
    fc.property(quoted, (text) => {
      for (const [found] of text.matchAll(quotations)) {
        const opener = found[0] ?? ''
        // A mark that also ends one may stand at the end.
        expect(found.slice(1, -1)).not.toContain(opener)
      }
    }),
  )
})
