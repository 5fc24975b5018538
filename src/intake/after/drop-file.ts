// Deletes a file that waits for its mapping and is not wanted: nothing of it was stored yet.
import type { Caller, ImportId } from '../../kernel/index.ts'
import type { ImportState } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { deleteUpload } from '../reading/delete-files.ts'
import { lockedImport } from '../reading/import-record.ts'
import { markFailed } from '../store.ts'

/** While it is read the reader needs it; once it runs, the import is undone instead. */
const droppable: ReadonlySet<ImportState> = new Set(['analysed', 'mapping_needed'])

/** Nobody confirms it between the two: from the first commit on it can run no more. */
export async function dropFile(
  deps: IntakeDeps,
  caller: Caller,
  importId: ImportId,
): Promise<void> {
  const key = { accountId: caller.accountId, importId }
  await deps.database.inAccount(caller.accountId, async (tx) => {
    const { state } = await lockedImport(tx, key)
    if (!droppable.has(state)) throw intakeError('intake.file_not_waiting', { state })
    await deps.audit.record(tx, caller, {
      action: 'intake.file_dropped',
      details: { import: importId },
    })
    const at = deps.clock.now()
    await markFailed(tx, key, { code: 'intake.file_dropped', details: {}, at })
  })
  await deleteUpload(deps, key)
}
