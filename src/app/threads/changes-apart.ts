// The receiver of changes beside the server: in a process of its own, begun again when it ends.
import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChangesSeen, ChangesWatch, endChangeLines, isFollowed } from '../../backup/index.ts'
import {
  type Instant,
  type Randomness,
  type Repeated,
  repeated,
  type Timers,
} from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import { changeLines, type Database, lowerProcess, type Storage } from '../../storage/index.ts'
import type { BackupConfig } from '../foundation.ts'

export type ChangesOrder = {
  address: Storage['wayIn']['address']
  folder: string
  keysFolder: string
  line: string
}
/** The code of what ended it; null: it was asked to end. */
export type ChangesTold = { failure: string | null }

export type ChangesApart = {
  start(): void
  /** As it was some seconds ago: nobody who shows it waits for a folder or the database. */
  seen(): ChangesSeen
  /** Since when a new backup is needed before changes can be kept again; null: none is. */
  neededSince(): Instant | null
  stop(): Promise<void>
}

const lookEveryMs = 5_000
/** After a failure that the next try may meet again, such as a full disk. */
const afterFailureMs = 30_000
const stopMs = 5_000

type Infrastructure = {
  timers: Timers
  logger: Pick<Logger, 'error' | 'info'>
  database: Database
  randomness: Randomness
  storage: Pick<Storage, 'asOwner' | 'embedded' | 'wayIn'>
}

export function changesApart(infrastructure: Infrastructure, config: BackupConfig): ChangesApart {
  const { storage, timers, logger } = infrastructure
  const { dataFolder, filesFolder, keysFolder } = config
  const { folder, changes } = config.backup
  const isEmbedded = storage.embedded !== null
  const places = { dataFolder, filesFolder, keysFolder }
  const set = { ...infrastructure, settings: config.backup, places, isEmbedded }
  const watch = new ChangesWatch(set)
  let running: Running | null = null
  let notBefore: Instant = timers.now() + lookEveryMs
  let watching: Repeated | null = null

  const endLines = () => storage.asOwner((owner) => endChangeLines(owner, storage.wayIn.address))
  const lost = async (): Promise<void> => {
    await watch.lost()
    await endLines()
  }
  const keep = async (place: string): Promise<void> => {
    const found = await storage.asOwner(changeLines)
    const whole = found.find(({ isWhole }) => isWhole)
    if (whole === undefined) return found.length > 0 ? lost() : undefined
    if (!isFollowed(set, whole.line)) return
    const order = { address: storage.wayIn.address, folder: place, line: whole.line, keysFolder }
    running = launch(order)
  }
  const ended = async ({ failure }: ChangesTold): Promise<void> => {
    running = null
    if (failure === 'backup.changes_lost') return lost()
    // One that was killed has met nothing that it would meet again.
    notBefore = timers.now() + (failure === null ? 0 : afterFailureMs)
    logger.error('backup.changes_interrupted', { reason: failure ?? 'backup.cut_off' })
    if (failure !== null && failure !== 'storage.database_unavailable') await watch.tell()
  }
  let isOffDone = false
  const pass = async (isStopping: () => boolean): Promise<number> => {
    try {
      if (folder !== null && changes) {
        const told = running?.told() ?? null
        if (told !== null) await ended(told)
        if (running === null && timers.now() >= notBefore && !isStopping()) await keep(folder)
      } else if (!isOffDone) {
        await endLines()
        isOffDone = true
      }
      await watch.look()
    } catch (error) {
      // The database may be starting again.
      logger.error('backup.changes_failed', failureFields(error))
    }
    return lookEveryMs
  }
  return {
    start: () => {
      if (isEmbedded) watching = repeated(timers, 0, pass)
    },
    seen: () => watch.seen,
    neededSince: () => watch.neededSince,
    stop: async () => {
      await watching?.stop()
      await running?.stop(timers)
    },
  }
}

type Running = { told(): ChangesTold | null; stop(timers: Timers): Promise<void> }

function launch(order: ChangesOrder): Running {
  const extension = extname(fileURLToPath(import.meta.url))
  const program = fileURLToPath(new URL(`../programs/changes-child${extension}`, import.meta.url))
  const child: ChildProcess = fork(program, [], {
    execArgv: ['--max-old-space-size=128'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  lowerProcess(child.pid)
  let told: ChangesTold | null = null
  let isOver = false
  child.on('message', (message: ChangesTold) => {
    told = message
  })
  const over = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
  child.send(order, () => undefined)
  return {
    told: () => (isOver ? (told ?? { failure: null }) : null),
    stop: async (timers) => {
      if (isOver) return
      if (child.connected) child.disconnect()
      const cancel = timers.after(stopMs, () => child.kill('SIGKILL'))
      await over
      cancel()
    },
  }
}
