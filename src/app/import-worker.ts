// The thread of one import: opens the database and the keys for itself, does the work, and ends.
import { getPriority, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { accountOf } from '../accounts/index.ts'
import { doImportWork } from '../intake/index.ts'
import { jobs } from '../jobs/index.ts'
import type { Metrics } from '../observability/index.ts'
import { baseOf } from './compose-base.ts'
import type { ThreadMessage, ThreadTask } from './import-thread.ts'
import { loggerTo, toldError } from './thread.ts'
import { openThreadGround } from './thread-ground.ts'

/** Three batches of a runner are open at most, and progress is looked at beside them. */
const connectionsMax = 4
/** An import meets each page of keys once: few need to stay open. */
const pagesCachedMax = 64

const say = (message: ThreadMessage) => parentPort?.postMessage(message)

const metrics: Pick<Metrics, 'count'> = {
  count: (name, labels = {}, by = 1) => say({ kind: 'count', name, labels, by }),
}

/** Steps of niceness below the server's own thread. */
const niceness = 5
const nicenessMax = 19

/**
 * A STOP goes before the rows of a file. On Linux a thread has a priority of its own; elsewhere the
 * call would mean the whole process.
 */
function yieldToRequests(): void {
  if (process.platform !== 'linux') return
  setPriority(Math.min(nicenessMax, getPriority() + niceness))
}

async function run(task: ThreadTask): Promise<void> {
  const onPageOpened = () => metrics.count('accord_vault_pages_opened_total')
  const ground = await openThreadGround(task, { connectionsMax, pagesCachedMax, onPageOpened })
  try {
    const told = { logger: loggerTo(say), metrics }
    const base = baseOf({ ...ground, ...told, dataFolder: task.dataFolder }, task)
    const rooms = { accounts: { facts: accountOf }, jobs }
    await doImportWork({ ...base, ...rooms }, task.work)
  } finally {
    await ground.database.close()
  }
}

/**
 * A row is a dozen small buffers, cut from a pool by the allocator. A larger pool is as many fewer
 * objects for the collector.
 */
Buffer.poolSize = 128 * 1024

yieldToRequests()
try {
  await run(workerData as ThreadTask)
  say({ kind: 'done' })
} catch (error) {
  const told = toldError(error)
  // Anything else is our own mistake, and ends the thread as one.
  if (told === null) throw error
  say({ kind: 'failed', error: told })
}
