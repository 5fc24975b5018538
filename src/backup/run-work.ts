// One backup or drill from its beginning to its end: one at a time, and what became of it is kept.
import { AppError } from '../kernel/index.ts'
import { giveWay, underCopyLock } from '../storage/index.ts'
import { openFolder, removeUnfinished } from './backup-folder.ts'
import type { RunKind, RunTrigger, WorkDeps } from './deps.ts'
import { type Drilled, drill, isWell } from './drill.ts'
import { backupError } from './errors.ts'
import { type Made, makeBackup } from './make-backup.ts'
import { endCutOff, endRun, forgetRuns, insertRun } from './store.ts'

const keepRunsMs = 400 * 86_400_000

/** Where backups may lie; refused where there can be none. */
export function folderFor(deps: Pick<WorkDeps, 'settings' | 'storage'>): string {
  if (deps.storage.embedded === null) throw backupError('backup.elsewhere')
  const { folder } = deps.settings
  if (folder === null) throw backupError('backup.off')
  return folder
}

export async function runBackup(
  deps: WorkDeps,
  trigger: RunTrigger,
  folder: string = folderFor(deps),
): Promise<Made> {
  // Nobody waits for what the schedule begins: PostgreSQL spreads its checkpoint out.
  const checkpoint = trigger === 'schedule' ? 'spread' : 'fast'
  return recorded(deps, { kind: 'backup', trigger, folder }, async (owner) => {
    const made = await makeBackup(deps, owner, { folder, checkpoint })
    return { result: made, backupId: made.id, found: {}, failure: null }
  })
}

export async function runDrill(
  deps: WorkDeps,
  trigger: RunTrigger,
  folder: string = folderFor(deps),
): Promise<Drilled & { isWell: boolean }> {
  return recorded(deps, { kind: 'drill', trigger, folder }, async (owner) => {
    const { backupId, found } = await drill(deps, owner, folder)
    const failure = isWell(found) ? null : 'backup.drill_failed'
    return { result: { backupId, found, isWell: failure === null }, backupId, found, failure }
  })
}

type Owner = Parameters<Parameters<WorkDeps['storage']['asOwner']>[0]>[0]
type Worked<T> = { result: T; backupId: string; found: object; failure: string | null }

async function recorded<T>(
  deps: WorkDeps,
  about: { kind: RunKind; trigger: RunTrigger; folder: string },
  work: (owner: Owner) => Promise<Worked<T>>,
): Promise<T> {
  const { database, timers } = deps
  const runId = deps.makeId()
  const { kind, trigger, folder } = about
  const run = async (owner: Owner): Promise<T> => {
    if (deps.storage.embedded !== null) await giveWay(owner)
    const begunAt = timers.now()
    await database.inInstallation(async (tx) => {
      await endCutOff(tx, begunAt)
      await forgetRuns(tx, begunAt - keepRunsMs)
      await insertRun(tx, { runId, kind, trigger, begunAt })
    })
    const end = (
      state: 'done' | 'failed',
      reason: string | null,
      more: Partial<Worked<T>> = {},
    ) => {
      const { backupId = null, found = {} } = more
      const told = { state, at: timers.now(), reason, backupId, found }
      return database.inInstallation((tx) => endRun(tx, runId, told))
    }
    try {
      openFolder(folder)
      removeUnfinished(folder)
      const worked = await work(owner)
      await end(worked.failure === null ? 'done' : 'failed', worked.failure, worked)
      return worked.result
    } catch (error) {
      await end('failed', reasonOf(error)).catch(() => undefined)
      throw error
    }
  }
  const done = await deps.storage.asOwner((owner) => underCopyLock(owner, () => run(owner)))
  if (done === null) throw backupError('backup.under_way')
  return done.done
}

/** What is no error of ours has no sentence: the log of whoever began it tells of it. */
export const reasonOf = (error: unknown): string =>
  error instanceof AppError ? error.code : 'backup.broken'
