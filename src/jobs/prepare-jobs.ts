// Lays the tables of graphile-worker, as accord_jobs, in the schema that this role owns.
import { Logger, runMigrations } from 'graphile-worker'
import type pg from 'pg'

/** The library's own words go nowhere: ours are written where a job begins, ends and fails. */
export const silentLogger = new Logger(() => () => undefined)

/** Safe when several processes do it at once, and quick when there is nothing to do. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silentLogger })
}
