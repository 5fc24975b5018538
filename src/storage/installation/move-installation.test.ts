// A whole installation out and in again: every row, sealed as it was, or nothing at all.
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { emptyDatabase, type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import type { AccountId } from '../../kernel/index.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { exportInstallation } from './export-installation.ts'
import { importInstallation, migrationsOfExport } from './import-installation.ts'
import type { Manifest } from './installation-manifest.ts'

const makeId = makeTestId()
const accounts = [makeId() as AccountId, makeId() as AccountId]
const exportedAt = Date.parse('2026-11-25T09:00:00Z')

const folders: string[] = []
const databases: TestDatabase[] = []
let from: TestDatabase
beforeAll(async () => {
  from = await newDatabase()
  await fill(from)
})
afterAll(async () => {
  for (const database of databases) await database.close()
  for (const folder of folders) removeTestFolder(folder)
})

const tables = `
  create schema shop;
  select storage.room_schema('shop');
  create table shop.zone (account_id uuid not null, id int not null, primary key (account_id, id));
  select storage.account_table('shop.zone', 'select, insert');
  create table shop.note (
    account_id uuid not null, id int not null, zone_id int not null, body_sealed bytea, words text,
    at timestamptz, size int generated always as (octet_length(words)) stored,
    number bigint generated always as identity,
    primary key (account_id, id),
    foreign key (account_id, zone_id) references shop.zone);
  select storage.account_table('shop.note', 'select, insert');
  create table shop.entry (
    account_id uuid not null, at int not null, previous int, primary key (account_id, at),
    foreign key (account_id, previous) references shop.entry);
  select storage.account_table('shop.entry', 'select, insert');
  select storage.append_only('shop.entry');
  create table shop.part (account_id uuid not null, day date not null, primary key (account_id, day))
    partition by range (day);
  create table shop.part_old partition of shop.part for values from ('2000-01-01') to ('2026-01-01');
  create table shop.part_new partition of shop.part for values from ('2026-01-01') to ('2100-01-01');
  create table shop.seeded (id int primary key, word text);
  insert into shop.seeded values (1, 'from the migration');`

async function newDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  databases.push(database)
  await database.asOwner((client) => client.query(tables))
  return database
}

async function fill(database: TestDatabase): Promise<void> {
  await database.asSuperuser(async (client) => {
    for (const account of accounts) {
      await client.query('insert into shop.zone values ($1, 7)', [account])
      await client.query(
        `insert into shop.note (account_id, id, zone_id, body_sealed, words, at)
         select $1, n, 7, sha256(n::text::bytea), $2, '2026-11-25 01:02:03.004+00'
         from generate_series(1, 500) n`,
        [account, 'Élodie\ttab\nline \\. "quoted" \\N 😀'],
      )
      await client.query('insert into shop.entry values ($1, 2, null), ($1, 1, 2)', [account])
      await client.query(`insert into shop.part values ($1, '2025-05-05'), ($1, '2026-06-06')`, [
        account,
      ])
    }
    await client.query(`update shop.seeded set word = 'changed since'`)
    await client.query(
      `select jobs.enqueue('shop.count', 'a', '{"input":{}}', '2040-01-01 00:00:00+00', 5)`,
    )
  })
}

function newFolder(): string {
  const folder = newTestFolder()
  folders.push(folder)
  return folder
}

async function exported(): Promise<string> {
  const folder = newFolder()
  await from.asOwner((client) => exportInstallation(client, { folder, exportedAt }))
  return folder
}

/** One digest for all rows of all tables, in order. */
async function digest(database: TestDatabase): Promise<string> {
  return database.asSuperuser(async (client) => {
    const hash = createHash('sha256')
    for (const table of ['zone', 'note', 'entry', 'part', 'seeded']) {
      const { rows } = await client.query(`select t::text as row from shop.${table} t order by 1`)
      hash.update(JSON.stringify(rows))
    }
    return hash.digest('hex')
  })
}

const into = (database: TestDatabase, folder: string) =>
  database.asOwner((client) => importInstallation(client, folder))

