// The thread of one import: opens the database and the keys for itself, does the work, and ends.
import { getPriority, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { accountOf } from '../accounts/index.ts'
import { createAudit } from '../audit/index.ts'
import { createConsent } from '../consent/index.ts'
import { createContacts } from '../contacts/index.ts'
import { doImportWork } from '../intake/index.ts'
import { jobs } from '../jobs/index.ts'
import { type MakeId, uuidV7 } from '../kernel/index.ts'
import type { Metrics } from '../observability/index.ts'
import { createSensitive } from '../sensitive/index.ts'
import { joinDatabase } from '../storage/index.ts'
import { openVault } from '../vault/index.ts'
import { systemRandomness, timersAhead } from './clock.ts'
import type { ThreadMessage, ThreadTask } from './import-thread.ts'
import { loggerTo, toldError } from './thread.ts'

/** Two batches of a runner are open at most, and progress is looked at beside them. */
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
  const { keysFolder, dataFolder, originHost } = task
  const timers = timersAhead(task.aheadMs)
  const randomness = systemRandomness
  const makeId: MakeId = () => uuidV7(timers.now(), randomness.bytes(10))
  const database = joinDatabase(task.wayIn, connectionsMax)
  try {
    const onPageOpened = () => metrics.count('accord_vault_pages_opened_total')
    const keys = { keysFolder, pagesCachedMax, onPageOpened }
    const vault = await openVault({ database, randomness, ...keys })
    const base = { database, vault, randomness, makeId, timers, clock: timers, dataFolder }
    const audit = createAudit(base)
    const accounts = { facts: accountOf }
    const consent = createConsent({ ...base, originHost })
    const contacts = createContacts({ ...base, audit, accounts, proofs: consent })
    const sensitive = createSensitive({ ...base, consent })
    const logger = loggerTo(say)
    const rooms = { audit, accounts, contacts, consent, sensitive, jobs }
    const deps = { ...base, ...rooms, logger, metrics }
    await doImportWork(deps, task.work)
  } finally {
    await database.close()
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
