// Whatever a table holds of a person stands in their answer: a marker in each column, found again.
import { buffer } from 'node:stream/consumers'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import type { AccountId } from '../../src/kernel/index.ts'
import { pdfOf, readPage } from '../../src/paper/index.ts'
import { readHeldRows } from '../../src/preferences/answer/held-store.ts'
import { type HeldTable, tablesOfPeople } from '../../src/preferences/answer/held-tables.ts'
import { sayValue, type ValueReader, whyOf } from '../../src/preferences/answer/held-value.ts'
import {
  leftOutColumns,
  leftOutEverywhere,
  leftOutTables,
} from '../../src/preferences/answer/left-out.ts'
import { tablesHtml } from '../../src/preferences/answer/tables-html.ts'
import { capital, pageText } from '../../src/preferences/html.ts'
import { heldTableNames, heldValues, whyOfColumn, whysTranslated } from '../../src/words/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { loosen, markerOf, type Planted } from '../support/plant-rows.ts'
import { allTags, dense, faultsOf, readPdf } from '../support/read-pdf.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
}, 120_000)
afterAll(() => db?.close())

const uuid = (last: number) => `019bbbbb-0000-7000-8000-${String(last).padStart(12, '0')}`
const accountId = uuid(1) as AccountId
const keys = {
  subjectId: uuid(2),
  contactId: uuid(3),
  numberTag: Buffer.alloc(16, 7),
  suppressionTag: Buffer.alloc(16, 9),
}
const messageId = uuid(4)
const entryId = uuid(5)
const { dataMaps } = roomsOnPaper()

/** Tables that name people who are no contacts: users of the account, whoever was invited. */
const ofOthers: Readonly<Record<string, string>> = {
  'accounts.user': 'users',
  'accounts.membership': 'users',
  'accounts.session': 'users',
  'accounts.factor': 'users',
  'accounts.recovery_code': 'users',
  'accounts.codes_voided': 'users',
  'accounts.password_reset': 'users',
  'accounts.email_change': 'users',
  'accounts.half_session': 'users',
  'accounts.token': 'users',
  'accounts.invitation': 'users',
  'accounts.code': 'users',
  'privacy.account_deletion': 'users who asked for it',
  'privacy.account_recipient': 'suppliers, told of an account that is gone and of nobody in it',
  'privacy.undo_link': 'users who asked for it',
  'privacy.erasure_recipient': 'whoever was erased: numbers to be erased at a supplier, sealed',
  'disclosure.breach_step': 'users who took the step',
  'accountability.entry': 'users, in what colleagues and counsel wrote',
  'accountability.installation_entry': 'users, in what staff and counsel wrote',
  'accounts.idempotency': 'what a program of the account asked for, for a day',
  'accounts.passkey_challenge': 'users, for five minutes',
  'notifications.notice': 'users',
  'notifications.seen': 'users',
  'notifications.choice': 'users',
  'notifications.mail': 'users; a code by e-mail to a person, in a trial account for a week',
  'vault.page': 'keys',
  'sensitive.legal_basis': 'the reason of a kind of data, of nobody alone',
  'intake.import': 'whole files, sealed; what came of them stands row by row',
  'intake.known_source': 'how the columns of a file were read',
  'consent.suppression_log': 'a check of the whole list of objections',
  'sending.terms': 'what many messages have in common; each message stands with its text',
  'campaigns.campaign': 'who prepared it: users',
  'campaigns.approval_request': 'users',
  'campaigns.recurring': 'users',
  'campaigns.template_version': 'users',
}

test('each table that holds something of people is read, or left out for a reason', () => {
  const read = new Set(tablesOfPeople(dataMaps).map(({ table }) => table))
  const unread = dataMaps
    .flatMap((map) => Object.entries(map))
    .filter(([, labels]) => Object.values(labels).some(({ kind }) => kind !== 'none'))
    .map(([table]) => table)
    .filter((table) => !read.has(table) && !(table in leftOutTables) && !(table in ofOthers))
  expect(unread).toEqual([])
})

