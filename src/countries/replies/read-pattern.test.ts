// Regular expressions read into their parts: what is known of them, and what is left unread.
import { expect, test } from 'vitest'
import { type Part, readPattern } from './read-pattern.ts'

const letters = (text: string): Part => ({ kind: 'letters', letters: text })
const any: Part = { kind: 'one', of: null }

// biome-ignore format: a table
const read: readonly [string, Part][] = [
  ['stop',       letters('stop')],
  ['a|b',        { kind: 'either', parts: [letters('a'), letters('b')] }],
  ['\\.',        letters('.')],
  ['\\d',        any],
  ['.',          any],
  ['[sz]',       { kind: 'one', of: ['s', 'z'] }],
  ['[a-z]',      any],
  ['[^a]',       any],
  ['[\\d.]',     any],
  ['[abcdef]',   any],
  ['a*',         { kind: 'repeated', part: letters('a'), min: 0, max: Number.POSITIVE_INFINITY }],
  ['a+?',        { kind: 'repeated', part: letters('a'), min: 1, max: Number.POSITIVE_INFINITY }],
  ['a{2}',       { kind: 'repeated', part: letters('a'), min: 2, max: 2 }],
  ['a{2,}',      { kind: 'repeated', part: letters('a'), min: 2, max: Number.POSITIVE_INFINITY }],
  ['a{2,13}',    { kind: 'repeated', part: letters('a'), min: 2, max: 13 }],
  ['(?:a|bs?|c[a-z]*)', { kind: 'words', full: ['a', 'b', 'bs'], begun: ['c'] }],
  ['(?:a|b+)',   { kind: 'either', parts: [letters('a'), { kind: 'repeated', part: letters('b'), min: 1, max: Number.POSITIVE_INFINITY }] }],
  ['(?=a)',      { kind: 'look', part: letters('a'), isAhead: true, isThere: true }],
  ['(?!a)',      { kind: 'look', part: letters('a'), isAhead: true, isThere: false }],
  ['(?<=a)',     { kind: 'look', part: letters('a'), isAhead: false, isThere: true }],
  ['(?<!a)',     { kind: 'look', part: letters('a'), isAhead: false, isThere: false }],
  ['(a|)',       { kind: 'either', parts: [letters('a'), { kind: 'row', parts: [] }] }],
  ['^a',         { kind: 'row', parts: [letters('\u0002'), letters('a')] }],
  ['abs?',       { kind: 'row', parts: [letters('ab'), { kind: 'repeated', part: letters('s'), min: 0, max: 1 }] }],
]

test.each(read)('%s is read', (source, part) => {
  expect(new RegExp(source).source).toBe(source)
  expect(readPattern(source)).toEqual(part)
})

// References, names, escapes of characters, Unicode, and what a browser of old takes for letters.
const unread = [
  '(a)\\1',
  '(?<name>a)',
  '\\k',
  '\\u0061',
  '\\x61',
  '\\cA',
  '\\p{L}',
  '\\a',
  'a{',
  'a{,3}',
  'a}',
  'a]',
  '(?=a)*',
  '(?i:a)',
  '(',
  'a)',
  '[a',
  '\\',
]

test.each(unread)('%s is left unread', (source) => {
  expect(readPattern(source)).toBeNull()
})

test('a mark stands for a part that is read elsewhere', () => {
  const shared: Part = { kind: 'shared', part: letters('sms') }
  const part = readPattern('no \ue000', (char) => (char === '\ue000' ? shared : null))
  expect(part).toEqual({ kind: 'row', parts: [letters('no '), shared] })
})
