// The runner of migrations: forward only, once, whatever starts at the same time.
import { afterEach, expect, test } from 'vitest'
import { emptyDatabase } from '../../test/support/database.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

type Empty = Awaited<ReturnType<typeof emptyDatabase>>
const made: Empty[] = []
afterEach(async () => {
  for (const each of made.splice(0)) await each.drop()
})

async function empty(): Promise<Empty> {
  const database = await emptyDatabase()
  made.push(database)
  return database
}

const migration = (name: string, text: string, sha256 = text): Migration => ({ name, text, sha256 })
const first = migration('20260101T0000_shop_a.sql', 'create schema shop; create table shop.a ()')
const second = migration('20260102T0000_shop_b.sql', 'create table shop.b ()')

test('twenty that start at once apply each migration once', async () => {
  const { address, logins } = await empty()
  const slow = migration('20260103T0000_shop_c.sql', 'select pg_sleep(0.2); create table shop.c ()')
  const all = await Promise.all(
    Array.from({ length: 20 }, () => migrate(address, logins.owner, [first, second, slow])),
  )
  expect(all.filter((applied) => applied.length > 0)).toEqual([
    [first.name, second.name, slow.name],
  ])
})

test('a start tells from which version to which, before it begins; a new database tells nothing', async () => {
  const { address, logins } = await empty()
  const told: unknown[] = []
  const bring = (migrations: Migration[]) =>
    migrate(address, logins.owner, migrations, (step) => told.push(step))
  await bring([first])
  expect(told).toEqual([])
  await bring([first, second])
  await bring([first, second])
  expect(told).toEqual([{ from: '20260101T0000', to: '20260102T0000', steps: 1 }])
})

test('a migration that fails is undone whole, those before it stay', async () => {
  const { address, logins, asSuperuser } = await empty()
  const wrong = migration(
    '20260103T0000_shop_c.sql',
    'create table shop.c (); create table shop.a ()',
  )
  await expect(migrate(address, logins.owner, [first, wrong])).rejects.toMatchObject({
    code: 'storage.migration_failed',
  })
  const { rows } = await asSuperuser((client) =>
    client.query("select relname from pg_class where relnamespace = 'shop'::regnamespace"),
  )
  expect(rows).toEqual([{ relname: 'a' }])
  expect(await migrate(address, logins.owner, [first, second])).toEqual([second.name])
})

test('an edited migration stops the start and names the file', async () => {
  const { address, logins } = await empty()
  await migrate(address, logins.owner, [first])
  const edited = { ...first, sha256: 'other' }
  const starting = migrate(address, logins.owner, [edited, second])
  await expect(starting).rejects.toMatchObject({ code: 'storage.migration_edited' })
  await expect(starting).rejects.toThrow(first.name)
})

test('a schema newer than the program is refused', async () => {
  const { address, logins } = await empty()
  await migrate(address, logins.owner, [first, second])
  await expect(migrate(address, logins.owner, [first])).rejects.toMatchObject({
    code: 'storage.schema_newer',
  })
})

test('a migration of an earlier day that comes later is still applied', async () => {
  const { address, logins } = await empty()
  await migrate(address, logins.owner, [first, second])
  const between = migration('20260101T1200_shop_d.sql', 'create table shop.d ()')
  expect(await migrate(address, logins.owner, [first, between, second])).toEqual([between.name])
})

test('the files beside the runner are found, in order, and each name tells its room', () => {
  const names = readMigrations().map(({ name }) => name)
  expect(names[0]).toBe('20261125T0000_storage_ground.sql')
  expect(names).toEqual([...names].sort())
})

test('every table with an account that the server reads has forced row-level security', async () => {
  const { address, logins, asSuperuser } = await empty()
  await migrate(address, logins.owner)
  const { rows } = await asSuperuser((client) =>
    client.query<{ name: string }>(`
      select c.oid::regclass::text as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and has_table_privilege('accord_app', c.oid, 'select')
        and c.relname !~ '(^|_)(staging|staged)(_|$)'
      order by 1`),
  )
  expect(rows).toEqual([])
})

test('a migration that writes rows of accounts lifts the policies that would hide them from it', () => {
  const forced = new Set<string>()
  const blind: string[] = []
  const step =
    /^(?:select storage\.(account_table)\('|alter table (?=\S+ (no )?force row)|(update|insert into|delete from) )([a-z_]+\.[a-z_]+)/gm
  for (const { name, text } of readMigrations()) {
    for (const [, made, lifted, written, table = ''] of text.matchAll(step)) {
      if (written === undefined) forced[made === undefined && lifted ? 'delete' : 'add'](table)
      else if (forced.has(table)) blind.push(`${name}: ${table}`)
    }
  }
  // Its step is done by the migration before it.
  expect(blind).toEqual(['20261126T1101_sensitive_value_by_import.sql: sensitive.value'])
  expect(forced.size).toBeGreaterThan(40)
})
