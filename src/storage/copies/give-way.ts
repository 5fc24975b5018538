// Long reading beside a server at work: what is read for a copy has the lowest priority.
import { constants, setPriority } from 'node:os'
import type pg from 'pg'

/**
 * The embedded server's process behind this connection has the lowest priority, and shares its work
 * with none of its others, until the connection ends. Of another server, whose processes may be on
 * another machine, this is never asked.
 */
export async function giveWay(client: pg.Client): Promise<void> {
  await client.query('set max_parallel_workers_per_gather = 0')
  lowerPriority(client)
}

/** Without the right to do so it stays as fast as the others, and copies well all the same. */
export function lowerPriority(client: pg.Client): void {
  const { processID } = client as pg.Client & { processID?: unknown }
  if (typeof processID === 'number') lowerProcess(processID)
}

/** One that copies, from its first moment on: while it reads its own program too. */
export function lowerProcess(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // Another user's process, or one that has ended: nothing to be done.
  }
}
