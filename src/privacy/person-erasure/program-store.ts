// The SQL of when a program of the account accepted the event of an erasure.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

/** How many recipients no program of the account took the event for, and since when. */
export async function programsUntold(
  tx: Tx,
  accountId: AccountId,
  { before, limit }: { before: Instant; limit: number },
): Promise<{ count: number; first: Instant | null }> {
  const { rows } = await tx.query<{ count: number; first: Instant | null }>(
    `select count(*)::int as count, min(noted_at) as first
     from (select noted_at from privacy.erasure_recipient
       where account_id = $1 and way = 'webhook' and told_at is null and answer is null
         and noted_at <= $2 order by noted_at limit $3) untold`,
    [accountId, toTimestamp(before), limit],
  )
  return rows[0] ?? { count: 0, first: null }
}

/** The first day stands, also where the event is sent again. */
export async function noteProgramTold(
  tx: Tx,
  accountId: AccountId,
  { endpointId, erasureId, at }: { endpointId: string; erasureId: string; at: Instant },
): Promise<void> {
  const { rowCount } = await tx.query(
    `update privacy.erasure_recipient set told_at = $4
     where account_id = $1 and erasure_id = $2 and recipient_id = $3 and way = 'webhook'
       and told_at is null`,
    [accountId, erasureId, endpointId, toTimestamp(at)],
  )
  if (rowCount === 0) return
  await tx.query(
    `update privacy.person_erasure set changed_at = $3
     where account_id = $1 and erasure_id = $2`,
    [accountId, erasureId, toTimestamp(at)],
  )
}
