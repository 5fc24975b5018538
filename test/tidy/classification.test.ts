// The published scores of the classifier are those of the rules and the labelled files as they
// stand.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeFrom } from '../classification-set/made-from.ts'
import { readTree } from './tree.ts'

test('the scores are of today: else run `npm run classification`', () => {
  const page = readFileSync('docs/reference/classification-set.md', 'utf8')
  expect(/made from (\w+)/.exec(page)?.[1]).toBe(madeFrom())
})

test('a pure room reads its data files in one place, and asks Node for nothing else', () => {
  const asking = readTree().filter(({ path, text }) => {
    return path.startsWith('src/') && text.includes('getBuiltinModule(')
  })
  expect(asking.map(({ path }) => path)).toEqual(['src/classification/data-files.ts'])
})
