// The program of the process that makes one backup or drill, with the lowest priority.
import { removeDrill } from '../../backup/index.ts'
import { AppError } from '../../kernel/index.ts'
import type { BackupOrder, BackupTold } from '../backup-apart.ts'
import { backUp, drillBackup } from '../backups.ts'
import { realTimers, timersAhead } from '../clock.ts'
import { giveWayToAll } from './low-priority.ts'

giveWayToAll()

async function work({ kind, trigger, config, aheadMs }: BackupOrder): Promise<string | null> {
  const timers = timersAhead(aheadMs)
  if (kind === 'drill') drills = config
  try {
    if (kind === 'backup') {
      await backUp(config, trigger, undefined, timers)
      return null
    }
    const { isWell } = await drillBackup(config, trigger, undefined, timers)
    return isWell ? null : 'backup.drill_failed'
  } catch (error) {
    return error instanceof AppError ? error.code : 'backup.broken'
  }
}

process.once('message', (order: BackupOrder) => {
  void work(order).then((failure) => {
    process.send?.({ failure } satisfies BackupTold, () => process.exit(0))
  })
})

const endMs = 5_000
/**
 * The server ends or is gone: what is unfinished has no name yet, and the next one removes it. The
 * drill's own database server ends with this process.
 */
process.once('disconnect', () => {
  realTimers.after(endMs, end)
  if (drills === null) end()
  else void removeDrill({ places: drills, timers: realTimers }).then(end, end)
})
const end = () => process.kill(process.pid, 'SIGKILL')
/** Where a drill is under way. */
let drills: BackupOrder['config'] | null = null
// Whoever stops the server stops this process by it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
