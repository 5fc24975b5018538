// Places are filled, and the word behind a number has its ending.
import { expect, test } from 'vitest'
import { fill } from './fill.ts'

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
