// How the program reaches PostgreSQL: where the server is, as whom, and a pool of connections.
import type { ConnectionOptions } from 'node:tls'
import pg from 'pg'
import { typeParsers } from './type-parsers.ts'

/** Where a database is. `host` is a folder for a unix socket. */
export type ServerAddress = {
  host: string
  port: number
  database: string
  ssl: boolean | ConnectionOptions
}

/** As whom: `role` is taken when the connection starts, where one login stands for several roles. */
export type Login = { user: string; password?: string; role?: string }

const connectTimeoutMs = 10_000

/** Every session speaks UTC, so that an instant is the same wherever the server runs. */
function startupOptions(login: Login): string {
  const options = ['-c TimeZone=UTC', '-c DateStyle=ISO']
  if (login.role !== undefined) options.push(`-c role=${login.role}`)
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
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    types: typeParsers,
  }
}

export function newPool(address: ServerAddress, login: Login, connectionsMax: number): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(address, login),
    max: connectionsMax,
    idleTimeoutMillis: 60_000,
    // Statements that need no answer of the one before are sent behind it in one write.
    pipeline: true,
  })
  // A connection that breaks while idle is replaced by the next one; while in use, the query that
  // waits on it fails. Without listeners either would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** One connection for one piece of work, closed after it. */
export async function withClient<T>(
  address: ServerAddress,
  login: Login,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(clientConfig(address, login))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What a `postgres://` address says, read by the driver's own rules. */
export function parseDatabaseUrl(url: string): { address: ServerAddress; login: Login } {
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
