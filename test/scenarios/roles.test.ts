// What the running server may do in its database: durable, one account at a time, and never more.
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { runEverything } from '../support/whole-run.ts'

const shop = 'Boutique des Tilleuls'
let accord: Accord
let tables: Table[]
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  // Both accounts have rows: what one of them sees is told apart from what there is.
  const people = [{ firstName: 'Zoé', lastName: 'Fictive', number: '+33639981001' }]
  await runEverything(accord, accord.accounts[0].token, people, {
    campaign: `${shop} : bonjour {first_name}, -20 % samedi.`,
    alert: 'Votre commande est prête au comptoir.',
    reply: 'STOP',
  })
  await accord.call(accord.accounts[1].token, 'POST', '/v1/contacts', { number: '+33639981002' })
  tables = await as(superuser, tablesOf)
})
afterAll(() => accord.stop())

type Table = { name: string; hasAccount: boolean; isStaging: boolean }
type Work<T> = (client: pg.Client) => Promise<T>

/** The socket of the running server itself. */
const as = <T>(user: string, work: Work<T>): Promise<T> =>
  withClient(
    {
      host: join(accord.config.dataFolder, 'run'),
      port: 5432,
      database: 'accord',
      ssl: false,
    },
    { user },
    work,
  )

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id'
        and not a.attisdropped) as "hasAccount",
      c.relpersistence = 'u' as "isStaging"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
      and n.nspname not in ('information_schema', 'graphile_worker')
    order by 1`)
  return rows
}

/** Rows seen; null where the role may not read at all. */
async function seen(client: pg.Client, table: string): Promise<number | null> {
  try {
    const { rows } = await client.query<{ count: number }>(`select count(*) from ${table}`)
    return Number(rows[0]?.count)
  } catch (error) {
    expect((error as { code?: string }).code).toBe('42501')
    return null
  }
}

const serverRoles = ['accord_app', 'accord_engine', 'accord_jobs'] as const

test('fsync, full_page_writes and synchronous_commit are on in the running server, for each role', async () => {
  for (const role of serverRoles) {
    const rows = await as(role, async (client) => {
      const settings = ['fsync', 'full_page_writes', 'synchronous_commit']
      const asked = settings.map((name) => `current_setting('${name}') as ${name}`)
      return (await client.query(`select ${asked.join(', ')}`)).rows
    })
    expect(rows).toEqual([{ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }])
  }
})

test('without an account set the application reads no row of any account', async () => {
  const ofAccounts = tables.filter(({ hasAccount, isStaging }) => hasAccount && !isStaging)
  expect(ofAccounts.length).toBeGreaterThan(25)
  const there = await as(superuser, async (client) => {
    const counts = new Map<string, number>()
    for (const { name } of ofAccounts) counts.set(name, (await seen(client, name)) ?? 0)
    return counts
  })
  // Most have rows to be seen: an empty table would prove nothing.
  expect([...there.values()].filter((count) => count > 0).length).toBeGreaterThan(20)
  const [first, second] = accord.accounts
  await as('accord_app', async (client) => {
    for (const setting of ['', 'reset']) {
      if (setting === 'reset') {
        await client.query(`select set_config('accord.account_id', '', false)`)
      }
      for (const { name } of ofAccounts) {
        expect([name, (await seen(client, name)) ?? 0]).toEqual([name, 0])
      }
    }
    // With one set it sees that account's rows, and each has that account's id.
    let rowsSeen = 0
    for (const account of [first.id, second.id]) {
      await client.query(`select set_config('accord.account_id', $1, false)`, [account])
      for (const { name } of ofAccounts) {
        const count = await seen(client, name)
        if (count === null) continue
        rowsSeen += count
        const others = await client.query(`select from ${name} where account_id <> $1`, [account])
        expect([name, others.rowCount]).toEqual([name, 0])
      }
    }
    expect(rowsSeen).toBeGreaterThan(20)
  })
})

test('every table with an account is behind forced row-level security, staging apart', async () => {
  const { rows } = await as(superuser, (client) =>
    client.query<{ name: string; open: boolean }>(`
      select format('%I.%I', n.nspname, c.relname) as name,
        not (c.relrowsecurity and c.relforcerowsecurity) as open
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')`),
  )
  const open = new Set(rows.filter((row) => row.open).map(({ name }) => name))
  const closed = await as('accord_app', async (client) => {
    const names: string[] = []
    for (const { name } of tables) if ((await seen(client, name)) === null) names.push(name)
    return names
  })
  // What the application may not read at all needs no policy for it.
  const without = tables.filter(
    ({ hasAccount, name }) => hasAccount && open.has(name) && !closed.includes(name),
  )
  // A landing place for COPY: it has sealed rows of a batch for the length of a transaction.
  expect(without.filter(({ isStaging }) => !isStaging).map(({ name }) => name)).toEqual([])
  for (const { name } of without) {
    expect([name, await as(superuser, (client) => seen(client, name))]).toEqual([name, 0])
  }
})

