// Every column of the live catalogue has its label, and no label is of a column that is gone.
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
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

/** Rooms whose rows name a person and hold nothing that is theirs to get or to have erased. */
const withoutHolder: Record<string, string> = {}

test('every room with data of a person answers when that person asks or is erased', () => {
  const { dataMaps, holders } = roomsOnPaper()
  const holding = new Set(holders.map(({ room }) => room))
  const personal = new Set(['direct', 'linkable', 'special', 'financial', 'attribute'])
  const rooms = new Set<string>()
  for (const [table, labels] of dataMaps.flatMap((map) => Object.entries(map))) {
    const isOfPerson = 'subject_id' in labels
    const holdsData = Object.values(labels).some(({ kind }) => personal.has(kind))
    if (isOfPerson && holdsData) rooms.add(table.split('.')[0] ?? '')
  }
  expect(rooms.size).toBeGreaterThan(2)
  expect([...rooms].filter((room) => !holding.has(room) && !(room in withoutHolder))).toEqual([])
})
