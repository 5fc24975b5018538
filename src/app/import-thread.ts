// The long work of an import in threads of its own: the server's requests do not wait for it.
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { ImportWork } from '../intake/index.ts'
import { AppError, type Timers } from '../kernel/index.ts'
import type { CounterName, Labels, Logger, Metrics } from '../observability/index.ts'
import type { Storage } from '../storage/index.ts'
import { realTimers } from './clock.ts'
import { growFurther } from './heap-growth.ts'
import { errorFrom, type LogLine, newThread, type ToldError } from './thread.ts'
import type { ThreadPlaces } from './thread-ground.ts'

/** What a thread is given; it opens the database and the keys by itself. */
export type ThreadTask = ThreadPlaces & {
  dataFolder: string
  originHost: string
  work: ImportWork
}

/** What the thread says: lines for the log, and how it ended. */
export type ThreadMessage =
  | LogLine
  | { kind: 'count'; name: CounterName; labels: Labels; by: number }
  | { kind: 'done' }
  | { kind: 'failed'; error: ToldError }

/**
 * Rows live for one batch and die together: a young generation that holds two batches spares the
 * collector from copying each of them twice (docs/reference/import-budget.md).
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 }

export type ImportThreads = {
  work(work: ImportWork): Promise<void>
  /** Cuts off what runs: its batches are committed or gone, and the next start goes on from there. */
  stop(): Promise<void>
}

export function importThreads(
  ground: Omit<ThreadTask, 'work' | 'aheadMs' | 'wayIn'> & {
    storage: Pick<Storage, 'wayIn'>
    timers: Timers
    logger: Logger
    metrics: Pick<Metrics, 'count'>
  },
): ImportThreads {
  const { timers, storage, dataFolder, keysFolder, originHost } = ground
  const running = new Set<Worker>()
  return {
    work: async (work) => {
      const aheadMs = timers.now() - realTimers.now()
      const { wayIn } = storage
      const of = Math.min(work.runnersMax ?? 1, availableParallelism())
      const workers = Array.from({ length: of }, (_, index) => {
        const share = { ...work, share: { index, of } }
        const task: ThreadTask = { wayIn, dataFolder, keysFolder, originHost, aheadMs, work: share }
        return newThread('import-worker', { workerData: task, resourceLimits })
      })
      for (const worker of workers) running.add(worker)
      const usualAgain = growFurther()
      try {
        await Promise.all(workers.map((worker) => ending(worker, ground)))
      } catch (error) {
        // Where one fails the others wait in vain: what they have not committed is done again.
        await Promise.all(workers.map((worker) => worker.terminate()))
        throw error
      } finally {
        for (const worker of workers) running.delete(worker)
        usualAgain()
      }
    },
    stop: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

type Told = { logger: Logger; metrics: Pick<Metrics, 'count'> }

function ending(worker: Worker, { logger, metrics }: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    let isTold = false
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'log') logger[message.level](message.event, message.fields)
      else if (message.kind === 'count') metrics.count(message.name, message.labels, message.by)
      else {
        isTold = true
        if (message.kind === 'done') resolve()
        else reject(errorFrom(message.error))
      }
    })
    worker.once('error', (error) => {
      isTold = true
      reject(error)
    })
    worker.once('exit', () => {
      if (!isTold) reject(cutOff())
    })
  })
}

/** The queue gives the job back to whoever comes next. */
function cutOff(): AppError {
  return new AppError(
    'intake.interrupted',
    'unavailable',
    'The import was cut off; it goes on by itself where it stopped.',
  )
}
