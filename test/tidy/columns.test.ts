// Every column of the live catalogue has its label, and no label is of a column that is gone.
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DataMap } from '../../src/kernel/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await db.close()
})

async function labelled(): Promise<string[]> {
  const columns: string[] = []
  for (const room of readdirSync('src')) {
    if (!readdirSync(`src/${room}`).includes('data-map.ts') || room === 'kernel') continue
    const module = (await import(`../../src/${room}/data-map.ts`)) as Record<string, DataMap>
    for (const map of Object.values(module)) {
      for (const [table, labels] of Object.entries(map)) {
        for (const column of Object.keys(labels)) columns.push(`${table}.${column}`)
      }
    }
  }
  return columns.sort()
}

async function existing(): Promise<string[]> {
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ name: string }>(`
      select table_schema || '.' || table_name || '.' || column_name as name
      from information_schema.columns join information_schema.tables
        using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema !~ '^pg_'
        and table_schema not in ('information_schema', 'graphile_worker')`),
  )
  return rows.map(({ name }) => name).sort()
}

test('every column has a label, and every label a column', async () => {
  const [labels, columns] = [await labelled(), await existing()]
  expect({
    withoutLabel: columns.filter((column) => !labels.includes(column)),
    withoutColumn: labels.filter((label) => !columns.includes(label)),
  }).toEqual({ withoutLabel: [], withoutColumn: [] })
})
