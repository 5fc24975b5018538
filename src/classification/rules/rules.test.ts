// The table of rules: each rule decides in its example, and nothing in the table is left unread.
import { expect, test } from 'vitest'
import { classifyColumns } from '../classify-columns.ts'
import { rowsOf } from '../data-files.ts'
import { conditions } from './conditions.ts'
import { deciding } from './deciding.ts'
import { steps } from './table.ts'

const rules = steps().flatMap((step) => step.rules)

/** Lines between bars; the first is the header, and empty where the file has none. */
function decidersOf(example: string): ReadonlySet<string> {
  const [header = [], ...lines] = example.split('|').map((line) => line.trim().split(';'))
  const titles = header.join('') === '' ? null : header
  return deciding((heard) => classifyColumns(titles, lines, heard)).names
}

test.each(rules.map(({ name, example }) => [name, example]))('%s', (name, example) => {
  expect([...decidersOf(example)]).toContain(name)
})

test('no two rules have one name, and no step comes twice', () => {
  const names = rules.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  const inOrder = rowsOf('rules')
    .map(([step]) => step)
    .filter((step, at, all) => step !== all[at - 1])
  expect([...new Set(inOrder)]).toEqual(inOrder)
})

test('every condition is asked for', () => {
  const asked = rowsOf('rules')
    .flatMap((row) => row.slice(2, 6))
    .join(' ')
  const words = new Set(asked.match(/[a-z_]+/g))
  expect(Object.keys(conditions).filter((name) => !words.has(name))).toEqual([])
})