test('the server’s roles own nothing, bypass nothing, and belong to no stronger role', async () => {
  const { rows } = await as(superuser, (client) =>
    client.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (select count(*)::int from pg_class where relowner = r.oid
            and relnamespace not in (select oid from pg_namespace where nspname = 'graphile_worker'
              or nspname like 'pg_temp%' or nspname like 'pg_toast%')) as owned,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = any($1) order by rolname`,
      [[...serverRoles]],
    ),
  )
  const weak = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    owned: 0,
    memberships: 0,
  }
  expect(rows).toEqual(serverRoles.map((rolname) => ({ rolname, ...weak })))
})

test('the application cannot turn row-level security off, change a policy, or make a table', async () => {
  const attempts = (table: string) => [
    `alter table ${table} disable row level security`,
    `alter table ${table} no force row level security`,
    `drop policy account_rows on ${table}`,
    `create policy mine on ${table} using (true)`,
    `alter table ${table} owner to accord_app`,
    `drop table ${table}`,
    `create trigger mine before insert on ${table} execute function storage.refuse_change()`,
  ]
  const elsewhere = [
    'set role accord_owner',
    `set role ${superuser}`,
    'set session authorization accord_owner',
    'alter role accord_app bypassrls',
    'alter role accord_app superuser',
    'create role mine',
    'create table contacts.mine (a int)',
    'create table public.mine (a int)',
    'create schema mine',
    'create function contacts.mine() returns int language sql as $$ select 1 $$',
    `copy (select 1) to program 'cat'`,
    `select pg_read_file('/etc/passwd')`,
  ]
  await as('accord_app', async (client) => {
    const first = tables.filter(({ hasAccount }) => hasAccount)
    for (const sql of [...first.flatMap(({ name }) => attempts(name)), ...elsewhere]) {
      const answer = await client.query(sql).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
      const refused = ['42501', '42704', '0LP01', '42809']
      expect([sql, refused.includes(String(answer)) ? 'refused' : answer]).toEqual([sql, 'refused'])
    }
    // What PostgreSQL offers for looking past policies is an error for it, and never the rows.
    await client.query('set row_security = off')
    await expect(client.query('select from contacts.contact')).rejects.toMatchObject({
      code: '42501',
    })
  })
})

test('the engine, which works over all accounts, reads no column that holds a person’s data', async () => {
  const kinds = new Map<string, string>()
  for (const map of roomsOnPaper().dataMaps) {
    for (const [table, labels] of Object.entries(map)) {
      for (const [column, { kind }] of Object.entries(labels)) kinds.set(`${table}.${column}`, kind)
    }
  }
  const { rows } = await as(superuser, (client) =>
    client.query<{ name: string }>(`
      select table_schema || '.' || table_name || '.' || column_name as name
      from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and has_column_privilege('accord_engine', format('%I.%I', table_schema, table_name),
          column_name, 'select')`),
  )
  expect(rows.length).toBeGreaterThan(20)
  const personal = ['direct', 'special', 'financial']
  const read = rows.filter(({ name }) => personal.includes(kinds.get(name) ?? 'direct'))
  expect(read).toEqual([])
})
