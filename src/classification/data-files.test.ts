// The tables and lists beside the code: what they name exists, and nothing stands in them twice.
import { describe, expect, test } from 'vitest'
import { rowsOf, wordsOf } from './data-files.ts'
import { recognisers } from './recognisers/index.ts'
import { dataTypes } from './types-of-data.ts'

const known = new Set<string>(dataTypes)
const unknown = (types: readonly string[]) => types.filter((type) => !known.has(type))

describe.each([
  ['titles', 1],
  ['title-parts', 2],
  ['special-words', 1],
  ['recognisers', 1],
])('%s', (name, column) => {
  test('names types that there are', () => {
    const types = rowsOf(name).flatMap((row) => (row[column] ?? '').split(' '))
    expect(unknown(types.filter((type) => type !== ''))).toEqual([])
  })
})

test.each(['first-names', 'family-names', 'towns', 'goods'])('%s: each word once', (name) => {
  const words = rowsOf(name).flat()
  expect(words.length).toBe(wordsOf(name).size)
})

test.each(['titles', 'patterns', 'word-lists', 'type-groups', 'special-words', 'abbreviations'])(
  '%s: each name once',
  (name) => {
    const names = rowsOf(name).map(([first]) => first)
    expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([])
  },
)

test('what cells say alone, by words or by chance is asked of recognisers that there are', () => {
  const ids = new Set(recognisers().map(({ id }) => id))
  expect(rowsOf('values').filter(([, id = '']) => !ids.has(id))).toEqual([])
})
