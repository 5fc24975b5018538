// Everything between "no database" and "ready": server, roles, migrations, durability, pools.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { AppError, type Randomness, type Timers } from '../kernel/index.ts'
import {
  type Login,
  newEnginePool,
  newPool,
  parseDatabaseUrl,
  watchOf,
  withClient,
} from './connection.ts'
import { openDatabase } from './database.ts'
import {
  askDurability,
  type Durability,
  refuseUnlessDurable,
  waitsForStandby,
} from './durability.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/index.ts'
import { startError } from './errors.ts'
import { type Migration, type MigrationStep, migrate } from './migrate.ts'
import { type Logins, prepareEmbedded, prepareRemote } from './roles.ts'
import { type RunningPostgres, runningPostgres } from './running-postgres.ts'
import type { ServerAddress } from './server-address.ts'
import { diskOfDatabaseFull, withoutValues } from './sql-error.ts'
import type { Database } from './transaction.ts'
import { writeProbe } from './write-probe.ts'

export type StorageOptions = {
  /** A PostgreSQL that somebody else runs, or null for the embedded one. */
  databaseUrl: string | null
  dataFolder: string
  keysFolder: string
  timers: Timers
  randomness: Randomness
  connectionsMax?: { app: number; engine: number }
  /** Refuses to make a new installation where there is none: for commands that only look. */
  mustExist?: boolean
  /** All that this program has when absent; none for an export, an export's own for an import. */
  migrations?: readonly Migration[]
  onMigrating?: (step: MigrationStep) => void
}

/** How another thread of this program reaches the same database; it holds passwords. */
export type WayIn = { address: ServerAddress; logins: Pick<Logins, 'app' | 'engine'> }

export type Storage = {
  database: Database
  wayIn: WayIn
  /** What the running server says about fsync, full_page_writes and synchronous_commit. */
  askDurability(): Promise<Durability>
  /** Null when a write was committed within three seconds; else why not. */
  whyNoWrites(): Promise<AppError | null>
  /** Several servers are named, and no commit waits for a second one: a failover may lose some. */
  losesInFailover: boolean
  /** Connections as accord_jobs, for the queue of control work; the caller ends it. */
  newJobsPool(): pg.Pool
  /** As the owner: migrations, an export or an import of the whole. Never to serve a request. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  embedded: Pick<EmbeddedServer, 'how' | 'pid' | 'build'> | null
  postgres: RunningPostgres
  /** The migrations that this start applied. */
  migrated: readonly string[]
  close(): Promise<void>
}

const defaultConnections = { app: 12, engine: 8 }

export async function openStorage(options: StorageOptions): Promise<Storage> {
  if (options.databaseUrl === null) return openEmbedded(options)
  const { address, login } = parseUrl(options.databaseUrl)
  try {
    const logins = await prepareRemote(address, login, options)
    return await assemble({ address, logins, embedded: null, options })
  } catch (error) {
    throw remoteFault(withoutValues(error), address)
  }
}

async function openEmbedded(options: StorageOptions): Promise<Storage> {
  if (options.mustExist && !existsSync(join(options.dataFolder, 'postgres', 'PG_VERSION'))) {
    throw nothingHere(options.dataFolder)
  }
  const server = await startEmbedded(options.dataFolder, options.timers)
  try {
    const logins = await prepareEmbedded(server.address, 'accord')
    const address = server.address('accord')
    return await assemble({ address, logins, embedded: server, options })
  } catch (error) {
    await server.stop()
    throw withoutValues(error)
  }
}

export function nothingHere(where: string): AppError {
  return startError(
    'storage.nothing_here',
    `There is no installation in ${where}: set ACCORD_DATA or DATABASE_URL to the one you mean.`,
    { folder: where },
  )
}

