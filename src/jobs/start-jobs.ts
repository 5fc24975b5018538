// Runs the queue: takes jobs, gives them to their handlers, keeps their failures free of persons.
import { EventEmitter } from 'node:events'
import { type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { AppError, BugError, type Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Job, JobHandler, JobHandlers } from './job.ts'
import { keepPresence, type PoolPresence } from './pool-presence.ts'
import { prepareJobs, silentLogger } from './prepare-jobs.ts'

export type RunningJobs = {
  /** Takes no more jobs and waits for those under way; what is cut off runs again later. */
  stop(): Promise<void>
}

export type JobsOptions = {
  /** Connections as accord_jobs; ended with the queue. */
  pool: pg.Pool
  handlers: JobHandlers
  logger: Logger
  timers: Timers
  concurrency?: number
}

const concurrencyDefault = 3
const pollIntervalMs = 1000
const restartAfterMs = 1000

export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  await prepareJobs(options.pool)
  let isStopping = false
  const running = { ...options, isStopping: () => isStopping }
  let runner = await startRunner(running)
  const ended = (async () => {
    for (;;) {
      // It ends by itself when the database is away for long, well or with an error.
      await runner.promise.catch(() => undefined)
      if (isStopping) return
      options.logger.warn('jobs.queue_disturbed')
      runner = await restart(running, runner)
      if (isStopping) return
    }
  })()
  return {
    stop: async () => {
      isStopping = true
      // A queue that is ending by itself refuses to be told to.
      await runner.stop().catch(() => undefined)
      await ended
      await options.pool.end()
    },
  }
}

type Running = JobsOptions & Pick<Job, 'isStopping'>

async function restart(options: Running, last: Runner): Promise<Runner> {
  while (!options.isStopping()) {
    await options.timers.sleep(restartAfterMs)
    try {
      return await startRunner(options)
    } catch {
      options.logger.warn('jobs.queue_disturbed')
    }
  }
  return last
}

/** Its pool is known to live as long as it runs; what it leaves behind goes to the next. */
async function startRunner(options: Running): Promise<Runner> {
  const presence = keepPresence(options.pool, options.timers)
  try {
    const runner = await runWith(options, presence)
    const end = () => presence.close()
    runner.promise.then(end, end)
    return runner
  } catch (error) {
    await presence.close()
    throw error
  }
}

async function runWith(options: Running, presence: PoolPresence): Promise<Runner> {
  const { pool, handlers, concurrency } = options
  const taskList: TaskList = {}
  for (const [name, handle] of Object.entries(handlers))
    taskList[name] = task(name, handle, options)
  const events: WorkerEvents = new EventEmitter()
  // The queue writes the name of the pool, not of the worker, on a job that is taken.
  events.on('pool:create', ({ workerPool }) => presence.add(workerPool.id))
  const runner = await run({
    events,
    // Written one by one, what became of a job is not waited for by the library (0.17.3,
    // worker.js): away at that moment, the database would end the whole process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    pgPool: pool,
    taskList,
    concurrency: concurrency ?? concurrencyDefault,
    pollInterval: pollIntervalMs,
    noHandleSignals: true,
    // Given, so that no file named crontab in the working folder counts.
    parsedCronItems: [],
    logger: silentLogger,
  })
  endWhenNeverAsked(runner, events)
  return runner
}

/**
 * A runner that fails before its first look at the queue must be made anew: the library (0.17.3,
 * taskIdentifiers.js) keeps the failed look-up of its tasks' ids for good.
 */
function endWhenNeverAsked(runner: Runner, events: WorkerEvents): void {
  let hasAsked = false
  const asked = () => {
    hasAsked = true
  }
  events.on('worker:getJob:empty', asked)
  events.on('job:start', asked)
  events.on('worker:getJob:error', () => {
    if (hasAsked) return
    hasAsked = true
    runner.stop().catch(() => undefined)
  })
}

type Payload = { accountId: Job['accountId']; input: Job['input'] }

function task(name: string, handle: JobHandler, { logger, isStopping }: Running): TaskList[string] {
  return async (payload, helpers) => {
    const { attempts, max_attempts: attemptsMax } = helpers.job
    const { accountId, input } = payload as Payload
    const isLastAttempt = attempts >= attemptsMax
    try {
      await handle({ name, accountId, input, attempt: attempts, isLastAttempt, isStopping })
    } catch (error) {
      logger.error('jobs.job_failed', {
        ...failureFields(error),
        job: name,
        attempt: attempts,
        isLastAttempt,
      })
      // The queue keeps this text in a table: the code alone, since a message may quote a value.
      throw new Error(codeOf(error))
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  return error instanceof BugError ? 'bug' : 'error'
}
