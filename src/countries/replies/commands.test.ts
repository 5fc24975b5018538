// Slips of the thumb in the word itself.
import { expect, test } from 'vitest'
import { type ReplyMeaning, readReply } from './read-reply.ts'

type Row = readonly [text: string, meaning: ReplyMeaning]

/** A key beside the right one, or the letters in disorder; and words that are so written. */
// biome-ignore format: a table
const slipsOfTheThumb: Row[] = [
  ['spot', 'stop'], ['Atop', 'stop'], ['slop', 'stop'], ['Stio', 'stop'], ['Soptp', 'stop'],
  ['STIP merci', 'stop'], ['bajs', 'stop'], ['Bauja', 'stop'], ['Deabonnieren', 'stop'],
  ['kitadme', 'stop'], ['Gestopt', 'doubtful'], ['Baha', 'doubtful'], ['cancellare subito', 'stop'],
  ['top', 'other'], ['post', 'other'], ['still', 'other'],
]

test.each(slipsOfTheThumb)('%j is %s', (text, meaning) => {
  expect(readReply(text).meaning).toBe(meaning)
})

test.each([
  'shop',
  'ship',
  'drop',
  'atom',
  'step',
  'stow',
  'quite',
  'Sopot',
  'spots',
  'Smets',
  'Marie Smets',
  'Paz',
])('%j alone is no stop', (word) => {
  expect(readReply(word).meaning).not.toBe('stop')
})