function parseUrl(url: string): { address: ServerAddress; login: Login } {
  try {
    // What has no scheme is read as the name of a database on this machine, which nobody meant.
    if (/^(?:postgres(?:ql)?|socket):|^\//.test(url)) return parseDatabaseUrl(url)
  } catch {
    // Told below.
  }
  throw startError(
    'storage.database_url_malformed',
    'DATABASE_URL is not an address of PostgreSQL: write postgres://USER:PASSWORD@HOST:5432/NAME.',
  )
}

function remoteFault(error: unknown, { host, port }: ServerAddress): unknown {
  if (error instanceof AppError && error.code === 'storage.database_unavailable') {
    const place = host.startsWith('/') ? host : `${host}:${port}`
    const reason = String(error.details['reason'] ?? '')
    return startError(
      'storage.database_unreachable',
      `No PostgreSQL answers at ${place}, which DATABASE_URL names (${reason}): start it or ` +
        `correct ` +
        'the address, or unset DATABASE_URL to use the embedded one.',
      { host: place, reason },
    )
  }
  const sqlState = (error as { sqlState?: unknown }).sqlState
  if (sqlState !== '28P01' && sqlState !== '28000' && sqlState !== '3D000') return error
  if (sqlState === '3D000') {
    return startError(
      'storage.database_missing',
      'The database that DATABASE_URL names does not exist: create it, then start again.',
    )
  }
  return startError(
    'storage.login_failed',
    'PostgreSQL refused the user or password of DATABASE_URL: correct it, then start again.',
  )
}

/** The database of a running server, for a thread that ends with it. */
export function joinDatabase(
  { address, logins }: WayIn,
  connectionsMax: number,
  timers: Timers,
): Database {
  const watch = watchOf(address, logins.app)
  const app = newPool(address, logins.app, connectionsMax, watch)
  const engine = newEnginePool(address, logins.engine, connectionsMax, watch)
  watch?.keepAsking(timers)
  return openDatabase({ app, engine })
}

/** A full disk stops the embedded server for as long as it is full; anything else may pass. */
function whyDown(embedded: EmbeddedServer | null): AppError | null {
  return embedded?.downBecause()?.code === 'storage.disk_full' ? diskOfDatabaseFull() : null
}

async function bringUp(
  address: ServerAddress,
  owner: Login,
  { migrations, onMigrating }: StorageOptions,
): Promise<string[]> {
  return migrations?.length === 0 ? [] : migrate(address, owner, migrations, onMigrating)
}

async function assemble(facts: {
  address: ServerAddress
  logins: Logins
  embedded: EmbeddedServer | null
  options: StorageOptions
}): Promise<Storage> {
  const { address, logins, embedded, options } = facts
  const migrated = await bringUp(address, logins.owner, options)
  const connections = options.connectionsMax ?? defaultConnections
  const watch = watchOf(address, logins.app)
  const app = newPool(address, logins.app, connections.app, watch)
  const engine = newEnginePool(address, logins.engine, connections.engine, watch)
  watch?.keepAsking(options.timers)
  const database = openDatabase({ app, engine }, () => whyDown(embedded))
  const ask = async (): Promise<Durability> => {
    try {
      return await askDurability(app)
    } catch (error) {
      throw withoutValues(error)
    }
  }
  let losesInFailover = false
  let postgres: RunningPostgres
  try {
    refuseUnlessDurable(await ask())
    postgres = await runningPostgres(app, embedded)
    if (address.others !== undefined) losesInFailover = !(await waitsForStandby(app))
  } catch (error) {
    await database.close()
    throw withoutValues(error)
  }
  return {
    database,
    wayIn: { address, logins: { app: logins.app, engine: logins.engine } },
    askDurability: ask,
    whyNoWrites: writeProbe(app, options.timers),
    losesInFailover,
    newJobsPool: () => newPool(address, logins.jobs, 6, watch),
    asOwner: async (work) => withClient(address, logins.owner, work),
    embedded,
    postgres,
    migrated,
    close: async () => {
      await database.close()
      await embedded?.stop()
    },
  }
}