test('every row comes back as it was, in all accounts, jobs and sequences too', async () => {
  const folder = await exported()
  const to = await newDatabase()
  const result = await into(to, folder)
  expect(result.rows).toBeGreaterThanOrEqual(2 * (1 + 500 + 2 + 2) + 1)
  expect(result.jobs).toBe(1)
  expect(await digest(to)).toBe(await digest(from))
  const next = await to.asSuperuser(async (client) => {
    const insert = `insert into shop.note (account_id, id, zone_id) values ($1, 501, 7)
      returning number`
    return (await client.query(insert, [accounts[0]])).rows
  })
  expect(next).toEqual([{ number: 1001 }])
  const { rows } = await to.asSuperuser((client) =>
    client.query(`select key, run_at, max_attempts from graphile_worker.jobs`),
  )
  expect(rows).toEqual([
    { key: 'shop.count:a', run_at: Date.parse('2040-01-01T00:00:00Z'), max_attempts: 5 },
  ])
})

test('after an import the tables are guarded as before', async () => {
  const to = await newDatabase()
  await into(to, await exported())
  const { rowCount } = await to.database.inInstallation((tx) => tx.query('select from shop.note'))
  expect(rowCount).toBe(0)
  const deleting = to.asSuperuser((client) => client.query('delete from shop.entry'))
  await expect(deleting).rejects.toThrow(/only ever added/)
  const { rows } = await to.asSuperuser((client) =>
    client.query(`select relname from pg_class where relforcerowsecurity
      and relnamespace = 'shop'::regnamespace order by 1`),
  )
  expect(rows.map(({ relname }) => relname)).toEqual(['entry', 'note', 'zone'])
})

const damages: [string, (folder: string, manifest: Manifest) => void][] = [
  [
    'a row is added to a file',
    (folder) => appendFileSync(join(folder, 'tables/shop.zone.copy'), `${makeId()}\t9\n`),
  ],
  ['a file is missing', (folder) => unlinkSync(join(folder, 'tables/shop.note.copy'))],
  [
    'a file holds something else',
    (folder) => writeFileSync(join(folder, 'tables/shop.note.copy'), 'nonsense\n'),
  ],
  [
    'a letter is changed',
    (folder) => {
      const path = join(folder, 'tables/shop.seeded.copy')
      writeFileSync(path, readFileSync(path, 'utf8').replace('changed', 'changes'))
    },
  ],
]
test.each(damages)('nothing is imported when %s', async (_what, damage) => {
  const folder = await exported()
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
  damage(folder, JSON.parse(text) as Manifest)
  const to = await newDatabase()
  const before = await digest(to)
  await expect(into(to, folder)).rejects.toMatchObject({ code: 'storage.export_damaged' })
  expect(await digest(to)).toBe(before)
})

test('an export that was cut off is refused', async () => {
  const folder = await exported()
  unlinkSync(join(folder, 'manifest.json'))
  expect(() => migrationsOfExport(folder)).toThrow(/no finished export/)
})

test('an installation in use is not imported into', async () => {
  const folder = await exported()
  await expect(into(from, folder)).rejects.toMatchObject({ code: 'storage.import_not_empty' })
})

test('a folder that is not empty is not exported into', async () => {
  const folder = await exported()
  const again = from.asOwner((client) => exportInstallation(client, { folder, exportedAt }))
  await expect(again).rejects.toMatchObject({ code: 'storage.export_folder_not_empty' })
})

test('an export of a newer version is refused, one of an older version is brought up', async () => {
  const folder = await exported()
  const all = readMigrations()
  expect(migrationsOfExport(folder).map(({ name }) => name)).toEqual(all.map(({ name }) => name))
  expect(() => migrationsOfExport(folder, all.slice(0, -1))).toThrow(/does not have/)
  const later = { name: '20991231T0000_shop_later.sql', text: 'select 1', sha256: 'x' }
  const { address, logins, drop } = await emptyDatabase()
  await migrate(address, logins.owner, migrationsOfExport(folder, [...all, later]))
  expect(await migrate(address, logins.owner, [...all, later])).toEqual([later.name])
  await drop()
})

test('an export in the middle of writes shows one moment', async () => {
  const writing = (async () => {
    for (let id = 1000; id < 1200; id += 1) {
      await from.database.inAccount(accounts[0] as AccountId, async (tx) => {
        await tx.query('insert into shop.zone values ($1, $2)', [accounts[0], id])
        await tx.query('insert into shop.note (account_id, id, zone_id) values ($1, $2, $2)', [
          accounts[0],
          id,
        ])
      })
    }
  })()
  const folder = await exported().finally(() => writing)
  const to = await newDatabase()
  await into(to, folder)
  const { rows } = await to.asSuperuser((client) =>
    client.query<{ zones: number; notes: number }>(`
      select (select count(*) from shop.zone where id >= 1000) as zones,
             (select count(*) from shop.note where id >= 1000) as notes`),
  )
  expect(rows[0]?.zones).toBe(rows[0]?.notes)
})
