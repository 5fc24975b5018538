// Where a PostgreSQL server is reached, and the places that stand in for it.
import type { ConnectionOptions } from 'node:tls'

/** `host` is a folder for a unix socket. */
export type Place = { host: string; port: number }

/** Where a database is; `others` are the places it may move to when it fails over. */
export type ServerAddress = Place & {
  database: string
  ssl: boolean | ConnectionOptions
  others?: readonly Place[]
}
