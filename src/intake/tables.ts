// Row types of the room's tables, as the driver gives them.
import type { AccountId, ContactId, ImportId, Instant, ListId, SubjectId } from '../kernel/index.ts'
import type { ImportState } from './contract.ts'

export type ImportRow = {
  account_id: AccountId
  import_id: ImportId
  state: ImportState
  file_subject_id: SubjectId
  rejects_subject_id: SubjectId
  file_name_sealed: Buffer
  settings_sealed: Buffer
  size_bytes: number
  file_sha256: Buffer
  analysis_sealed: Buffer | null
  mapping_sealed: Buffer | null
  list_id: ListId | null
  rows_total: number | null
  created_at: Instant
  started_at: Instant | null
  finished_at: Instant | null
  records_done: number
  bytes_done: number
  reject_parts: number
  rejects_until: Instant | null
  file_deleted_at: Instant | null
  /** Since when no row or cell of the file is shown any more. */
  shown_deleted_at: Instant | null
  undone_at: Instant | null
  undo_after: ContactId | null
  undo_erased: number
  undo_kept: number
  undo_withdrawn: number
  /** Readings that began and did not come to an end since the last step forward. */
  readings_open: number
  failure_code: string | null
  failure_details: Readonly<Record<string, string | number>> | null
}

export const countKinds = [
  'imported',
  'updated',
  'duplicate',
  'objected',
  'rejected',
  'quarantined',
  'consent',
  'sensitive_kept',
  'sensitive_left',
  'custom_kept',
  'custom_left',
  'held',
] as const
export type CountKind = (typeof countKinds)[number]

export type CountRow = { kind: CountKind; reason: string; rows: number }
