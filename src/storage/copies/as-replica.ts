// The way in for copies: the replication protocol, as a role that can do nothing else.
import pg from 'pg'
import { clientConfig } from '../connection.ts'
import { backupRole } from '../embedded/index.ts'
import type { ServerAddress } from '../server-address.ts'
import { withoutValues } from '../sql-error.ts'

/** The server is the embedded one. `settings`: of this connection, as the server's options. */
export async function asReplica<T>(
  address: ServerAddress,
  work: (client: pg.Client) => Promise<T>,
  settings: string | undefined = undefined,
): Promise<T> {
  const client = new pg.Client({
    ...clientConfig(address, { user: backupRole }),
    replication: 'true',
    ...(settings === undefined ? {} : { options: settings }),
  } as pg.ClientConfig)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw withoutValues(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
