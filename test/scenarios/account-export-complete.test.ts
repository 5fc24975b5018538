// Whatever a table holds of an account stands in its archive: a marker in each column, found again.
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import type { AccountId, SubjectId } from '../../src/kernel/index.ts'
import {
  type ExportedTable,
  exportedTables,
  type OpenedColumn,
} from '../../src/privacy/account-export/exported-tables.ts'
import {
  hexColumns,
  leftOutColumns,
  leftOutTables,
} from '../../src/privacy/account-export/left-out.ts'
import { readMe } from '../../src/privacy/account-export/readme.ts'
import { exportTable } from '../../src/privacy/account-export/write-tables.ts'
import type { SubjectKeys } from '../../src/vault/index.ts'
import { type ConsentFixture, consentFixture } from '../support/consent-fixture.ts'
import { isThere, loosen, markerOf } from '../support/plant-rows.ts'

let here: ConsentFixture
let accountId: AccountId
let keys: SubjectKeys
beforeAll(async () => {
  here = await consentFixture()
  accountId = here.caller.accountId
  keys = await here.test.database.inAccount(accountId, async (tx) => {
    const [made] = await here.vault.createSubjects(tx, accountId, 1)
    if (made === undefined) throw new Error('a person was made')
    return made
  })
}, 120_000)
afterAll(() => here?.close())

const deps = () => ({ database: here.test.database, vault: here.vault })

type Column = { table: string; name: string; type: string }
const columnsOfAccounts = () =>
  here.test.asSuperuser(async (client) => {
    const { rows } = await client.query<Column>(
      `select n.nspname || '.' || c.relname as table, a.attname as name, y.typname as type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type y on y.oid = a.atttypid
       where c.relkind in ('r', 'p') and a.attgenerated = '' and exists (
         select from pg_attribute o where o.attrelid = c.oid and o.attname = 'account_id')
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       order by 1, a.attnum`,
    )
    return rows
  })

test('each table of accounts is in the archive, or left out for a reason', async () => {
  const tables = new Set((await columnsOfAccounts()).map(({ table }) => table))
  const untold = [...tables].filter(
    (table) => !(table in exportedTables) && !leftOutTables.has(table) && !staging(table),
  )
  expect(untold).toEqual([])
  const gone = [...Object.keys(exportedTables), ...leftOutTables.keys()]
  expect(gone.filter((table) => !tables.has(table))).toEqual([])
  expect(Object.keys(exportedTables).filter((table) => leftOutTables.has(table))).toEqual([])
})

/** What a COPY lands in for the length of one transaction. */
const staging = (table: string) => table.endsWith('_staging') || table.endsWith('_landing')

test('each sealed, secret or keyed column is opened, written as it is, or left out for a reason', async () => {
  const labels = new Map(roomsOnPaper().dataMaps.flatMap((map) => Object.entries(map)))
  const all = (await columnsOfAccounts()).filter(({ table }) => table in exportedTables)
  const undecided = all.filter(({ table, name, type }) => {
    const full = `${table}.${name}`
    const how = exportedTables[table]
    const isDecided =
      how?.opened?.[name] !== undefined ||
      how?.files?.includes(name) === true ||
      leftOutColumns.has(full)
    const isSecret = labels.get(table)?.[name]?.kind === 'secret'
    if (isSecret) return !leftOutColumns.has(full)
    return type === 'bytea' && !isDecided && !hexColumns.has(full)
  })
  expect(undecided).toEqual([])
  const known = new Set(all.map(({ table, name }) => `${table}.${name}`))
  const told = [...leftOutColumns.keys(), ...hexColumns]
  expect(told.filter((full) => !known.has(full))).toEqual([])
})

const messageId = '019bbbbb-0000-7000-8000-000000009999'

function sealAt(table: string, column: string, how: OpenedColumn, row: Map<string, unknown>) {
  const marker = `marker of ${table}.${column}`
  const plain = Buffer.from(marker, 'utf8')
  const named = how.row.map((name) => {
    const value = row.get(name)
    return Buffer.isBuffer(value) ? value.toString('hex') : String(value)
  })
  const context = { table: how.table ?? table, column, rowId: named.join(' ') }
  const { vault } = here
  const sealed = {
    account: () => vault.sealForAccount(accountId, context, plain),
    installation: () => vault.sealForInstallation(context, plain),
    contact: () => vault.sealContact(keys, accountId, context, plain),
    proof: () => vault.sealProof(keys, accountId, context, plain),
  }[how.by]()
  return { sealed, marker }
}

const breachId = '019bbbbb-0000-7000-8000-000000007777'
/** What leads from the row of one table to that of another. */
const linkOf = (how: ExportedTable, column: string) =>
  column === how.of?.by ? messageId : column === 'breach_id' ? breachId : null

type Planted = { table: string; column: string; value: unknown; isOpened: boolean }