test('no reason stands for a table or a column that is gone', () => {
  const all = new Map(dataMaps.flatMap((map) => Object.entries(map)))
  expect(Object.keys(leftOutTables).filter((table) => !all.has(table))).toEqual([])
  const gone = Object.keys(leftOutColumns).filter((name) => {
    const [room, table, column] = name.split('.')
    return !(column !== undefined && column in (all.get(`${room}.${table}`) ?? {}))
  })
  expect(gone).toEqual([])
})

/** An hour to the second, so that no two markers read alike. */
const reader: ValueReader = {
  language: 'fr',
  day: (at) => new Date(at).toLocaleDateString('fr-FR', { timeZone: 'UTC', dateStyle: 'long' }),
  moment: (at) => new Date(at).toLocaleString('fr-FR', { timeZone: 'UTC' }),
}

const shownColumns = () =>
  tablesOfPeople(dataMaps).flatMap((held) =>
    Object.keys(held.labels)
      .filter((column) => !leftOutEverywhere.has(column))
      .filter((column) => !(`${held.table}.${column}` in leftOutColumns))
      .map((column) => ({ held, column, name: `${held.table}.${column}` })),
  )

test('each column of a person is told in both languages, and each table has its name', () => {
  const columns = shownColumns()
  expect(columns.length).toBeGreaterThan(200)
  for (const { held, column, name } of columns) {
    const why = held.labels[column]?.why ?? ''
    const french = whyOf(held, column, 'fr')
    expect([name, french]).toEqual([name, expect.stringMatching(/\S/)])
    expect([name, french === why]).toEqual([name, false])
    expect([name, whyOfColumn('en', why)]).toEqual([name, why])
  }
  const named = new Set(tablesOfPeople(dataMaps).map(({ table }) => table))
  expect(Object.keys(heldTableNames).sort()).toEqual([...named].sort())
  const told = new Set(columns.map(({ held, column }) => held.labels[column]?.why))
  expect(whysTranslated.filter((why) => !told.has(why))).toEqual([])
})

test('each code that the database allows in a row of a person has its word in both languages', async () => {
  const shown = new Set(shownColumns().map(({ name }) => name))
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ table: string; rule: string }>(
      `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as rule
       from pg_constraint where contype = 'c'`,
    ),
  )
  let checked = 0
  for (const { table, rule } of rows) {
    const [, column, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(rule) ?? []
    const name = `${table}.${column}`
    if (list === undefined || !shown.has(name)) continue
    for (const [, code = ''] of list.matchAll(/'([^']+)'::text/g)) {
      checked += 1
      const word = heldValues[name]?.[code]
      expect([name, code, word?.fr, word?.en]).toEqual([
        ...[name, code, expect.stringMatching(/\S/), expect.stringMatching(/\S/)],
      ])
    }
  }
  expect(checked).toBeGreaterThan(60)
})

type Column = { name: string; type: string }
const wayValue = (way: HeldTable['way']): unknown =>
  ({
    ...{ subject_id: keys.subjectId, contact_id: keys.contactId, number_tag: keys.numberTag },
    ...{ tag: keys.suppressionTag, message_id: messageId, entry_id: entryId },
  })[way]

async function plantRow(client: pg.Client, { table, way }: HeldTable): Promise<Planted[]> {
  const [schema, name] = table.split('.')
  const { rows: columns } = await client.query<Column>(
    `select column_name as name, udt_name as type from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_generated = 'NEVER'`,
    [schema, name],
  )
  const planted = columns.map(({ name: column, type }): Planted => {
    if (column === 'account_id') return { table, column, value: accountId }
    if (column === way) return { table, column, value: wayValue(way) }
    if (table === 'sending.message' && column === 'id') return { table, column, value: messageId }
    if (table === 'consent.entry_body' && column === 'entry_id') {
      return { table, column, value: entryId }
    }
    return { table, column, value: markerOf(type) }
  })
  const names = planted.map(({ column }) => `"${column}"`).join(', ')
  const places = planted.map((_, index) => `$${index + 1}`).join(', ')
  await client.query(
    `insert into ${table} (${names}) overriding system value values (${places})`,
    planted.map(({ value }) => value),
  )
  return planted
}

