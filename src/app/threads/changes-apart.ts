// The receiver of changes beside the server: in a process of its own, begun again when it ends.
import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endChangeLines, listBackups, tellFailure } from '../../backup/index.ts'
import { type Instant, repeated, type Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import { changeLines, type Database, type Storage } from '../../storage/index.ts'
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
  /** Since when a new backup is needed before changes can be kept again; null: none is. */
  neededSince(): Instant | null
  stop(): Promise<void>
}

const lookEveryMs = 5_000
/** After a failure that the next try may meet again, such as a full disk. */
const afterFailureMs = 30_000
/** Where nothing says why there is no line: a start is busy enough by itself. */
const afterStartMs = 15 * 60_000
const stopMs = 5_000

type Infrastructure = {
  timers: Timers
  logger: Pick<Logger, 'error' | 'info'>
  database: Database
  storage: Pick<Storage, 'asOwner' | 'embedded' | 'wayIn'>
}

export function changesApart(infrastructure: Infrastructure, config: BackupConfig): ChangesApart {
  const { storage, timers, logger } = infrastructure
  const { folder, changes } = config.backup
  if (storage.embedded === null) return { neededSince: () => null, stop: async () => undefined }
  const startedAt = timers.now()
  let running: Running | null = null
  let notBefore: Instant = startedAt
  let needed: Instant | null = null

  const lost = async (): Promise<void> => {
    const at = timers.now()
    needed = at
    logger.error('backup.changes_lost')
    await tellFailure(infrastructure, 'changes', at).catch(() => undefined)
    await storage.asOwner((owner) => endChangeLines(owner, storage.wayIn.address))
  }
  const keep = async (place: string): Promise<void> => {
    const found = await storage.asOwner(changeLines)
    const whole = found.find(({ isWhole }) => isWhole)
    if (whole !== undefined) {
      needed = null
      const order = { address: storage.wayIn.address, folder: place, line: whole.line }
      running = launch({ ...order, keysFolder: config.keysFolder })
      return
    }
    if (found.length > 0) return lost()
    // A restored database, or one of before: from the next backup on.
    const hasBackup = listBackups(place).length > 0
    needed = hasBackup ? (needed ?? startedAt + afterStartMs) : null
  }
  const ended = async ({ failure }: ChangesTold): Promise<void> => {
    running = null
    if (failure === 'backup.changes_lost') return lost()
    // One that was killed has met nothing that it would meet again.
    notBefore = timers.now() + (failure === null ? 0 : afterFailureMs)
    logger.error('backup.changes_interrupted', { reason: failure ?? 'backup.cut_off' })
    if (failure !== null && failure !== 'storage.database_unavailable') {
      await tellFailure(infrastructure, 'changes', timers.now()).catch(() => undefined)
    }
  }
  const watching = repeated(timers, lookEveryMs, async (isStopping) => {
    try {
      if (folder === null || !changes) {
        await storage.asOwner((owner) => endChangeLines(owner, storage.wayIn.address))
        return dayMs
      }
      const told = running?.told() ?? null
      if (told !== null) await ended(told)
      if (running === null && timers.now() >= notBefore && !isStopping()) await keep(folder)
    } catch (error) {
      // The database may be starting again.
      logger.error('backup.changes_failed', failureFields(error))
    }
    return lookEveryMs
  })
  return {
    neededSince: () => needed,
    stop: async () => {
      await watching.stop()
      await running?.stop(timers)
    },
  }
}

const dayMs = 86_400_000

type Running = { told(): ChangesTold | null; stop(timers: Timers): Promise<void> }

function launch(order: ChangesOrder): Running {
  const extension = extname(fileURLToPath(import.meta.url))
  const program = fileURLToPath(new URL(`../programs/changes-child${extension}`, import.meta.url))
  const child: ChildProcess = fork(program, [], {
    execArgv: ['--max-old-space-size=128'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
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
