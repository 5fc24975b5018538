// Accepted means on disk: what the running server says about it.
import type pg from 'pg'
import { startError } from './errors.ts'

export type Durability = { fsync: string; full_page_writes: string; synchronous_commit: string }

export async function askDurability(client: pg.ClientBase | pg.Pool): Promise<Durability> {
  const { rows } = await client.query<Durability>(
    `select current_setting('fsync') as fsync,
            current_setting('full_page_writes') as full_page_writes,
            current_setting('synchronous_commit') as synchronous_commit`,
  )
  return rows[0] ?? { fsync: '', full_page_writes: '', synchronous_commit: '' }
}

/**
 * With any of the three off, an answer of "accepted" could be lost in a power cut; with commits
 * that are `local`, in a failover, for no standby is waited for.
 */
export function refuseUnlessDurable(found: Durability): void {
  for (const [name, value] of Object.entries(found)) {
    if (value !== 'off' && value !== 'local') continue
    throw startError(
      'storage.not_durable',
      `The PostgreSQL setting ${name} is ${value}, so what is accepted could be lost in a power ` +
        'cut or a failover: set it to on and start again.',
      { setting: name, value },
    )
  }
}

/** Whether a commit waits for a standby at all; without, a failover may lose what was accepted. */
export async function waitsForStandby(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ names: string }>(
    `select current_setting('synchronous_standby_names') as names`,
  )
  return (rows[0]?.names ?? '').trim() !== ''
}