async function plant(
  client: pg.Client,
  table: string,
  how: ExportedTable,
  columns: readonly Column[],
): Promise<Planted[]> {
  await loosen(client, table)
  const row = new Map<string, unknown>()
  const keyIn = new Set(Object.values(how.opened ?? {}).map((one) => one.keyIn))
  for (const { name, type } of columns) {
    if (name === 'account_id') row.set(name, accountId)
    else if (name === 'subject_id' || keyIn.has(name)) row.set(name, keys.subjectId as SubjectId)
    else row.set(name, linkOf(how, name) ?? markerOf(type))
  }
  const markers = new Map<string, string>()
  for (const [column, opened] of Object.entries(how.opened ?? {})) {
    const { sealed, marker } = sealAt(table, column, opened, row)
    row.set(column, sealed)
    markers.set(column, marker)
  }
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  await client.query(`delete from ${table} where account_id = $1`, [accountId])
  await client.query(
    `insert into ${table} (${names}) overriding system value values (${places})`,
    columns.map(({ name }) => row.get(name)),
  )
  return columns.map(({ name: column }) => ({
    ...{ table, column, isOpened: markers.has(column) },
    value: markers.get(column) ?? row.get(column),
  }))
}

/** Quoted cells hold commas and quotes, and no line of ours has a line break in it. */
function cellsOf(line: string): string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []
  return cells
    .map((cell) => cell.replace(/,$/, ''))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}

test('a marker in each column of each table is in its file, sealed ones opened', async () => {
  const columns = await columnsOfAccounts()
  const planted = await here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    // A column that nobody has thought of.
    await client.query('alter table campaigns.policy add column never_heard_of text')
    columns.push({ table: 'campaigns.policy', name: 'never_heard_of', type: 'text' })
    const of = (table: string) => columns.filter((one) => one.table === table)
    await plant(client, 'sending.message', { theme: 'messages' }, of('sending.message'))
    await client.query('update sending.message set id = $1 where account_id = $2', [
      messageId,
      accountId,
    ])
    const all: Planted[] = []
    for (const [table, how] of Object.entries(exportedTables)) {
      all.push(...(await plant(client, table, how, of(table))))
    }
    return all
  })
  const missing: string[] = []
  for (const [table, how] of Object.entries(exportedTables)) {
    const parts = new Map<string, Buffer>()
    for await (const { path, bytes } of exportTable(deps(), accountId, { table, how })) {
      parts.set(path, Buffer.from(bytes))
    }
    const [head = '', line = ''] = (parts.get(`${how.theme}/${table}/000000.csv`) ?? '')
      .toString()
      .replace('\uFEFF', '')
      .split('\r\n')
    const [titles, cells] = [cellsOf(head), cellsOf(line)]
    for (const { column, value, isOpened } of planted.filter((one) => one.table === table)) {
      const place = titles.indexOf(column)
      if (column === 'account_id' || leftOutColumns.has(`${table}.${column}`)) {
        expect([table, column, place]).toEqual([table, column, -1])
        continue
      }
      const cell = place < 0 ? null : (cells[place] ?? null)
      const isFile = how.opened?.[column]?.as === 'file' || how.files?.includes(column) === true
      const held = isFile ? parts.get(cell ?? '') : cell
      if (!isHeld(held ?? null, value, isOpened)) missing.push(`${table}.${column}: ${cell}`)
    }
  }
  expect(missing).toEqual([])
}, 120_000)

function isHeld(held: string | Buffer | null, value: unknown, isOpened: boolean): boolean {
  if (held === null) return false
  if (Buffer.isBuffer(held))
    return isOpened ? held.toString() === value : held.equals(value as Buffer)
  if (isOpened) return held === value
  if (Buffer.isBuffer(value)) return held === value.toString('hex')
  const isJson = Array.isArray(value) || (typeof value === 'string' && value.startsWith('{'))
  return isThere(isJson ? JSON.parse(held) : held, value)
}

test('of a breach that the account was not told of nothing is said', async () => {
  const table = 'disclosure.breach_account'
  const how = exportedTables[table]
  if (how === undefined) throw new Error('it is exported')
  const partsOf = async () => {
    const parts: string[] = []
    for await (const { path } of exportTable(deps(), accountId, { table, how })) parts.push(path)
    return parts.length
  }
  expect(await partsOf()).toBe(1)
  await here.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from disclosure.breach_notice where account_id = $1', [accountId])
  })
  expect(await partsOf()).toBe(0)
})

test('a row of another account is in no part', async () => {
  const other = '019bbbbb-0000-7000-8000-000000008888' as AccountId
  for (const [table, how] of Object.entries(exportedTables)) {
    const parts: string[] = []
    for await (const { path } of exportTable(deps(), other, { table, how })) parts.push(path)
    expect([table, parts]).toEqual([table, []])
  }
})

test.each(['fr', 'en'] as const)('the page in %s names each folder and each reason', (language) => {
  const page = readMe({ language }, { name: 'Lumen & Cie', at: 0, hasSensitive: false })
  expect(page).toContain(`<html lang="${language}">`)
  expect(page).toContain('Lumen &amp; Cie')
  for (const { theme } of Object.values(exportedTables)) expect(page).toContain(`>${theme}<`)
  for (const name of [...leftOutTables.keys(), ...leftOutColumns.keys()]) {
    expect(page).toContain(name)
  }
})
