// How the program reaches PostgreSQL: where the server is, as whom, and a pool of connections.
import pg from 'pg'
import { AppError } from '../kernel/index.ts'
import { cut, isSame, PrimaryWatch } from './primary-watch.ts'
import type { Place, ServerAddress } from './server-address.ts'
import { withoutValues } from './sql-error.ts'
import { readRowsAsOctets } from './wire/row-octets.ts'
import { typeParsers } from './wire/type-parsers.ts'

/**
 * As whom: `role` is taken when the connection starts, where one login stands for several roles.
 * `byIndex`: no table is read from end to end where an index serves. `idleInTransactionMs`: the
 * server ends a transaction in which nothing was asked for so long.
 */
export type Login = {
  user: string
  password?: string
  role?: string
  byIndex?: true
  idleInTransactionMs?: number
}

const connectTimeoutMs = 10_000
/** Where another place can be asked instead, none is waited for that long. */
const connectTimeoutOfManyMs = 3_000
/** A machine that vanished without a word is found out after this and ten seconds more. */
const keepAliveAfterMs = 5_000

/**
 * Every session speaks UTC, so that an instant is the same wherever the server runs. No statement
 * is compiled (jit): where a server can, that took a second and more of each claim, since the price
 * of a reading from end to end, which the engine forbids itself, looks like a long statement.
 */
function startupOptions(login: Login): string {
  const options = ['-c TimeZone=UTC', '-c DateStyle=ISO', '-c jit=off']
  if (login.role !== undefined) options.push(`-c role=${login.role}`)
  if (login.byIndex === true) options.push('-c enable_seqscan=off')
  if (login.idleInTransactionMs !== undefined)
    options.push(`-c idle_in_transaction_session_timeout=${login.idleInTransactionMs}`)
  return options.join(' ')
}

export function clientConfig(address: ServerAddress, login: Login): pg.ClientConfig {
  return {
    host: address.host,
    port: address.port,
    database: address.database,
    ssl: address.ssl,
    user: login.user,
    // An empty text, so that no password of another database is taken from the environment.
    password: login.password ?? '',
    options: startupOptions(login),
    application_name: 'accord',
    connectionTimeoutMillis:
      address.others === undefined ? connectTimeoutMs : connectTimeoutOfManyMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
    types: typeParsers,
  }
}

/** Of an address with several servers; its pools share one. Null: there is one server to ask. */
export function watchOf(address: ServerAddress, login: Login): PrimaryWatch | null {
  if (address.others === undefined) return null
  return new PrimaryWatch(address, (place) => clientConfig({ ...address, ...place }, login))
}

export function newPool(
  address: ServerAddress,
  login: Login,
  connectionsMax: number,
  shared: PrimaryWatch | null = null,
): pg.Pool {
  // Statements that need no answer of the one before are sent behind it in one write.
  const options = {
    max: connectionsMax,
    idleTimeoutMillis: 60_000,
    pipeline: true,
    Client: OctetClient,
  }
  const watch = shared ?? watchOf(address, login)
  const pool =
    watch === null
      ? new pg.Pool({ ...clientConfig(address, login), ...options })
      : new PrimaryPool(address, login, { ...options, watch })
  // A connection that breaks while idle is replaced by the next one; while in use, the query that
  // waits on it fails. Without listeners either would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Of which questions read the rows themselves. */
class OctetClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    readRowsAsOctets(this)
  }
}

/**
 * Connections of the engine, which asks the same of its tables when they are empty and when they
 * are long. A plan that was made for the empty queue read all of it for each slice from then on,
 * until the next statistics: a tenth of the rate with thirty thousand waiting.
 *
 * A node that is stopped in the midst of a transaction would keep its rows locked, and whoever
 * takes its binds over would wait for it: so the server ends it, before a lease is over.
 */
