// The published scores of the classifier are those of the rules and the labelled files as they stand.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeFrom } from '../classification-set/made-from.ts'

test('the scores are of today: else run `npm run classification`', () => {
  const page = readFileSync('docs/reference/classification-set.md', 'utf8')
  expect(/made from (\w+)/.exec(page)?.[1]).toBe(madeFrom())
})
