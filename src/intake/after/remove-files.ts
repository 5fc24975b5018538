// The files of all imports of an account that is deleted.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountId, ImportId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import { importIds } from '../store.ts'

const atOnce = 500

/** Uploads and lists of rejects, sealed as they are; how many imports there were. */
export async function removeFilesOfAccount(
  deps: { database: Database; dataFolder: string },
  accountId: AccountId,
): Promise<number> {
  let count = 0
  let after: ImportId | null = null
  for (;;) {
    const from: ImportId | null = after
    const ids: ImportId[] = await deps.database.inAccount(accountId, (tx) =>
      importIds(tx, accountId, { after: from, limit: atOnce }),
    )
    for (const id of ids) {
      await rm(join(deps.dataFolder, 'imports', id), { recursive: true, force: true })
    }
    count += ids.length
    after = ids.at(-1) ?? null
    if (after === null) return count
  }
}
