// The SQL of the journal.
import { type AccountId, firstIdOf, type SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import { codesOfDeed } from '../words/index.ts'
import type { AuditActor, AuditEntry, AuditPage } from './entry.ts'

/** `reasonKey`: whose key seals the reason; null: the account's, or there is none. */
export type EntryRow = Omit<AuditEntry, 'reason' | 'isReasonErased'> & {
  reasonSealed: Buffer | null
  reasonKey: SubjectId | null
}

export async function insertEntry(tx: Tx, accountId: AccountId, row: EntryRow): Promise<void> {
  await tx.query(
    {
      name: 'audit.insert',
      text: `insert into audit.entry (account_id, id, at, actor_kind, actor, action, subject_id,
               reason_sealed, reason_key, details, trace_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
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
      row.reasonKey,
      JSON.stringify(row.details),
      row.traceId,
    ],
  )
}

/** Entries that a page asks for, by `valuesOf`; $5 is how many of them at most. */
const asked = `account_id = $1 and ($2::uuid is null or id < $2)
       and ($3::uuid is null or subject_id = $3) and ($4::text[] is null or action = any($4))
       and ($6::text is null or actor = $6)
       and ($7::timestamptz is null or at >= $7 and id >= $9)
       and ($8::timestamptz is null or at < $8 and id < $10)`

function valuesOf(accountId: AccountId, page: AuditPage) {
  const { from = null, until = null } = page
  const actions = page.actions ?? (page.action ? codesOfDeed(page.action) : null)
  return [
    accountId,
    page.before,
    page.subjectId ?? null,
    actions === null ? null : arrayOf.text(actions),
    page.limit,
    page.actor ?? null,
    from === null ? null : toTimestamp(from),
    until === null ? null : toTimestamp(until),
    firstIdOf((from ?? 0) - apartMs),
    firstIdOf((until ?? 0) + apartMs),
  ]
}

export async function readEntries(
  tx: Tx,
  accountId: AccountId,
  page: AuditPage,
): Promise<EntryRow[]> {
  const { rows } = await tx.query<EntryRow>(
    `select id, at, actor_kind as "actorKind", actor, action, subject_id as "subjectId",
            reason_sealed as "reasonSealed", reason_key as "reasonKey", details,
            trace_id as "traceId"
     from audit.entry where ${asked} order by id desc limit $5`,
    valuesOf(accountId, page),
  )
  return rows
}

/** How many such a page would list, and no more than its limit. */
export async function countEntries(tx: Tx, accountId: AccountId, page: AuditPage): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from audit.entry where ${asked} limit $5) found`,
    valuesOf(accountId, page),
  )
  return rows[0]?.count ?? 0
}

/** An id is made in the moment of its entry; a clock may be set meanwhile. */
const apartMs = 3_600_000

/** From one to the next in the index, however many entries each has. */
export async function readActors(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<AuditActor[]> {
  const first = (after: string) => `(
    select actor, actor_kind from audit.entry
    where account_id = $1 ${after} order by actor limit 1)`
  const { rows } = await tx.query<AuditActor>(
    `with recursive found as (
       ${first('')}
       union all
       select next.actor, next.actor_kind from found
       cross join lateral ${first('and actor > found.actor')} next
     )
     select actor, actor_kind as "actorKind" from found limit $2`,
    [accountId, limit],
  )
  return rows
}
