// Deletes the files of an import and destroys their keys.
import type { ImportState } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { type Key, markFileDeleted, markRejectsDeleted } from '../store.ts'
import { failImport } from './fail-import.ts'
import { importOf, placeOf } from './import-record.ts'
import { deleteFiles } from './sealed-file.ts'

const waiting: ReadonlySet<ImportState> = new Set(['received', 'analysed', 'mapping_needed'])

/** After the import, and after a day in any case. Without its file an import cannot run. */
export async function deleteUpload(deps: IntakeDeps, key: Key): Promise<void> {
  const at = deps.clock.now()
  const row = await deps.database.inAccount(key.accountId, (tx) => importOf(tx, key))
  if (row.state === 'running') return
  await deleteFiles(placeOf(deps, key.importId), 'upload')
  await deps.database.inAccount(key.accountId, async (tx) => {
    if (row.file_deleted_at === null) {
      await deps.vault.destroyKeys(tx, key.accountId, [row.file_subject_id], 'both')
      await markFileDeleted(tx, key, at)
    }
    if (waiting.has(row.state)) {
      await failImport(deps, tx, key, { code: 'intake.file_gone', details: {} })
    }
  })
}

export async function deleteRejects(deps: IntakeDeps, key: Key): Promise<void> {
  await deleteFiles(placeOf(deps, key.importId), 'rejects')
  await deps.database.inAccount(key.accountId, async (tx) => {
    const row = await importOf(tx, key)
    await deps.vault.destroyKeys(tx, key.accountId, [row.rejects_subject_id], 'both')
    await markRejectsDeleted(tx, key)
  })
}
