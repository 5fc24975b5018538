// The SQL of intake: imports, where their runs stand, and their counts.
import {
  type AccountId,
  type ContactId,
  type ImportId,
  type Instant,
  type ListId,
  type SubjectId,
  uuidV7,
} from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { ImportState } from './contract.ts'
import type { CountRow, ImportRow } from './tables.ts'

export type Key = { accountId: AccountId; importId: ImportId }

export type NewImport = Key &
  Pick<
    ImportRow,
    | 'file_subject_id'
    | 'rejects_subject_id'
    | 'file_name_sealed'
    | 'settings_sealed'
    | 'size_bytes'
    | 'file_sha256'
    | 'created_at'
  >

export async function insertImport(tx: Tx, row: NewImport): Promise<void> {
  await tx.query(
    `insert into intake.import (account_id, import_id, state, file_subject_id,
       rejects_subject_id, file_name_sealed, settings_sealed, size_bytes, file_sha256, created_at)
     values ($1, $2, 'received', $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.accountId,
      row.importId,
      row.file_subject_id,
      row.rejects_subject_id,
      row.file_name_sealed,
      row.settings_sealed,
      row.size_bytes,
      row.file_sha256,
      toTimestamp(row.created_at),
    ],
  )
}

export async function findImport(tx: Tx, key: Key): Promise<ImportRow | null> {
  const { rows } = await tx.query<ImportRow>(
    'select * from intake.import where account_id = $1 and import_id = $2',
    [key.accountId, key.importId],
  )
  return rows[0] ?? null
}

/** The last import of the same octets whose list is there. */
export async function findSameFile(
  tx: Tx,
  { account_id: accountId, import_id: importId, file_sha256: sha256 }: ImportRow,
): Promise<(Pick<ImportRow, 'import_id' | 'created_at'> & { list_id: ListId }) | null> {
  const { rows } = await tx.query<
    Pick<ImportRow, 'import_id' | 'created_at'> & { list_id: ListId }
  >(
    `select import_id, list_id, created_at from intake.import
     where account_id = $1 and file_sha256 = $2 and import_id <> $3
       and list_id is not null and state in ('running', 'done')
     order by created_at desc, import_id desc limit 1`,
    [accountId, sha256, importId],
  )
  return rows[0] ?? null
}

/** Held until the transaction ends: two requests cannot both move an import on. */
export async function lockImport(tx: Tx, key: Key): Promise<ImportRow | null> {
  const { rows } = await tx.query<ImportRow>(
    'select * from intake.import where account_id = $1 and import_id = $2 for update',
    [key.accountId, key.importId],
  )
  return rows[0] ?? null
}

export type ListPage = {
  accountId: AccountId
  before: { createdAt: Instant; importId: string } | null
  limit: number
}

export async function listImports(tx: Tx, page: ListPage): Promise<ImportRow[]> {
  const { rows } = await tx.query<ImportRow>(
    `select * from intake.import
     where account_id = $1 and ($2::timestamptz is null or (created_at, import_id) < ($2, $3::uuid))
     order by created_at desc, import_id desc limit $4`,
    [
      page.accountId,
      page.before === null ? null : toTimestamp(page.before.createdAt),
      page.before?.importId ?? null,
      page.limit,
    ],
  )
  return rows
}

/** Those of them that are there. */
export async function findImports(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<ImportRow[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<ImportRow>(
    'select * from intake.import where account_id = $1 and import_id = any($2::uuid[])',
    [accountId, arrayOf.uuid(ids)],
  )
  return rows
}

export async function importIds(
  tx: Tx,
  accountId: AccountId,
  { after, limit }: { after: ImportId | null; limit: number },
): Promise<ImportId[]> {
  const { rows } = await tx.query<{ import_id: ImportId }>(
    `select import_id from intake.import
     where account_id = $1 and ($2::uuid is null or import_id > $2) order by import_id limit $3`,
    [accountId, after, limit],
  )
  return rows.map((row) => row.import_id)
}

export async function saveAnalysis(
  tx: Tx,
  key: Key,
  analysis: { state: ImportState; sealed: Buffer; rows: number },
): Promise<void> {
  await tx.query(
    `update intake.import set state = $3, analysis_sealed = $4, rows_total = $5, bytes_done = 0
     where account_id = $1 and import_id = $2 and state = 'received'`,
    [key.accountId, key.importId, analysis.state, analysis.sealed, analysis.rows],
  )
}

/** While a file is analysed, only its progress moves. */
export async function saveBytesRead(tx: Tx, key: Key, bytes: number, records: number) {
  await tx.query(
    `update intake.import set bytes_done = $3, records_done = 0, rows_total = $4
     where account_id = $1 and import_id = $2 and state = 'received'`,
    [key.accountId, key.importId, bytes, records],
  )
}

export async function startRun(
  tx: Tx,
  key: Key,
  run: { mappingSealed: Buffer; listId: ListId; at: Instant },
): Promise<void> {
  await tx.query(
    `update intake.import set state = 'running', mapping_sealed = $3, list_id = $4,
       started_at = coalesce(started_at, $5), failure_code = null, failure_details = null
     where account_id = $1 and import_id = $2`,
    [key.accountId, key.importId, run.mappingSealed, run.listId, toTimestamp(run.at)],
  )
}

/**
 * Counted before the first octet is read, so that a reading which ends everything was counted; null
 * where there is nothing left to read. `afresh`: what was counted before had ended in order.
 */
export async function beginReading(
  tx: Tx,
  key: Key,
  afresh: boolean,
): Promise<Pick<ImportRow, 'readings_open'> | null> {
  const { rows } = await tx.query<Pick<ImportRow, 'readings_open'>>(
    `update intake.import set readings_open = case when $3 then 1 else readings_open + 1 end
     where account_id = $1 and import_id = $2 and state in ('received', 'running')
     returning readings_open`,
    [key.accountId, key.importId, afresh],
  )
  return rows[0] ?? null
}

export async function endReading(tx: Tx, key: Key): Promise<void> {
  await tx.query(
    'update intake.import set readings_open = 0 where account_id = $1 and import_id = $2',
    [key.accountId, key.importId],
  )
}

/** At work now, each with what changes at every step forward. */
export async function listUnderWay(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<{ id: ImportId; step: string }[]> {
  const { rows } = await tx.query<{ id: ImportId; step: string }>(
    `select import_id as id, concat_ws(':', state, records_done, bytes_done, undo_after) as step
     from intake.import
     where account_id = $1 and state in ('received', 'running', 'undoing')
     order by created_at limit $2`,
    [accountId, limit],
  )
  return rows
}

/** The uploads of an account that are still on disk: how many, and how large together. */
export async function uploadsHeld(
  tx: Tx,
  accountId: AccountId,
): Promise<{ files: number; octets: number }> {
  const { rows } = await tx.query<{ files: number; octets: number }>(
    `select count(*)::int as files, coalesce(sum(size_bytes), 0)::bigint as octets
     from intake.import where account_id = $1 and file_deleted_at is null`,
    [accountId],
  )
  return rows[0] ?? { files: 0, octets: 0 }
}

export type WaitingUpload = {
  importId: ImportId
  fileSubjectId: SubjectId
  receivedAt: Instant
  sizeBytes: number
}

/** Imports that still need their file. */
export async function uploadsNeeded(tx: Tx, accountId: AccountId): Promise<WaitingUpload[]> {
  const { rows } = await tx.query<WaitingUpload>(
    `select import_id as "importId", file_subject_id as "fileSubjectId",
       created_at as "receivedAt", size_bytes::float8 as "sizeBytes"
     from intake.import
     where account_id = $1 and file_deleted_at is null
       and state in ('received', 'analysed', 'mapping_needed', 'running')
     order by import_id`,
    [accountId],
  )
  return rows
}

/** Those that ended since their file was lost, until the very same file is there again. */
export async function uploadsLost(
  tx: Tx,
  accountId: AccountId,
  { since, limit }: { since: Instant; limit: number },
): Promise<WaitingUpload[]> {
  const { rows } = await tx.query<WaitingUpload>(
    `select import_id as "importId", file_subject_id as "fileSubjectId",
       created_at as "receivedAt", size_bytes::float8 as "sizeBytes"
     from intake.import lost
     where account_id = $1 and import_id >= $2 and state = 'failed'
       and failure_code = 'intake.file_lost' and not exists (
         select from intake.import again
         where again.account_id = $1 and again.import_id > lost.import_id
           and again.file_sha256 = lost.file_sha256
           and again.failure_code is distinct from 'intake.file_lost')
     order by import_id limit $3`,
    [accountId, uuidV7(Math.max(0, since), new Uint8Array(10)), limit],
  )
  return rows
}

export type Step = { from: number; to: number; bytesDone: number; rejectParts: number }

/** True when the run stood where this batch began: no second runner has been here. */
export async function moveOn(tx: Tx, key: Key, step: Step): Promise<boolean> {
  const { rowCount } = await tx.query(
    {
      name: 'intake_move_on',
      text: `update intake.import set records_done = $4, bytes_done = $5, reject_parts = $6,
               readings_open = least(readings_open, 1)
             where account_id = $1 and import_id = $2 and records_done = $3 and state = 'running'`,
    },
    [key.accountId, key.importId, step.from, step.to, step.bytesDone, step.rejectParts],
  )
  return rowCount === 1
}

export async function addCounts(tx: Tx, key: Key, counts: readonly CountRow[]): Promise<void> {
  if (counts.length === 0) return
  await tx.query(
    {
      name: 'intake_add_counts',
      text: `insert into intake.import_count (account_id, import_id, kind, reason, rows)
             select $1, $2, kind, reason, rows
             from unnest($3::text[], $4::text[], $5::bigint[]) as added (kind, reason, rows)
             on conflict (account_id, import_id, kind, reason)
             do update set rows = intake.import_count.rows + excluded.rows`,
    },
    [
      key.accountId,
      key.importId,
      counts.map(({ kind }) => kind),
      counts.map(({ reason }) => reason),
      counts.map(({ rows }) => rows),
    ],
  )
}

export async function addBatches(tx: Tx, key: Key, batchIds: readonly string[]): Promise<void> {
  if (batchIds.length === 0) return
  await tx.query(
    `insert into intake.import_batch (account_id, import_id, batch_id)
     select $1, $2, batch_id from unnest($3::uuid[]) as added (batch_id)`,
    [key.accountId, key.importId, arrayOf.uuid(batchIds)],
  )
}

/** The batches of the ledger that this import has written, in their order. */
export async function batchesOfImport(tx: Tx, key: Key): Promise<string[]> {
  const { rows } = await tx.query<{ batch_id: string }>(
    `select batch_id from intake.import_batch
     where account_id = $1 and import_id = $2 order by batch_id`,
    [key.accountId, key.importId],
  )
  return rows.map((row) => row.batch_id)
}

export async function countsOf(
  tx: Tx,
  accountId: AccountId,
  importIds: readonly ImportId[],
): Promise<Map<ImportId, CountRow[]>> {
  const { rows } = await tx.query<CountRow & { import_id: ImportId }>(
    `select import_id, kind, reason, rows from intake.import_count
     where account_id = $1 and import_id = any($2::uuid[])`,
    [accountId, importIds],
  )
  const counts = new Map<ImportId, CountRow[]>()
  for (const { import_id, ...row } of rows) {
    counts.set(import_id, [...(counts.get(import_id) ?? []), row])
  }
  return counts
}

export async function finishImport(
  tx: Tx,
  key: Key,
  end: { at: Instant; bytesDone: number; rows: number },
): Promise<void> {
  await tx.query(
    `update intake.import set state = 'done', finished_at = $3, bytes_done = $4, rows_total = $5
     where account_id = $1 and import_id = $2 and state = 'running'`,
    [key.accountId, key.importId, toTimestamp(end.at), end.bytesDone, end.rows],
  )
}

export async function setRejectsUntil(tx: Tx, key: Key, until: Instant | null): Promise<void> {
  await tx.query(
    `update intake.import set rejects_until = $3 where account_id = $1 and import_id = $2`,
    [key.accountId, key.importId, until === null ? null : toTimestamp(until)],
  )
}

/** How many parts of rejected rows it leaves; null when it had ended before. */
export async function markFailed(
  tx: Tx,
  key: Key,
  failure: { code: string; details: Readonly<Record<string, unknown>>; at: Instant },
): Promise<{ rejectParts: number; rows: number } | null> {
  const { rows } = await tx.query<{ rejectParts: number; rows: number }>(
    `update intake.import set state = 'failed', failure_code = $3, failure_details = $4,
       finished_at = $5
     where account_id = $1 and import_id = $2 and state not in ('done', 'undoing', 'undone')
     returning reject_parts as "rejectParts", records_done as rows`,
    [
      key.accountId,
      key.importId,
      failure.code,
      JSON.stringify(failure.details),
      toTimestamp(failure.at),
    ],
  )
  return rows[0] ?? null
}

export async function markFileDeleted(tx: Tx, key: Key, at: Instant): Promise<void> {
  await tx.query(
    `update intake.import set file_deleted_at = coalesce(file_deleted_at, $3)
     where account_id = $1 and import_id = $2`,
    [key.accountId, key.importId, toTimestamp(at)],
  )
}

export async function markRejectsDeleted(tx: Tx, key: Key): Promise<void> {
  await tx.query(
    `update intake.import set rejects_until = null, reject_parts = 0
     where account_id = $1 and import_id = $2`,
    [key.accountId, key.importId],
  )
}

export async function startUndo(tx: Tx, key: Key): Promise<void> {
  await tx.query(
    `update intake.import set state = 'undoing', failure_code = null, failure_details = null
     where account_id = $1 and import_id = $2`,
    [key.accountId, key.importId],
  )
}

/**
 * Where it stood is kept, and when the import had ended: asked for again, it goes on from there.
 */
export async function markUndoGivenUp(tx: Tx, key: Key): Promise<void> {
  await tx.query(
    `update intake.import
     set state = 'failed', failure_code = 'intake.undo_given_up', failure_details = '{}'
     where account_id = $1 and import_id = $2 and state = 'undoing'`,
    [key.accountId, key.importId],
  )
}

export type UndoStep = {
  erased: number
  kept: number
  withdrawn: number
  /** The last contact that was looked at; null when none was. */
  last: ContactId | null
}

export async function stepUndo(tx: Tx, key: Key, step: UndoStep): Promise<void> {
  await tx.query(
    `update intake.import
     set undo_erased = undo_erased + $3, undo_kept = undo_kept + $4,
       undo_withdrawn = undo_withdrawn + $5, undo_after = coalesce($6, undo_after)
     where account_id = $1 and import_id = $2 and state = 'undoing'`,
    [key.accountId, key.importId, step.erased, step.kept, step.withdrawn, step.last],
  )
}

export async function finishUndo(tx: Tx, key: Key, at: Instant): Promise<void> {
  await tx.query(
    `update intake.import set state = 'undone', undone_at = $3, undo_after = null
     where account_id = $1 and import_id = $2 and state = 'undoing'`,
    [key.accountId, key.importId, toTimestamp(at)],
  )
}

export type SourceRow = { mapping_sealed: Buffer; used_at: Instant }

export async function findSource(
  tx: Tx,
  accountId: AccountId,
  fingerprint: Buffer,
): Promise<SourceRow | null> {
  const { rows } = await tx.query<SourceRow>(
    `select mapping_sealed, used_at from intake.known_source
     where account_id = $1 and fingerprint = $2`,
    [accountId, fingerprint],
  )
  return rows[0] ?? null
}

export async function saveSource(
  tx: Tx,
  accountId: AccountId,
  source: { fingerprint: Buffer; sealed: Buffer; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into intake.known_source (account_id, fingerprint, mapping_sealed, used_at)
     values ($1, $2, $3, $4)
     on conflict (account_id, fingerprint) do update
     set mapping_sealed = excluded.mapping_sealed, used_at = excluded.used_at`,
    [accountId, source.fingerprint, source.sealed, toTimestamp(source.at)],
  )
}
