// Deletes the files of an import and destroys their keys.
import type { Caller, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { ImportState } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { keepFoundAlone, shownWithoutFile } from '../shown-store.ts'
import { findImport, type Key, markFileDeleted, markRejectsDeleted } from '../store.ts'
import { failImport } from './fail-import.ts'
import {
  importOf,
  lockedImport,
  openColumn,
  placeOf,
  type StoredAnalysis,
  sealColumn,
} from './import-record.ts'
import { deleteFiles } from './sealed-file.ts'

const waiting: ReadonlySet<ImportState> = new Set(['received', 'analysed', 'mapping_needed'])

/**
 * After the import, and after a day in any case. Without its file an import cannot run. `people`:
 * whose keys are those of the file, where it was cut off as it came and no row tells of it.
 */
export async function deleteUpload(
  deps: IntakeDeps,
  key: Key,
  people: readonly SubjectId[] = [],
): Promise<void> {
  const at = deps.clock.now()
  const row = await deps.database.inAccount(key.accountId, (tx) => findImport(tx, key))
  if (row === null) return deleteCutOff(deps, key, people)
  if (row.state === 'running') return
  await deleteFiles(placeOf(deps, key.importId), 'upload')
  await deps.database.inAccount(key.accountId, async (tx) => {
    if (row.file_deleted_at === null) {
      await deps.vault.destroyKeys(tx, key.accountId, [row.file_subject_id], 'both')
      await markFileDeleted(tx, key, at)
    }
    await forgetShown(deps, tx, key)
    if (waiting.has(row.state)) {
      await failImport(deps, tx, key, { code: 'intake.file_gone', details: {} })
    }
  })
}

async function deleteCutOff(
  deps: IntakeDeps,
  key: Key,
  people: readonly SubjectId[],
): Promise<void> {
  await deleteFiles(placeOf(deps, key.importId), 'upload')
  await deps.database.inAccount(key.accountId, (tx) =>
    deps.vault.destroyKeys(tx, key.accountId, people, 'both'),
  )
}

/** Nobody chooses a mapping any more: the rows and cells that were shown for it go. */
async function forgetShown(
  deps: Pick<IntakeDeps, 'vault' | 'clock'>,
  tx: Tx,
  key: Key,
): Promise<void> {
  const row = await lockedImport(tx, key)
  if (row.shown_deleted_at !== null) return
  const analysis = openColumn<StoredAnalysis>(deps, row, 'analysis_sealed')
  const sealed =
    analysis === null ? null : sealColumn(deps, key, 'analysis_sealed', foundIn(analysis))
  await keepFoundAlone(tx, key, { sealed, at: deps.clock.now() })
}

const foundIn = ({ preview: _shown, ...found }: StoredAnalysis): StoredAnalysis => ({
  ...found,
  samples: [],
})

const importsAtOnce = 50

/** Of imports whose file went before this was done, or with an older database. */
export async function sweepShown(
  deps: Pick<IntakeDeps, 'database' | 'vault' | 'clock'>,
  { accountId }: Pick<Caller, 'accountId'>,
  isStopping: () => boolean,
): Promise<void> {
  let left = importsAtOnce
  while (left === importsAtOnce && !isStopping()) {
    left = await deps.database.inAccount(accountId, async (tx) => {
      const ids = await shownWithoutFile(tx, accountId, importsAtOnce)
      for (const importId of ids) await forgetShown(deps, tx, { accountId, importId })
      return ids.length
    })
  }
}

export async function deleteRejects(deps: IntakeDeps, key: Key): Promise<void> {
  await deleteFiles(placeOf(deps, key.importId), 'rejects')
  await deps.database.inAccount(key.accountId, async (tx) => {
    const row = await importOf(tx, key)
    await deps.vault.destroyKeys(tx, key.accountId, [row.rejects_subject_id], 'both')
    await markRejectsDeleted(tx, key)
  })
}
