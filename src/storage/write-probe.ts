// Whether the database takes writes now: asked by a write, since a reading answers where none can.
import type pg from 'pg'
import type { AppError, Timers } from '../kernel/index.ts'
import { unavailable, withoutValues } from './sql-error.ts'

/** A commit that takes longer waits for a standby that has gone, or for a disk. */
const commitMsMax = 3_000
/** However many ask, one write a second. */
const keptMs = 1_000

/** Writes to the log and to no table; its commit waits as any other does. */
const write = `select pg_logical_emit_message(true, 'accord', 'ready')`

/** Null: a write was committed within the time. Else why not. */
export function writeProbe(pool: pg.Pool, timers: Timers): () => Promise<AppError | null> {
  let asking: Promise<AppError | null> | null = null
  let beganAt = 0
  let kept: { at: number; told: AppError | null } | null = null
  const ask = async (): Promise<AppError | null> => {
    try {
      await pool.query(write)
      return null
    } catch (error) {
      const seen = withoutValues(error) as Partial<AppError>
      return seen.kind === 'unavailable' ? (seen as AppError) : unavailable('write_failed')
    } finally {
      asking = null
    }
  }
  return async () => {
    const now = timers.monotonicMs()
    if (kept !== null && now - kept.at < keptMs) return kept.told
    if (asking === null) {
      beganAt = now
      asking = ask()
    }
    const told = await within(asking, beganAt + commitMsMax - now, timers)
    kept = { at: timers.monotonicMs(), told }
    return told
  }
}

async function within(
  asking: Promise<AppError | null>,
  ms: number,
  timers: Timers,
): Promise<AppError | null> {
  let cancel = () => {}
  const late = new Promise<AppError>((resolve) => {
    cancel = timers.after(Math.max(0, ms), () => resolve(unavailable('commit_waits')))
  })
  try {
    return await Promise.race([asking, late])
  } finally {
    cancel()
  }
}
