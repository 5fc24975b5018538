// The database of a measured installation, joined beside its server: log positions and filling.

import { join } from 'node:path'
import pg from 'pg'
import { clientConfig } from '../../src/storage/connection.ts'
import { prepareFolders } from '../../src/storage/embedded/folders.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { addressOf } from '../../src/storage/embedded/postmaster.ts'
import type { Installation } from './installation.ts'

export async function withDatabase<T>(
  { folder }: Installation,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const address = addressOf(prepareFolders(join(folder, 'data')), 'accord')
  const client = new pg.Client(clientConfig(address, { user: superuser }))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Octets of the write-ahead log since the server was made. */
export const walPosition = (installation: Installation): Promise<number> =>
  withDatabase(installation, async (client) => {
    const { rows } = await client.query<{ at: number }>(
      "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as at",
    )
    return rows[0]?.at ?? 0
  })
