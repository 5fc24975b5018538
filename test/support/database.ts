// A fresh, migrated database for a test, on one embedded server a test process.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { prepareJobs } from '../../src/jobs/index.ts'
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
import { migrate, readMigrations } from '../../src/storage/migrate.ts'
import { type Logins, oneLogin, prepareEmbedded } from '../../src/storage/roles.ts'
import type { ServerAddress } from '../../src/storage/server-address.ts'
import { realTimers } from './clock.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'

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
  address(database: string): ServerAddress
  superuser: Login
  logins: Logins
  template: string
}

let starting: Promise<Server> | null = null
let count = 0

/** The variable names a PostgreSQL to test on instead of the embedded one; its user is superuser. */
const givenUrl = process.env['ACCORD_TEST_DATABASE_URL']

/** One server a process, started by the first test that asks. */
export function testServer(): Promise<Server> {
  starting ??= givenUrl === undefined ? startOwn() : joinGiven(givenUrl)
  return starting
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  count += 1
  const name = `accord_test_${process.pid}_${count}_${randomBytes(3).toString('hex')}`
  await createDatabase(server, name, server.template)
  const address = server.address(name)
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
      await withClient(server.address('postgres'), server.superuser, (client) =>
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
    address: server.address(name),
    logins: server.logins,
    asSuperuser: (work) => withClient(server.address(name), server.superuser, work),
    drop: async () => {
      await withClient(server.address('postgres'), server.superuser, (client) =>
        client.query(`drop database ${name} with (force)`),
      )
    },
  }
}

async function createDatabase(server: Server, name: string, template: string): Promise<void> {
  await withClient(server.address('postgres'), server.superuser, (client) =>
    client.query(
      `create database ${name} template ${template} owner "${server.logins.owner.user}"`,
    ),
  )
}

async function startOwn(): Promise<Server> {
  const folder = newTestFolder()
  const embedded = await startEmbedded(folder, realTimers)
  watch(embedded.pid, folder)
  const template = 'accord_template'
  const logins = await prepareEmbedded(embedded.address, template)
  await layTables(embedded.address(template), logins)
  return { address: embedded.address, superuser: { user: superuser }, logins, template }
}

/** The tables of some rooms only (`storage,jobs,vault`), while another room's are being changed. */
const roomsOnly = process.env['ACCORD_TEST_ROOMS']?.split(',')

async function layTables(address: ServerAddress, logins: Logins): Promise<void> {
  const migrations = readMigrations().filter(
    ({ name }) => roomsOnly === undefined || roomsOnly.includes(name.split('_')[1] ?? ''),
  )
  await migrate(address, logins.owner, migrations)
  const pool = newPool(address, logins.jobs, 1)
  await prepareJobs(pool)
  await pool.end()
}

/**
 * When this process ends, however it ends, the server stops and its folder goes: a small shell
 * waits for that outside, and the exit does it at once where there is an orderly exit.
 */
function watch(pid: number, folder: string): void {
  const script =
    'while kill -0 "$1" 2>/dev/null && [ -d "$3/postgres" ]; do sleep 1; done; ' +
    'case "$3" in */accord-test-??????) ;; *) exit 1 ;; esac; ' +
    '[ -d "$3/postgres" ] && { kill -QUIT "$2" 2>/dev/null; sleep 0.3; rm -rf "$3"; }'
  spawn('/bin/sh', ['-c', script, 'accord-test-watch', String(process.pid), String(pid), folder], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  }).unref()
  process.on('exit', () => {
    endNow(pid)
    removeTestFolder(folder)
  })
}

/** Nothing asynchronous runs in an exit handler. */
function endNow(pid: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  try {
    process.kill(pid, 'SIGQUIT')
    for (let turn = 0; turn < 300; turn += 1) {
      process.kill(pid, 0)
      Atomics.wait(pause, 0, 0, 10)
    }
  } catch {
    // It has gone.
  }
}

/** A server that somebody runs for the tests: databases of our own on it, dropped by each test. */
async function joinGiven(url: string): Promise<Server> {
  const { address, login } = parseDatabaseUrl(url)
  const at = (database: string): ServerAddress => ({ ...address, database })
  const template = `accord_template_${process.pid}_${randomBytes(3).toString('hex')}`
  await withClient(at('postgres'), login, async (client) => {
    for (const role of ['accord_app', 'accord_engine', 'accord_jobs']) {
      await client.query(`create role ${role} nologin`).catch((error: { code?: string }) => {
        if (error.code !== '42710' && error.code !== '23505') throw error
      })
    }
    await dropStale(client)
    await client.query(`create database ${template} template template0`)
  })
  const logins = oneLogin(login)
  await layTables(at(template), logins)
  return { address: at, superuser: login, logins, template }
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
