// A migration that changes rows of accounts takes the force off their table: the owner, who applies
// it, may write none of them else, and it would change nothing without a word.
import { expect, test } from 'vitest'
import { readTree } from './tree.ts'

const tree = readTree()
const folder = 'src/storage/migrations/'

/** What each of them was to do, another one has done since. */
const mended = [
  '20261126T1101_sensitive_value_by_import.sql',
  '20261201T2240_campaigns_test_numbers_without_code.sql',
]

const schema = tree.find(({ path }) => path === 'docs/reference/schema.sql')?.text ?? ''
const forced = new Set(
  schema.split(/^table /m).flatMap((told) => {
    const [name = ''] = told.split('\n')
    return told.includes('row-level security, forced') ? [name] : []
  }),
)

const changes = (text: string): string[] =>
  [...text.matchAll(/^(?:update|delete from)\s+([a-z_]+\.[a-z_]+)/gm)].map(
    ([, table = '']) => table,
  )

test('a migration that changes rows of accounts takes the force off their table', () => {
  const migrations = tree.filter(({ path }) => path.startsWith(folder))
  expect([forced.size > 50, migrations.length > 50]).toEqual([true, true])
  const without = migrations.flatMap(({ path, text }) =>
    changes(text).flatMap((table) => {
      if (!forced.has(table)) return []
      const isFree = text.includes(`alter table ${table} no force row level security`)
      return isFree ? [] : [path.slice(folder.length)]
    }),
  )
  expect(without).toEqual(mended)
})
