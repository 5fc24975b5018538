// Places are filled, and the word behind a number has its ending.
import { expect, test } from 'vitest'
import { fill } from './fill.ts'
import { fr } from './fr.ts'
import { wordsIn } from './index.ts'
import { own } from './own.ts'

// biome-ignore format: a table reads as a table
const table = [
  ['{name} : {segments} partie(s)', { name: 'GSM 7', segments: 1 }, 'GSM 7 : 1 partie'],
  ['{segments} partie(s), {count} message(s)', { segments: 2, count: '1 204' }, '2 parties, 1 204 messages'],
  ['{count} message(s)', { count: '1,001' }, '1,001 messages'],
  ['{count} message(s)', { count: '11' }, '11 messages'],
  ['{to} · {segments} part(s)', { to: '+33 6 ** 01', segments: 1 }, '+33 6 ** 01 · 1 part'],
  ['{unknown} stays', {}, '{unknown} stays'],
] as const

test.each(table)('%s', (sentence, values, expected) => {
  expect(fill(sentence, values as Record<string, string | number>)).toBe(expected)
})

const loose = / [:;?!»]|« /

/** Every sentence in it. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return Object.values(words as object).flatMap(sentences)
}

test('no French sentence on a screen begins a line with a colon or a question mark', async () => {
  const words = await wordsIn('fr')
  expect(sentences(words).filter((one) => loose.test(one))).toEqual([])
  // As they are written in the source, they would.
  expect(sentences(fr).filter((one) => loose.test(one)).length).toBeGreaterThan(20)
})

test('words that come with their screen are glued too, and are the same object each time', () => {
  const words = { en: { ask: 'Why? ' }, fr: { ask: 'Pourquoi ?', all: ['Prêt : oui'] } } as const
  const read = own({ language: 'fr' } as never, words as never) as { ask: string; all: string[] }
  expect(read).toEqual({ ask: 'Pourquoi\u00a0?', all: ['Prêt\u00a0: oui'] })
  expect(own({ language: 'fr' } as never, words as never)).toBe(read)
})
