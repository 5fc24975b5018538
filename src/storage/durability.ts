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

/** With any of the three off, an answer of "accepted" could be lost in a power cut. */
export function refuseUnlessDurable(found: Durability): void {
  for (const [name, value] of Object.entries(found)) {
    if (value !== 'off') continue
    throw startError(
      'storage.not_durable',
      `The PostgreSQL setting ${name} is off, so what is accepted could be lost in a power cut: ` +
        'turn it on and start again.',
      { setting: name },
    )
  }
}
