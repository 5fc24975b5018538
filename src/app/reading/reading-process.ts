// Reads each outside file in a process of its own, never in the server.
import { availableParallelism } from 'node:os'
import { filesError } from '../../files/index.ts'
import { AppError, type Timers } from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import { SqlError } from '../../storage/index.ts'
import type { launchReader } from './launch-reader.ts'
import { ReaderPool } from './reader-pool.ts'
import { type ReadingLimits, usualLimits } from './reading-limits.ts'
import { readingSlots } from './reading-slots.ts'
import type { ReadingPlaces, ReadingResults, ReadingTask } from './reading-task.ts'
import { type Watch, watchReader } from './watch-reader.ts'

export type Readings = {
  /**
   * `octets`: the file where it comes by a request. They are asked for as they are read. `begin`:
   * asked when its turn has come; where it says no, nothing is read, and the answer is null.
   */
  read<K extends ReadingTask['kind']>(
    task: Extract<ReadingTask, { kind: K }>,
    octets?: AsyncIterable<Uint8Array>,
    begin?: K extends 'import' ? () => Promise<boolean> : never,
  ): Promise<ReadingResults[K]>
  /** Ends what runs: its batches are committed or gone, and the next start goes on from there. */
  stop(): Promise<void>
}

export type ReadingInfrastructure = {
  timers: Timers
  logger: Logger
  metrics: Pick<Metrics, 'count'>
  /** Null where nothing is kept: a file is looked at, and that is all. */
  places: (() => ReadingPlaces) | null
  limits?: Partial<ReadingLimits>
  /** How one is begun; as the program does, unless it is said. */
  launch?: typeof launchReader
}

export function readingProcesses(infrastructure: ReadingInfrastructure): Readings {
  const { timers, logger, metrics } = infrastructure
  const limits = { ...usualLimits, ...infrastructure.limits }
  const slots = readingSlots(limits)
  const pool = new ReaderPool(limits, timers, infrastructure.launch)

  const read = async (
    task: ReadingTask,
    octets?: AsyncIterable<Uint8Array>,
    begin?: () => Promise<boolean>,
  ) => {
    // Imports are work of the queue; somebody waits for the answer of all else.
    const release = await slots.take(accountOf(task), task.kind !== 'import')
    try {
      if (pool.isStopping) throw filesError('files.reading_cut_off')
      if (begin !== undefined && !(await begin())) return null
      const places = task.kind === 'classify' ? null : (infrastructure.places?.() ?? null)
      const about = { order: { task, places }, runners: runnersOf(task), octets: octets ?? null }
      const bounds = { wholeMs: wholeMsOf(task, limits), limits }
      return await readBy(pool, { ...about, ...bounds, timers, logger, metrics })
    } finally {
      release()
    }
  }
  return {
    read: read as Readings['read'],
    stop: async () => {
      slots.close()
      await pool.stop()
    },
  }
}

async function readBy(pool: ReaderPool, about: Omit<Watch, 'isFresh'>): Promise<unknown> {
  const reader = pool.take()
  try {
    const result = await watchReader(reader.child, { ...about, isFresh: reader.files === 1 })
    pool.giveBack(reader)
    return result
  } catch (error) {
    // What it said of the file it said in order; who is stuck or gone is not asked again.
    const isInOrder = error instanceof AppError || error instanceof SqlError
    if (isCrash(error) || !isInOrder) await pool.end(reader)
    else pool.giveBack(reader)
    throw pool.isStopping ? filesError('files.reading_cut_off') : error
  }
}

export const isCrash = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'files.reading_crashed'

function accountOf(task: ReadingTask): string {
  if (task.kind === 'classify') return ''
  return task.kind === 'import' ? task.work.accountId : task.caller.accountId
}

function runnersOf(task: ReadingTask): number {
  if (task.kind !== 'import') return 1
  return Math.min(task.work.runnersMax ?? 1, availableParallelism())
}

const mebi = 1_024 ** 2
const hoursOfStream = 6

/** A stream's size is not known before its end; it is the sender's pace that counts most. */
function wholeMsOf(task: ReadingTask, { wholeMs, wholeMsPerMebibyte }: ReadingLimits): number {
  if (task.kind === 'forecast') return wholeMs
  if (task.kind !== 'import') return hoursOfStream * 3_600_000
  return wholeMs + Math.ceil((task.work.sizeOctets ?? 0) / mebi) * wholeMsPerMebibyte
}
