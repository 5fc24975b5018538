// The SQL of alerts that read like advertising and left because a user said why they are none.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

/** Terms, each of one campaign or one text; `max` at most. */
export async function countOverruled(
  tx: Tx,
  accountId: AccountId,
  asked: { since: Instant; max: number },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
       select from sending.terms
       where account_id = $1 and override_by is not null and made_at >= $2 limit $3) held`,
    [accountId, toTimestamp(asked.since), asked.max],
  )
  return rows[0]?.count ?? 0
}
