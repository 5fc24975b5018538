// The thread that reads a file: opens the database and the keys for itself, does the work, answers.
import { getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { accountOf } from '../../accounts/index.ts'
import { filesError, LimitedSource, type SourceLimit } from '../../files/index.ts'
import { doImportWork, forecastImport, importSuppressions, listLimit } from '../../intake/index.ts'
import { jobs } from '../../jobs/index.ts'
import { assert } from '../../kernel/index.ts'
import { failureFields, type Metrics } from '../../observability/index.ts'
import { archiveLimit, importReceipts } from '../../receipts/index.ts'
import { SqlError } from '../../storage/index.ts'
import { realTimers } from '../clock.ts'
import { baseOf } from '../compose-base.ts'
import { classifyFile } from '../reading/classify-file.ts'
import type {
  FromReading,
  Order,
  ReadingPlaces,
  ReadingTask,
  ToReading,
} from '../reading/reading-task.ts'
import { loggerTo, toldError } from '../threads/thread.ts'
import { openThreadInfrastructure } from '../threads/thread-infrastructure.ts'

/** Three batches of a runner are open at most, and progress is looked at beside them. */
const connectionsMax = 4
/** An import meets each page of keys once: few need to stay open. */
const pagesCachedMax = 64
const aliveEveryMs = 2_000

const say = (message: FromReading) => parentPort?.postMessage(message)

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

function sayAlive(): void {
  say({ kind: 'alive' })
  realTimers.after(aliveEveryMs, sayAlive)
}

/** Whatever is sent while a file is read: one piece at a time, when it is asked for. */
let take: (message: ToReading) => void = () => undefined

async function* octetsSent(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = new Promise<ToReading>((resolve) => {
      take = resolve
    })
    say({ kind: 'wants_octets' })
    const message = await next
    if (message.kind === 'octets') yield message.octets
    else if (message.kind === 'octets_end') return
    else throw filesError('files.reading_cut_off')
  }
}

const sent = (limit: SourceLimit) => LimitedSource.of({ sizeBytes: null, open: octetsSent }, limit)

async function onInfrastructure(
  task: Exclude<ReadingTask, { kind: 'classify' }>,
  places: ReadingPlaces,
): Promise<unknown> {
  const onPageOpened = () => metrics.count('accord_vault_pages_opened_total')
  const infrastructure = await openThreadInfrastructure(places, {
    connectionsMax,
    pagesCachedMax,
    onPageOpened,
  })
  try {
    const told = { logger: loggerTo(say), metrics }
    const base = baseOf({ ...infrastructure, ...told, dataFolder: places.dataFolder }, places)
    const rooms = { accounts: { facts: accountOf }, jobs }
    const deps = { ...base, ...rooms }
    switch (task.kind) {
      case 'import':
        await doImportWork(deps, task.work)
        return null
      case 'forecast':
        return await forecastImport(deps, task.caller, task)
      case 'list':
        return await importSuppressions(deps, task.caller, { ...task, octets: sent(listLimit) })
      case 'receipts':
        return await importReceipts(base, task.caller, { ...task, octets: sent(archiveLimit) })
    }
  } finally {
    await infrastructure.database.close()
  }
}

async function run({ task, places }: Order): Promise<void> {
  try {
    if (task.kind === 'classify') {
      say({ kind: 'done', result: await classifyFile(task.path, task.sheet) })
    } else {
      assert(places !== null, 'who keeps what is read is told where')
      say({ kind: 'done', result: await onInfrastructure(task, places) })
    }
  } catch (error) {
    const told = toldError(error)
    // Anything else is our own mistake, and ends the thread as one.
    if (told === null) throw error
    // Where it was thrown is known here alone.
    if (error instanceof SqlError) loggerTo(say).warn('files.reader_refused', failureFields(error))
    say({ kind: 'failed', error: told })
  }
}

/**
 * A row is a dozen small buffers, cut from a pool by the allocator. A larger pool is as many fewer
 * objects for the collector.
 */
Buffer.poolSize = 128 * 1024

yieldToRequests()
sayAlive()
parentPort?.on('message', (message: ToReading) => {
  if (message.kind === 'begin') void run(message.order)
  else take(message)
})
