// The queue's library is loaded by whoever runs the queue: threads and requests only ask for work.
import type pg from 'pg'
import type { JobsOptions, RunningJobs } from './start-jobs.ts'

export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const queue = await import('./start-jobs.ts')
  return queue.startJobs(options)
}

export async function prepareJobs(pool: pg.Pool): Promise<void> {
  const tables = await import('./prepare-jobs.ts')
  await tables.prepareJobs(pool)
}
