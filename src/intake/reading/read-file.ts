// Reads an import's file in another process: counts attempts, and gives up on repeated crashes.

import { AppError } from '../../kernel/index.ts'
import type { ImportWork, IntakeDeps, ReadElsewhere } from '../deps.ts'
import { intakeLimits } from '../deps.ts'
import { beginReading, endReading, findImport, type Key, uncountReading } from '../store.ts'
import { deleteUpload } from './delete-files.ts'
import { failImport } from './fail-import.ts'

type Deps = IntakeDeps & { elsewhere: Pick<ReadElsewhere, 'import' | 'isCrash'> }

export type ReadFile = (work: ImportWork) => Promise<void>

/**
 * What the file does to its reader it does again: the attempt is committed first, a step forward
 * takes it back to the first, and the second that ends so is the last. Whether the reader died or
 * the whole server with it is not asked.
 */
export function readFileWith(deps: Deps): ReadFile {
  const { database, elsewhere, logger } = deps
  const { crashesMax, runnersFromOctets, runnersMax } = intakeLimits
  /** They ended in order, and the database was away when that was to be written. */
  const inOrder = new Set<string>()

  return async (work) => {
    const { accountId, importId } = work
    const key: Key = { accountId, importId }
    const begun = await database.inAccount(accountId, (tx) =>
      beginReading(tx, key, inOrder.has(importId)),
    )
    inOrder.delete(importId)
    if (begun === null) return
    const { readings_open: attempt, size_bytes: sizeOctets } = begun
    if (attempt > crashesMax) return giveUp(deps, key)
    const isHuge = work.what === 'run' && sizeOctets >= runnersFromOctets
    try {
      await elsewhere.import({ ...work, sizeOctets, runnersMax: isHuge ? runnersMax : 1 })
    } catch (error) {
      if (elsewhere.isCrash(error)) {
        logger.warn('intake.file_crashed', { import: importId, attempt })
        if ((await crashesOf(key)) >= crashesMax) return giveUp(deps, key)
      } else await ended(key, isBusy(error) ? uncountReading : endReading)
      throw error
    }
    await ended(key)
  }

  /** As it stands now: each step forward that was committed meanwhile took it back to the first. */
  async function crashesOf(key: Key): Promise<number> {
    try {
      const row = await database.inAccount(key.accountId, (tx) => findImport(tx, key))
      return row?.readings_open ?? 0
    } catch {
      // The database is away: the next attempt finds it there, before it reads.
      return 0
    }
  }

  async function ended(key: Key, write = endReading): Promise<void> {
    try {
      await database.inAccount(key.accountId, (tx) => write(tx, key))
    } catch {
      inOrder.add(key.importId)
    }
  }
}

/** It has not begun: other files of its account are read, and another one waits already. */
export const isBusy = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'files.reading_busy'

/** Nothing reads it any more: it is told, and the file goes. */
async function giveUp(deps: IntakeDeps, key: Key): Promise<void> {
  const failure = { code: 'intake.file_crashed', details: {} }
  await deps.database.inAccount(key.accountId, (tx) => failImport(deps, tx, key, failure))
  deps.logger.warn('intake.import_given_up', { import: key.importId })
  await deleteUpload(deps, key)
}