export function newEnginePool(
  address: ServerAddress,
  login: Login,
  max: number,
  watch: PrimaryWatch | null = null,
): pg.Pool {
  return newPool(address, { ...login, byIndex: true, idleInTransactionMs: 4_000 }, max, watch)
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void

/** Whether another server may do better. Where all connections are in use, none would. */
function isElsewhere(error: unknown): boolean {
  const seen = withoutValues(error)
  if (!(seen instanceof AppError) || seen.kind !== 'unavailable') return false
  return !(error instanceof Error && error.message.startsWith('timeout exceeded'))
}

/**
 * At the primary as it was last seen; where that fails, all are asked and it is tried once more.
 */
async function atPrimary<T>(watch: PrimaryWatch, connect: () => Promise<T>): Promise<T> {
  await watch.known()
  try {
    return await connect()
  } catch (error) {
    if (!isElsewhere(error)) throw error
    await watch.ask()
    await watch.known()
    return connect()
  }
}

/** Connections to whichever of several servers takes writes now. */
class PrimaryPool extends pg.Pool {
  readonly #watch: PrimaryWatch
  /** Those that are open, with the server of each. */
  readonly #open = new Map<pg.ClientBase, Place>()
  readonly #leave: () => void

  constructor(
    address: ServerAddress,
    login: Login,
    { watch, ...options }: pg.PoolConfig & { watch: PrimaryWatch },
  ) {
    super({
      ...options,
      connectionTimeoutMillis: connectTimeoutMs,
      Client: class extends OctetClient {
        readonly place: Place = watch.place
        constructor() {
          super({ ...clientConfig({ ...address, ...watch.place }, login), pipeline: true })
        }
      },
      onConnect: (client) => watch.demand(client),
    })
    this.#watch = watch
    this.#leave = watch.use((place) => this.#moveTo(place))
    this.on('connect', (client) => this.#open.set(client, (client as unknown as OfPlace).place))
    this.on('remove', (client) => this.#open.delete(client))
  }

  /** What a former primary would still answer is worth nothing, and it may never answer at all. */
  #moveTo(primary: Place): void {
    for (const [client, place] of this.#open) if (!isSame(place, primary)) cut(client)
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const connected = atPrimary(this.#watch, () => super.connect())
    if (callback === undefined) return connected
    connected.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => undefined),
    )
    return undefined
  }

  override end(): Promise<void>
  override end(callback: () => void): void
  override end(callback?: () => void): Promise<void> | undefined {
    this.#leave()
    if (callback === undefined) return super.end()
    super.end(callback)
    return undefined
  }
}

type OfPlace = { place: Place }

/** One connection for one piece of work, closed after it. */
export async function withClient<T>(
  address: ServerAddress,
  login: Login,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connected(address, login)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function connected(address: ServerAddress, login: Login): Promise<pg.Client> {
  const watch = watchOf(address, login)
  if (watch === null) return opened(address, login)
  try {
    return await atPrimary(watch, () => opened({ ...address, ...watch.place }, login, watch))
  } finally {
    watch.close()
  }
}

async function opened(
  address: ServerAddress,
  login: Login,
  watch: PrimaryWatch | null = null,
): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(address, login))
  client.on('error', () => undefined)
  try {
    await client.connect()
    await watch?.demand(client)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

const severalHosts = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*,[^/?#]*)(.*)$/

/**
 * What a `postgres://` address says, read by the driver's own rules, once for each of its hosts:
 * several stand one behind the other, with a comma between, as libpq writes them.
 */
export function parseDatabaseUrl(url: string): { address: ServerAddress; login: Login } {
  const [, before = '', hosts, after = ''] = severalHosts.exec(url) ?? []
  if (hosts === undefined) return parseOneHost(url)
  const [first, ...others] = hosts.split(',').map((host) => {
    if (host === '') throw new Error('a host is empty')
    return parseOneHost(before + host + after)
  })
  if (first === undefined) throw new Error('there is no host')
  const places = others.map(({ address: { host, port } }) => ({ host, port }))
  return { ...first, address: { ...first.address, others: places } }
}

function parseOneHost(url: string): { address: ServerAddress; login: Login } {
  const client = new pg.Client({ connectionString: url })
  const password = client.password
  return {
    address: {
      host: client.host,
      port: client.port,
      database: client.database ?? 'postgres',
      ssl: client.ssl,
    },
    login: {
      user: client.user ?? 'postgres',
      ...(typeof password === 'string' && password !== '' ? { password } : {}),
    },
  }
}
