// The replication slot that keeps what the receiver of changes has not taken yet.
import type { ServerAddress } from '../server-address.ts'
import { asReplica } from './as-replica.ts'

/** A line of changes without a gap: as long as its slot is there, and no longer. */
export type ChangeLine = {
  line: string
  /** The server keeps what it still needs; false: it was left behind too far. */
  isWhole: boolean
  /** Somebody is taking them from the server just now. */
  isTaken: boolean
}

const prefix = 'accord_changes_'
export const slotOf = (line: string): string => `${prefix}${line}`

type Reads = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

export async function changeLines(on: Reads): Promise<ChangeLine[]> {
  const { rows } = await on.query(
    `select substr(slot_name, ${prefix.length + 1}) as line,
       invalidation_reason is null and coalesce(wal_status, 'lost') <> 'lost' as whole,
       active as taken
     from pg_replication_slots where starts_with(slot_name, '${prefix}') order by slot_name`,
  )
  return rows.map(({ line, whole, taken }) => ({
    ...{ line: String(line), isWhole: whole === true, isTaken: taken === true },
  }))
}

/** What is on the server's disk, its clock, and its line of history. */
export async function changePosition(
  on: Reads,
): Promise<{ at: string; clockMs: number; timeline: number }> {
  const { rows } = await on.query(
    `select pg_current_wal_flush_lsn()::text as at,
       extract(epoch from clock_timestamp()) * 1000 as ms,
       ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline`,
  )
  const [row] = rows
  return {
    at: String(row?.['at']),
    clockMs: Math.ceil(Number(row?.['ms'])),
    timeline: Number(row?.['timeline']),
  }
}

/** How a timeline began, as the server wrote it down; null: nothing was, as of the first one. */
export function timelineHistory(address: ServerAddress, timeline: number): Promise<string | null> {
  if (timeline === 1) return Promise.resolve(null)
  return asReplica(address, async (client) => {
    try {
      const { rows } = await client.query<{ content: unknown }>(`TIMELINE_HISTORY ${timeline}`)
      return String(rows[0]?.content ?? '')
    } catch (error) {
      // The server works without its file, and so does what is restored.
      if ((error as { code?: unknown }).code === '58P01') return null
      throw error
    }
  })
}

/** From the last checkpoint on, everything is kept for it at once. */
export function makeChangeLine(address: ServerAddress, line: string): Promise<void> {
  return asReplica(address, async (client) => {
    await client.query(`CREATE_REPLICATION_SLOT ${slotOf(line)} PHYSICAL (RESERVE_WAL true)`)
  })
}

/** Waits until whoever reads it has ended. */
export function dropChangeLine(address: ServerAddress, line: string): Promise<void> {
  return asReplica(address, async (client) => {
    await client.query(`DROP_REPLICATION_SLOT ${slotOf(line)} WAIT`)
  })
}
