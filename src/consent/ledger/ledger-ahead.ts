// Whether the ledgers on disk hold more than the database knows:
// it was restored to an earlier hour.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCheckpoint } from '../../ledger/index.ts'
import type { Database } from '../../storage/index.ts'
import { treeSizesInAnyAccount } from '../store/tree-store.ts'

/**
 * A checkpoint is written after the commit that it signs, and the disk is read first: where all is
 * well the database is never behind. An account that it does not know at all counts as behind too.
 */
export async function isLedgerAhead(deps: {
  database: Database
  dataFolder: string
}): Promise<boolean> {
  const published = await publishedSizes(join(deps.dataFolder, 'ledger'))
  if (published.size === 0) return false
  const known = await deps.database.inAnyAccount(treeSizesInAnyAccount)
  return [...published].some(([accountId, size]) => size > (known.get(accountId) ?? 0))
}

async function publishedSizes(folder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const accountId of (await orNull(readdir(folder))) ?? []) {
    const text = await orNull(readFile(join(folder, accountId, 'checkpoint'), 'utf8'))
    sizes.set(accountId, (text === null ? null : parseCheckpoint(text)?.size) ?? 0)
  }
  return sizes
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
}
