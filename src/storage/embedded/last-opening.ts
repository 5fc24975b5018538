// What opened the data folder the last time, and whether an index in it is bound to ICU's order.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '../connection.ts'
import type { ServerAddress } from '../server-address.ts'
import type { LastOpening } from './choose-runtime.ts'
import type { Folders } from './folders.ts'
import { superuser } from './initialise.ts'

function file(folders: Folders): string {
  return join(folders.root, 'postgres-opened-by.json')
}

/** Null where nothing was written yet: by a version of Accord that knew the npm package alone. */
export function readLastOpening(folders: Folders): LastOpening | null {
  try {
    const read = JSON.parse(readFileSync(file(folders), 'utf8')) as Partial<LastOpening>
    if (read.origin !== 'package' && read.origin !== 'machine') return null
    if (typeof read.version !== 'string') return null
    const icu = typeof read.icu === 'string' ? read.icu : null
    return { origin: read.origin, version: read.version, icu }
  } catch {
    return null
  }
}

export function writeLastOpening(folders: Folders, opening: LastOpening): void {
  const { origin, version, icu } = opening
  writeFileSync(file(folders), `${JSON.stringify({ origin, version, icu })}\n`, { mode: 0o600 })
}

/**
 * Accord's own tables have none: their order is PostgreSQL's built-in one, the same in every build.
 * Somebody may have added one, or a database. The order of the C library is not asked for: both
 * builds take it from this machine.
 */
export async function hasIcuIndex(address: (database: string) => ServerAddress): Promise<boolean> {
  for (const name of await databasesOf(address('postgres'))) {
    const found = await withClient(address(name), { user: superuser }, async (client) => {
      const { rows } = await client.query<{ found: boolean }>(boundIndexes)
      return rows[0]?.found ?? false
    })
    if (found) return true
  }
  return false
}

async function databasesOf(address: ServerAddress): Promise<string[]> {
  return withClient(address, { user: superuser }, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where datallowconn',
    )
    return rows.map(({ name }) => name)
  })
}

const boundIndexes = `
  select exists (
    select from pg_index
    cross join lateral unnest(indcollation) as used (collation_oid)
    join pg_collation c on c.oid = used.collation_oid
    where case c.collprovider
      when 'd' then (select datlocprovider from pg_database where datname = current_database())
      else c.collprovider
    end = 'i'
  ) as found`
