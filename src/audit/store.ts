// The SQL of the journal.
import type { AccountId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import { codesOfDeed } from '../words/index.ts'
import type { AuditEntry, AuditPage } from './entry.ts'

export type EntryRow = Omit<AuditEntry, 'reason'> & { reasonSealed: Buffer | null }

export async function insertEntry(tx: Tx, accountId: AccountId, row: EntryRow): Promise<void> {
  await tx.query(
    {
      name: 'audit.insert',
      text: `insert into audit.entry (account_id, id, at, actor_kind, actor, action, subject_id,
               reason_sealed, details, trace_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    },
    [
      accountId,
      row.id,
      toTimestamp(row.at),
      row.actorKind,
      row.actor,
      row.action,
      row.subjectId,
      row.reasonSealed,
      JSON.stringify(row.details),
      row.traceId,
    ],
  )
}

export async function readEntries(
  tx: Tx,
  accountId: AccountId,
  page: AuditPage,
): Promise<EntryRow[]> {
  const actions = page.actions ?? (page.action ? codesOfDeed(page.action) : null)
  const { rows } = await tx.query<EntryRow>(
    `select id, at, actor_kind as "actorKind", actor, action, subject_id as "subjectId",
            reason_sealed as "reasonSealed", details, trace_id as "traceId"
     from audit.entry
     where account_id = $1 and ($2::uuid is null or id < $2)
       and ($3::uuid is null or subject_id = $3) and ($4::text[] is null or action = any($4))
       and ($6::timestamptz is null or at >= $6)
     order by id desc limit $5`,
    [
      accountId,
      page.before,
      page.subjectId ?? null,
      actions === null ? null : arrayOf.text(actions),
      page.limit,
      page.since == null ? null : toTimestamp(page.since),
    ],
  )
  return rows
}
