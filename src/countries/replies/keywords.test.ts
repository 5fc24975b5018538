// Keywords alone, with what may stand around them, and their slips; whatever is more is not theirs.
import { expect, test } from 'vitest'
import { replyWords } from './clean-reply.ts'
import { readKeyword } from './keywords.ts'
import { keywordTable } from './tables.ts'

const kindOf = (text: string) => readKeyword(replyWords(text))?.kind ?? null

test.each([
  'stop',
  'stop merci',
  'please stop the messages',
  'stop sms',
  'st op',
  'stopsms',
  'stoppub',
  'stop 36111',
  'unsubscribe',
  'baja',
  'abmelden bitte',
  'stpo',
  'syop svp',
  'unsubcribe',
  'help stop',
])('%j is a stop', (text) => {
  expect(kindOf(text)).toBe('stop')
})

test.each([
  ['help', 'help'],
  ['aide svp', 'help'],
  ['contact', 'contact'],
  ['start', 'start'],
  ['oui', 'other'],
  ['non stop', 'doubtful'],
  ['baka', 'doubtful'],
] as const)('%j is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test.each([
  'bus stop',
  'top',
  'caja',
  'stop and go',
  'stopover',
  'merci',
  'bonjour',
  '123',
  'help start',
])('%j is for the model, or means nothing here', (text) => {
  expect([null, 'other', 'help']).toContain(kindOf(text))
  expect(kindOf(text)).not.toBe('stop')
})

test('no slip is a keyword, nor what may stand around one', () => {
  const { words, around, slips } = keywordTable()
  expect([...slips.keys()].filter((slip) => words.has(slip) || around.has(slip))).toEqual([])
  const keywords = new Set([...words.keys(), ...around])
  for (const of of slips.values()) expect(of === '?' || keywords.has(of), of).toBe(true)
})
