// What a pattern needs: told of a few by hand, and of thousands that nothing is needed in vain.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Need, needOf } from './needed-pieces.ts'
import { mayMatch, needsOf } from './pieces-within.ts'
import { readPattern } from './read-pattern.ts'

const told = (need: Need): string => {
  if (need === null) return 'nothing'
  if (need.kind === 'pieces') return need.pieces.toSorted().join('|')
  return `(${need.needs
    .map(told)
    .toSorted()
    .join(need.kind === 'all' ? ' and ' : ' or ')})`
}

// biome-ignore format: a table
const needed: readonly [string, string][] = [
  [' stop',                            ' stop'],
  [' stop(?= )',                       '( stop and  stop )'],
  [' stop[a-z]*',                      ' stop'],
  [' sto[ps]',                         ' stop| stos'],
  [' (?:stop|halt)',                   ' halt| stop'],
  [' (?:stop|ha+lt)',                  ' h| stop'],
  [' (?:stop|)',                       'nothing'],
  [' (?:please )?stop',                ' please stop| stop'],
  [' (?:(?:ne|n) )*plus',              ' plus'],
  [' no (?:[a-z]+ ){0,3}sms',          '( no  and  sms)'],
  [' (?:aa|bb|cc|dd|ee) sms',          '( aa sms| bb sms| cc sms| dd sms| ee sms and  sms)'],
  [' (?:(?<=\\. )|je) ?stop',          '  stop| je stop| jestop| stop'],
  [' (?!no)[a-z]+',                    'nothing'],
  ['(?<= no )sms',                     '( no  and sms)'],
  ['^no$',                             '\u0002no\u0003'],
  ['^(?:aa|bb|cc|dd|e[a-z]*)$',        '\u0002aa\u0003|\u0002bb\u0003|\u0002cc\u0003|\u0002dd\u0003|\u0002e'],
  ['[a-z]*stop',                       'stop'],
  ['[a-z]*s',                          'nothing'],
  ['(no)\\1',                          'nothing'],
]

test.each(needed)('%s needs %s', (source, expected) => {
  const need = needOf(readPattern(source))
  expect(told(need)).toBe(expected)
})

const plain = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(' ', ' no', 'no ', ' sms', 'sms', 'st', 'stop', 'op ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('s?', 'o*', ' ?', '[ps]', '[a-z]*', '\\.', '^', '$', '\\b'),
  },
  { weight: 2, arbitrary: fc.constantFrom('(?:no|st|sms|stop|op|s)', '(?:no |sms |st |op |s )') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('(?:no|sto[a-z]*|sms?)', '(?:[a-z]+ ){0,2}', '.', '\\w'),
  },
)
const rowsOf = (part: fc.Arbitrary<string>) =>
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
const choicesOf = (part: fc.Arbitrary<string>) =>
  fc
    .array(rowsOf(part), { minLength: 1, maxLength: 6, size: 'small' })
    .map((rows) => rows.join('|'))
const begins = fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<=', '(?<!')

/** A group of these, perhaps repeated, where it is one that may be. */
const groupsOf = (part: fc.Arbitrary<string>, times: readonly string[]) =>
  fc
    .tuple(begins, choicesOf(part), fc.constantFrom('', ...times))
    .map(([begin, inner, how]) => `${begin}${inner})${/[=!]$/.test(begin) ? '' : how}`)

/**
 * Patterns as the phrases are written, over few words, so that many of them match. What repeats
 * without an end within what does so would be tried in millions of ways.
 */
const groups = groupsOf(plain, ['?', '*', '+', '+?', '{2,3}'])
const outer = groupsOf(fc.oneof(plain, plain, groups), ['?'])
const patterns = rowsOf(fc.oneof(plain, groups, outer))
const texts = fc
  .array(fc.constantFrom('no', 'sms', 'stop', 'st', 'op', 's', ' ', ' ', '.'), { maxLength: 7 })
  .map((parts) => parts.join(''))

test('whatever matches holds what the pattern needs', () => {
  fc.assert(
    fc.property(patterns, fc.array(texts, { minLength: 20, maxLength: 20 }), (source, some) => {
      const pattern = new RegExp(source)
      const needs = needsOf(needOf(readPattern(source)))
      for (const text of some) {
        if (pattern.test(text)) expect(mayMatch(text, needs), `/${source}/ in "${text}"`).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})
