// Where an encrypted value belongs: person, legal basis, column and import. It opens only there.
import { type AccountId, AppError, type ImportId, type SubjectId } from '../kernel/index.ts'
import type { SealContext, SensitiveKeys, Vault } from '../vault/index.ts'

type Place = {
  subjectId: SubjectId
  legalBasisId: string
  columnTag: Uint8Array
  importId: ImportId
}

export function valuePlace(row: Place): SealContext {
  const { rowId, ...column } = placeWithoutImport(row)
  return { ...column, rowId: `${rowId}/${row.importId}` }
}

/** How values were sealed at first: what one file said could be put in the place of another's. */
function placeWithoutImport(row: Omit<Place, 'importId'>): SealContext {
  return {
    table: 'sensitive.value',
    column: 'sealed',
    rowId: `${row.subjectId}/${row.legalBasisId}/${Buffer.from(row.columnTag).toString('hex')}`,
  }
}

/**
 * The older place is tried second. No value sealed for an import opens there, so that trying it
 * gives nothing away; those that do end with the days for which they may be kept.
 */
export function openValue(
  vault: Pick<Vault, 'openSensitive'>,
  keys: SensitiveKeys,
  accountId: AccountId,
  row: Place & { sealed: Uint8Array },
): Buffer {
  try {
    return vault.openSensitive(keys, accountId, valuePlace(row), row.sealed)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault.sealed_value_damaged') throw error
    return vault.openSensitive(keys, accountId, placeWithoutImport(row), row.sealed)
  }
}
