// A fresh, migrated database for a test, on one server for the whole run.
import { randomBytes } from 'node:crypto'
import { chownSync, copyFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import {
  type Login,
  newEnginePool,
  newPool,
  parseDatabaseUrl,
  withClient,
} from '../../src/storage/connection.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { isAlive } from '../../src/storage/embedded/folders.ts'
import { startEmbedded, superuser } from '../../src/storage/embedded/index.ts'
import type { Database } from '../../src/storage/index.ts'
import { type Logins, oneLogin, prepareEmbedded } from '../../src/storage/roles.ts'
import type { ServerAddress } from '../../src/storage/server-address.ts'
import { realTimers } from './clock.ts'
import { newTestFolder } from './folder.ts'
import { installedName, layInstalled, layTables } from './installed-data.ts'
import { onceInRun, runPid, serverSettings } from './test-run.ts'

export type TestDatabase = {
  database: Database
  /** Where it is and how each role logs in, for pools of a test's own. */
  address: ServerAddress
  logins: Logins
  /** Statements as the owner of the tables; row-level security binds it too, reads excepted. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  /** Statements as the superuser: looks past every policy. */
  asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  newJobsPool(): pg.Pool
  close(): Promise<void>
}

type Server = {
  /** Of its database `postgres`; the others differ by name alone. */
  place: ServerAddress
  superuser: Login
  logins: Logins
  template: string
  /**
   * Files are copied sooner than pages are logged, where a checkpoint does not wait for the disk.
   */
  strategy: 'file_copy' | 'wal_log'
}

let count = 0

/**
 * The variable names a PostgreSQL to test on instead of the embedded one; its user is superuser.
 */
const givenUrl = process.env['ACCORD_TEST_DATABASE_URL']

/** One server a run, started by the first test that asks, whichever process that is in. */
function testServer(): Promise<Server> {
  return onceInRun('server', () => (givenUrl === undefined ? startOwn() : joinGiven(givenUrl)))
}

const at = (server: Server, database: string): ServerAddress => ({ ...server.place, database })

/** The database that every server has, for tests of connections alone. */
export async function testServerAddress(): Promise<ServerAddress> {
  return (await testServer()).place
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  count += 1
  const name = `accord_test_${process.pid}_${count}_${randomBytes(3).toString('hex')}`
  await createDatabase(server, name, server.template)
  const address = at(server, name)
  const { logins } = server
  const database = openDatabase({
    app: newPool(address, logins.app, 8),
    engine: newEnginePool(address, logins.engine, 4),
  })
  return {
    database,
    address,
    logins,
    asOwner: (work) => withClient(address, logins.owner, work),
    asSuperuser: (work) => withClient(address, server.superuser, work),
    newJobsPool: () => newPool(address, logins.jobs, 4),
    close: async () => {
      await database.close()
      await withClient(server.place, server.superuser, (client) =>
        client.query(`drop database ${name} with (force)`),
      )
    },
  }
}

/** An empty database of the owner's, without a single migration. */
export async function emptyDatabase(): Promise<{
  address: ServerAddress
  logins: Logins
  asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  drop(): Promise<void>
}> {
  const server = await testServer()
  count += 1
  const name = `accord_empty_${process.pid}_${count}_${randomBytes(3).toString('hex')}`
  await createDatabase(server, name, 'template0')
  return {
    address: at(server, name),
    logins: server.logins,
    asSuperuser: (work) => withClient(at(server, name), server.superuser, work),
    drop: async () => {
      await withClient(server.place, server.superuser, (client) =>
        client.query(`drop database ${name} with (force)`),
      )
    },
  }
}

async function createDatabase(server: Server, name: string, template: string): Promise<void> {
  await withClient(server.place, server.superuser, (client) =>
    client.query(
      `create database ${name} template ${template} strategy ${server.strategy}
         owner "${server.logins.owner.user}"`,
    ),
  )
}

/**
 * It outlives the process that starts it, and ends with the run. A run that says so has a server
 * that does not wait for the disk: its data need not outlive a power cut.
 */
async function startOwn(): Promise<Server> {
  const folder = newTestFolder()
  await layInstalled(folder)
  const isQuick = existsSync(serverSettings())
  if (isQuick) {
    const data = join(folder, 'postgres')
    const { uid, gid } = statSync(data)
    copyFileSync(serverSettings(), join(data, 'local.conf'))
    chownSync(join(data, 'local.conf'), uid, gid)
  }
  const embedded = await startEmbedded(folder, realTimers)
  const logins = await prepareEmbedded(embedded.address, installedName)
  return {
    place: embedded.address('postgres'),
    superuser: { user: superuser },
    logins,
    template: installedName,
    strategy: isQuick ? 'file_copy' : 'wal_log',
  }
}

/** A server that somebody runs for the tests: databases of our own on it, dropped by each test. */
async function joinGiven(url: string): Promise<Server> {
  const { address, login } = parseDatabaseUrl(url)
  const place = { ...address, database: 'postgres' }
  const template = `accord_template_${runPid()}_${randomBytes(3).toString('hex')}`
  await withClient(place, login, async (client) => {
    for (const role of ['accord_app', 'accord_engine', 'accord_jobs']) {
      await client.query(`create role ${role} nologin`).catch((error: { code?: string }) => {
        if (error.code !== '42710' && error.code !== '23505') throw error
      })
    }
    await dropStale(client)
    await client.query(`create database ${template} template template0`)
  })
  const logins = oneLogin(login)
  await layTables({ ...address, database: template }, logins)
  return { place, superuser: login, logins, template, strategy: 'wal_log' }
}

/** What processes that have ended left there: a template cannot be dropped in an exit handler. */
async function dropStale(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^accord_(template|test|empty)_[0-9]+_'",
  )
  for (const { name } of rows) {
    const pid = Number(name.split('_')[2])
    if (isAlive(pid)) continue
    await client.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
  }
}
