// Every table with rows of accounts loses them when one is deleted, or stands in a list here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesBy, whatStays } from '../../src/retention/what-stays.ts'
import { sentence } from '../../src/words/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

/** What stays of a deleted account: why, and until when. */
const kept: Record<string, string> = {
  'privacy.account_recipient': 'which suppliers were told of it, as long as the record',
  'privacy.account_deletion': 'the record and its certificate, five years; monthly counts, ten',
}

/** Tables of accounts that name them otherwise, and how their rows go. */
const otherwise: Record<string, string> = {
  'accounts.user.last_account_id': 'privacy.delete_users',
  'notifications.mail.for_account': 'privacy.delete_mails',
  'sending.intent.account_ids': 'closed within minutes: nothing of a leaving account is claimed',
  'sending.restoration.by_account': 'counts of a restored database, by account id',
}

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await db.close()
})

type Column = { table: string; column: string; isSecured: boolean; hasPolicy: boolean }

async function columnsOfAccounts(): Promise<Column[]> {
  const { rows } = await db.asSuperuser((client) =>
    client.query<Column>(`
      select n.nspname || '.' || c.relname as table, a.attname as column,
        c.relforcerowsecurity as "isSecured",
        exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'leaving_rows')
          as "hasPolicy"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and a.attname ~ 'account' and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'graphile_worker')
        and format_type(a.atttypid, a.atttypmod) ~ 'uuid|json'
      order by 1, 2`),
  )
  return rows
}

test('the deletion of an account reaches each table that has rows of accounts', async () => {
  const columns = await columnsOfAccounts()
  const own = columns.filter(({ column }) => column === 'account_id')
  expect(own.length).toBeGreaterThan(80)
  const unreached = own.filter(
    ({ table, isSecured, hasPolicy }) => isSecured && !hasPolicy && !(table in kept),
  )
  expect(unreached.map(({ table }) => table)).toEqual([])
  expect(Object.keys(kept).filter((name) => !own.some(({ table }) => table === name))).toEqual([])
})

test('a column that names an account otherwise is known, and how it goes', async () => {
  const names = (await columnsOfAccounts())
    .filter(({ column }) => column !== 'account_id')
    .map(({ table, column }) => `${table}.${column}`)
  expect(names).toEqual(Object.keys(otherwise).sort())
})

test('each table with rows of accounts has its period, or the reason why its rows stay', async () => {
  const tables = (await columnsOfAccounts())
    .filter(({ column }) => column === 'account_id')
    .map(({ table }) => table)
  // Add it to `src/retention/what-stays.ts`: the page of retention periods says what stays and why.
  expect(tables.filter((table) => !goesBy.has(table))).toEqual([])
  expect([...goesBy.keys()].filter((table) => !tables.includes(table))).toEqual([])
  for (const language of ['en', 'fr'] as const) {
    for (const what of whatStays) {
      const told = [what, `${what}.why`].map((key) => sentence(language, `retention.stays.${key}`))
      expect([what, told.includes(null)]).toEqual([what, false])
    }
  }
})
