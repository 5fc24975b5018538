// Reads an import's file in another process: counts attempts, and gives up on repeated crashes.

import { AppError } from '../../kernel/index.ts'
import type { ImportState } from '../contract.ts'
import type { ImportWork, IntakeDeps, ReadElsewhere } from '../deps.ts'
import { intakeLimits } from '../deps.ts'
import { beginReading, endReading, findImport, type Key } from '../store.ts'
import { deleteUpload } from './delete-files.ts'
import { failImport } from './fail-import.ts'

type Deps = IntakeDeps & { elsewhere: Pick<ReadElsewhere, 'import' | 'isCrash'> }

const toRead: ReadonlySet<ImportState> = new Set(['received', 'running'])

export type ReadFile = (work: ImportWork) => Promise<void>

/**
 * What the file does to its reader it does again: the attempt is committed before its first octet
 * is read, a step forward takes it back to the first, and the second that ends so is the last.
 * Whether the reader died or the whole server with it is not asked. While a file waits for its turn
 * nothing is counted: whatever ends then is not its doing.
 */
export function readFileWith(deps: Deps): ReadFile {
  const { database, elsewhere, logger } = deps
  const { crashesMax, runnersFromOctets, runnersMax } = intakeLimits
  /** They ended in order, and the database was away when that was to be written. */
  const inOrder = new Set<string>()

  return async (work) => {
    const { accountId, importId } = work
    const key: Key = { accountId, importId }
    const row = await database.inAccount(accountId, (tx) => findImport(tx, key))
    if (row === null || !toRead.has(row.state)) return
    const isAfresh = inOrder.has(importId)
    if (!isAfresh && row.readings_open >= crashesMax) return giveUp(deps, key)
    const { size_bytes: sizeOctets } = row
    const isHuge = work.what === 'run' && sizeOctets >= runnersFromOctets
    let attempt = 0
    const begin = async () => {
      const begun = await database.inAccount(accountId, (tx) => beginReading(tx, key, isAfresh))
      inOrder.delete(importId)
      attempt = begun?.readings_open ?? 0
      return begun !== null
    }
    const asked = { ...work, sizeOctets, runnersMax: isHuge ? runnersMax : 1 }
    try {
      await elsewhere.import(asked, begin)
    } catch (error) {
      if (elsewhere.isCrash(error)) {
        logger.warn('intake.file_crashed', { import: importId, attempt })
        if ((await crashesOf(key)) >= crashesMax) return giveUp(deps, key)
      } else if (attempt > 0) await ended(key)
      throw error
    }
    if (attempt > 0) await ended(key)
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

  async function ended(key: Key): Promise<void> {
    try {
      await database.inAccount(key.accountId, (tx) => endReading(tx, key))
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
