// The SQL of what is kept of a file beside its people: what was shown of its rows, and until when a
// copy of it is there.
import type { AccountId, ImportId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { Key } from './store.ts'

/** What was found of the file stays; what was shown of its rows does not. */
export async function keepFoundAlone(
  tx: Tx,
  key: Key,
  { sealed, at }: { sealed: Buffer | null; at: Instant },
): Promise<void> {
  await tx.query(
    `update intake.import set analysis_sealed = $3, shown_deleted_at = $4
     where account_id = $1 and import_id = $2`,
    [key.accountId, key.importId, sealed, toTimestamp(at)],
  )
}

/** Those without their file of which something is shown still. */
export async function shownWithoutFile(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<ImportId[]> {
  const { rows } = await tx.query<{ id: ImportId }>(
    `select import_id as id from intake.import
     where account_id = $1 and file_deleted_at is not null and shown_deleted_at is null
     order by import_id limit $2`,
    [accountId, limit],
  )
  return rows.map(({ id }) => id)
}

/** Until when the last copy of a file that came in before is there; no person's key seals it. */
export async function copiesOfFilesUntil(
  tx: Tx,
  accountId: AccountId,
  asked: { cameBefore: Instant; fileKeptMs: number },
): Promise<Instant | null> {
  const { rows } = await tx.query<{ until: Instant | null }>(
    `select max(greatest(rejects_until,
       case when file_deleted_at is null
         then created_at + $3 * interval '1 millisecond' end)) as until
     from intake.import where account_id = $1 and created_at <= $2
       and (file_deleted_at is null or rejects_until is not null)`,
    [accountId, toTimestamp(asked.cameBefore), asked.fileKeptMs],
  )
  return rows[0]?.until ?? null
}
