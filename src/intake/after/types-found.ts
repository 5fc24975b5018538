// Which types of data the files of an account held, whether they were let in or not.
import type { DataType } from '../../classification/index.ts'
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { IntakeDeps } from '../deps.ts'
import { openColumn, type StoredAnalysis } from '../reading/import-record.ts'
import { listImports } from '../store.ts'

/** Of so many files, the newest; each is one value to open. */
const filesLookedAt = 20

export type TypesFound = { types: DataType[]; hasFiles: boolean }

export async function typesFound(
  deps: Pick<IntakeDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
): Promise<TypesFound> {
  const rows = await listImports(tx, { accountId, before: null, limit: filesLookedAt })
  const found = new Set<DataType>()
  for (const row of rows) {
    const analysis = openColumn<StoredAnalysis>(deps, row, 'analysis_sealed')
    for (const { type } of analysis?.columns ?? []) found.add(type)
  }
  return { types: [...found].sort(), hasFiles: rows.length > 0 }
}
