// Which worker pools are alive; returns to the queue the jobs that dead ones had in flight.
import type pg from 'pg'
import type { Timers } from '../kernel/index.ts'

export type PoolPresence = {
  /** From now on this pool is known to live, until `close` or the end of the process. */
  add(poolId: string): void
  close(): Promise<void>
}

const lookEveryMs = 1_000

/** One number for this use of advisory locks in the database. */
const lockSpace = 7_301

const holdStatement = `select pg_advisory_lock(${lockSpace}, hashtext(id))
  from unnest($1::text[]) id`

// A lock that can be had belongs to nobody: the session that held it has ended, and so has the
// process. A pool that took its first job a moment ago may not have its lock yet.
const unlockStatement = `
select graphile_worker.force_unlock_workers(array(
  select id from (select distinct locked_by as id from graphile_worker._private_jobs
    where locked_by is not null and locked_by <> all($1::text[])
      and locked_at < now() - interval '2 seconds') suspect
  where pg_try_advisory_xact_lock(${lockSpace}, hashtext(id))))`

/**
 * The queue itself gives a dead pool's job to another only after four hours. Each pool's id is an
 * advisory lock of one session of its process, which PostgreSQL frees when the process is gone.
 */
export function keepPresence(pool: pg.Pool, timers: Timers): PoolPresence {
  const pools = new Set<string>()
  let held: { client: pg.PoolClient; pools: Set<string> } | null = null
  let isClosing = false
  let isAsked = false
  let wake: () => void = () => undefined

  async function look(): Promise<void> {
    if (pools.size === 0) return
    held ??= { client: await pool.connect(), pools: new Set() }
    const unheld = [...pools].filter((id) => !held?.pools.has(id))
    if (unheld.length > 0) await held.client.query(holdStatement, [unheld])
    for (const id of unheld) held.pools.add(id)
    await held.client.query(unlockStatement, [[...pools]])
  }

  async function run(): Promise<void> {
    while (!isClosing) {
      try {
        await look()
      } catch {
        // The database is away: with the session the locks are gone, and are taken again.
        held?.client.release(true)
        held = null
      }
      if (!isAsked) await wait()
      isAsked = false
    }
    // The session ends with its locks: a client that went back to the pool would keep them.
    held?.client.release(true)
  }

  function wait(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = timers.after(lookEveryMs, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })
  }

  function ask(): void {
    isAsked = true
    wake()
  }

  const running = run()
  return {
    add: (poolId) => {
      pools.add(poolId)
      ask()
    },
    close: async () => {
      isClosing = true
      ask()
      await running
    },
  }
}