async function plantAll(tables: readonly HeldTable[]): Promise<Planted[]> {
  return db.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    // A column that nobody has thought of: it is shown without a word of ours.
    await client.query('alter table contacts.contact add column never_heard_of text')
    const planted: Planted[] = []
    for (const table of tables) {
      await loosen(client, table.table)
      planted.push(...(await plantRow(client, table)))
    }
    return planted
  })
}

const asJson = (value: unknown): string =>
  Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value)

const isSame = (held: unknown, value: unknown): boolean => {
  if (Array.isArray(value)) return isSame((held as unknown[])[0], value[0])
  if (typeof value === 'string' && value.startsWith('{'))
    return JSON.stringify(held) === value.replaceAll(' ', '')
  if (typeof value === 'string' && /^2031-.*Z$/.test(value)) {
    return Date.parse(String(held)) === Date.parse(value)
  }
  return asJson(held) === asJson(value)
}

test('a marker in each column of each table is in the page, in the PDF and in the file for programs', async () => {
  const tables = tablesOfPeople(dataMaps)
  expect(tables.length).toBeGreaterThan(25)
  const planted = await plantAll(tables)
  const held = await db.database.inAccount(accountId, (tx) =>
    readHeldRows(tx, accountId, tables, keys),
  )
  const body = tablesHtml(held, reader)
  const html = pageText({ language: 'fr', title: 'Réponse', other: null, brand: null, body })
  const json = JSON.parse(JSON.stringify(held)) as {
    table: string
    rows: Record<string, unknown>[]
  }[]
  const pdf = await readPdf(await buffer(pdfOf(readPage(html), Date.UTC(2026, 10, 30))))
  const printed = dense(pdf.text)
  const missing: string[] = []
  for (const { table, column, value } of planted) {
    const name = `${table}.${column}`
    const row = json.find((one) => one.table === table)?.rows[0]
    if (leftOutEverywhere.has(column) || name in leftOutColumns) {
      expect([name, row !== undefined && column in row]).toEqual([name, false])
      continue
    }
    const found = row?.[column]
    const text = sayValue({ table, column }, found, reader)
    const inHtml = html.includes(text.replaceAll('"', '&quot;')) && html.includes(column)
    const inPdf = printed.includes(dense(text)) && printed.includes(column)
    if (!isSame(found, value) || !inHtml || !inPdf) missing.push(`${name}: ${text}`)
  }
  expect(missing).toEqual([])
  // Whoever reads French meets no English reason in it.
  const plain = html.replaceAll('&#39;', "'").replaceAll('&quot;', '"')
  for (const { held: one, column } of shownColumns()) {
    const why = capital(one.labels[column]?.why ?? '')
    const isThere = plain.includes(`<th scope="row">${why}\n`)
    expect([one.table, column, isThere]).toEqual([one.table, column, false])
    expect(plain).toContain(`<th scope="row">${capital(whyOf(one, column, 'fr') ?? '')}\n`)
  }
  for (const { en } of Object.values({ ...leftOutColumns, ...leftOutTables })) {
    expect(plain).not.toContain(capital(en))
  }
  expect(plain).not.toMatch(/ lang="en"/)
  expect(html).toContain('never_heard_of')
  // What is left out is told with its reason, in both.
  for (const { fr } of Object.values(leftOutColumns)) {
    expect(html).toContain(capital(fr))
    expect(printed).toContain(dense(capital(fr)))
  }
  expect(printed).toContain('never_heard_of')
  // Each row is a table whose cells are named by their column, read aloud as well as seen.
  const tags = pdf.pages.flatMap((page) => allTags(page.tags))
  const roles = new Set(tags.map(({ role }) => role))
  for (const role of ['H2', 'H3', 'P', 'L', 'Table', 'TR', 'TH', 'TD']) {
    expect(roles).toContain(role)
  }
  // This page is the rows alone, without the title that the whole answer begins with.
  expect(faultsOf(pdf).filter((fault) => fault !== 'not one first heading')).toEqual([])
}, 60_000)
