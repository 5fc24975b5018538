// The reply reader's weights and scores were made from the sets,
// the tables and the reader as they stand.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tables } from '../../src/countries/replies/tables-data.ts'
import { readScores } from '../replies/page.ts'
import { madeFrom, tableNames, tableText } from '../replies/sets.ts'

const made = 'src/countries/replies/weights-data.ts'

test('weights and scores are of today: else run `npm run replies`, then `npm run docs`', () => {
  const [, from = ''] = /madeFrom = '(\w+)'/.exec(readFileSync(made, 'utf8').slice(0, 400)) ?? []
  const today = madeFrom()
  expect([from, readScores().madeFrom]).toEqual([today, today])
})

test('the tables that the reader asks are those in test/replies/tables', () => {
  expect(Object.values(tables)).toEqual(tableNames.map(tableText))
})
