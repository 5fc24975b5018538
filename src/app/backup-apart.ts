// Backups and drills beside the server: each in a process of its own, with the lowest priority.
import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunKind, type RunTrigger, tellFailure } from '../backup/index.ts'
import type { Timers } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import { type Database, lowerProcess } from '../storage/index.ts'
import { realTimers } from './clock.ts'
import type { BackupConfig } from './foundation.ts'

export type BackupOrder = {
  kind: RunKind
  trigger: RunTrigger
  config: BackupConfig
  aheadMs: number
}
/** Null: it is done, and what it found is in the database. */
export type BackupTold = { failure: string | null }

export type BackupsApart = {
  run(kind: RunKind, trigger: RunTrigger): Promise<void>
  begin(kind: RunKind, trigger: RunTrigger): boolean
  stop(): Promise<void>
}

export function backupsApart(
  infrastructure: { timers: Timers; logger: Pick<Logger, 'error' | 'info'>; database: Database },
  config: BackupConfig | null,
): BackupsApart {
  const { timers, logger } = infrastructure
  let underWay: { child: ChildProcess; ended: Promise<void> } | null = null
  let isStopping = false

  const start = (kind: RunKind, trigger: RunTrigger): Promise<void> | null => {
    if (underWay !== null || isStopping || config === null) return null
    const child = launch()
    const aheadMs = timers.now() - realTimers.now()
    child.send({ kind, trigger, config, aheadMs } satisfies BackupOrder)
    const ended = endOf(child).then(async (failure) => {
      underWay = null
      if (failure === null) {
        logger.info('backup.done', { kind, trigger })
        return
      }
      // Stopped with the server, it is run again in its time.
      if (isStopping || failure === 'backup.under_way') return
      logger.error('backup.failed', { kind, trigger, reason: failure })
      await tellFailure(infrastructure, kind, timers.now()).catch(() => undefined)
    })
    underWay = { child, ended }
    return ended
  }
  return {
    run: async (kind, trigger) => {
      await underWay?.ended
      await start(kind, trigger)
    },
    begin: (kind, trigger) => start(kind, trigger) !== null,
    stop: async () => {
      isStopping = true
      underWay?.child.disconnect()
      await underWay?.ended
    },
  }
}

function launch(): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url))
  const program = fileURLToPath(new URL(`./programs/backup-child${extension}`, import.meta.url))
  const child = fork(program, [], {
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  lowerProcess(child.pid)
  return child
}

/** The code of the failure; null: it ended well. */
function endOf(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    let told: BackupTold | null = null
    child.on('message', (message: BackupTold) => {
      told = message
    })
    child.once('error', () => resolve('backup.broken'))
    child.once('exit', () => resolve(told === null ? 'backup.cut_off' : told.failure))
  })
}
