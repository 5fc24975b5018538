// An import as its use cases see it: its row opened, its keys at hand, its place on disk.
import type { ColumnFinding, FileVerdict, RowVerdict } from '../../classification/index.ts'
import type { CustomType } from '../../contacts/contract.ts'
import type { AccountId, ImportId, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { ImportField, Mapping } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { findImport, type Key, lockImport } from '../store.ts'
import type { ImportRow } from '../tables.ts'
import type { ExportName } from './known-exports.ts'
import type { KnownSource } from './known-source.ts'
import type { FileKey, FilePlace } from './sealed-file.ts'
import type { TableFormat } from './table.ts'

/** What was found of the file; sealed, since headers and masked cells stand in it. */
export type StoredAnalysis = {
  format: TableFormat
  rows: number
  /** Absent of a file that was read before they were told apart. */
  emptyRows?: number
  unreadableRows: number
  /** Rows of which a cell was cut, and the first of them; absent of a file that was read before. */
  cutRows?: { count: number; firstLine: number | null }
  columns: readonly ColumnFinding[]
  /** Masked cells, by column; none once the file is deleted. */
  samples: readonly (readonly string[])[]
  /** The first rows, masked in the same way; absent once the file is deleted. */
  preview?: readonly (readonly string[])[]
  proposed: Readonly<Record<number, ImportField>>
  verdict: FileVerdict
  rowCounts: Readonly<Record<RowVerdict, number>>
  numberColumns: number
  numberIsSure: boolean
  /** Which platform's export it is; null when it is none that is known. */
  known?: ExportName | null
  /** How a file with this very header was mapped the last time. */
  remembered?: KnownSource | null
  /** Absent of a file that was read before they were looked for. */
  quoted?: readonly { index: number; text: string; rows: number }[]
  lostZeros: boolean
}

export function headersOf({ format, columns }: StoredAnalysis): string[] | null {
  return format.hasHeader ? columns.map(({ header }) => header) : null
}

/**
 * A column with the custom field that it fills, as the field was when the mapping was confirmed.
 */
export type CustomColumn = { index: number; key: string; name: string; type: CustomType }

/** What a person chose, and the language they read: the reasons of rejected rows are in it. */
export type StoredMapping = {
  mapping: Mapping
  language: Language
  /** Absent in a mapping from before there were custom fields. */
  custom?: readonly CustomColumn[]
}

/** The mapping as it is read today: an earlier version wrote it down with other names. */
export function openMapping(deps: Pick<IntakeDeps, 'vault'>, row: ImportRow): StoredMapping | null {
  const stored = openColumn<StoredMapping>(deps, row, 'mapping_sealed')
  if (stored === null) return null
  type Written = { index: number; legalBasisId?: string; groundId?: string }
  // An import that was mapped before there were legal bases has none.
  const written: readonly Written[] = stored.mapping.sensitive ?? []
  const sensitive = written.map(({ index, legalBasisId, groundId }) => ({
    index,
    legalBasisId: legalBasisId ?? groundId ?? '',
  }))
  // The same for custom fields.
  const { custom = [] } = stored.mapping
  return { ...stored, mapping: { ...stored.mapping, sensitive, custom } }
}

export type StoredSettings = { sheet: string | null }

type SealedColumn = 'file_name_sealed' | 'settings_sealed' | 'analysis_sealed' | 'mapping_sealed'

export function sealColumn(
  { vault }: Pick<IntakeDeps, 'vault'>,
  { accountId, importId }: Key,
  column: SealedColumn,
  value: unknown,
): Buffer {
  const context = { table: 'intake.import', column, rowId: importId }
  return vault.sealForAccount(accountId, context, Buffer.from(JSON.stringify(value), 'utf8'))
}

export function openColumn<T>(
  { vault }: Pick<IntakeDeps, 'vault'>,
  row: ImportRow,
  column: SealedColumn,
): T | null {
  const sealed = row[column]
  if (sealed === null) return null
  const context = { table: 'intake.import', column, rowId: row.import_id }
  return JSON.parse(vault.openForAccount(row.account_id, context, sealed).toString('utf8')) as T
}

export async function importOf(tx: Tx, key: Key): Promise<ImportRow> {
  const row = await findImport(tx, key)
  if (row === null) throw intakeError('intake.import_not_found')
  return row
}

export async function lockedImport(tx: Tx, key: Key): Promise<ImportRow> {
  const row = await lockImport(tx, key)
  if (row === null) throw intakeError('intake.import_not_found')
  return row
}

export function placeOf(deps: IntakeDeps, importId: ImportId): FilePlace {
  return { dataFolder: deps.dataFolder, importId }
}

/** The key of the uploaded file or of the rejected rows; without it the file is gone. */
export async function fileKeyOf(
  deps: IntakeDeps,
  accountId: AccountId,
  row: ImportRow,
  what: 'file' | 'rejects',
): Promise<FileKey> {
  const subjectId = what === 'file' ? row.file_subject_id : row.rejects_subject_id
  const opened = await deps.database.inAccount(accountId, (tx) =>
    deps.vault.openSubjects(tx, accountId, [subjectId]),
  )
  const keys = opened.get(subjectId)
  if (keys === undefined) {
    throw intakeError(what === 'file' ? 'intake.file_gone' : 'intake.no_rejects')
  }
  return { vault: deps.vault, accountId, keys }
}
