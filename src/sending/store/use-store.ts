// For what messages of an account were accepted: classes, legal bases and purposes, each once.
import type { AccountId, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'

export type SendingUse = {
  class: 'marketing' | 'alert'
  /** Of an alert. */
  basis: string | null
  /** Of marketing. */
  purpose: string | null
  firstAt: Instant
}

/** Terms are few, however many messages stand under them. */
export async function sendingUses(tx: Tx, accountId: AccountId): Promise<SendingUse[]> {
  const { rows } = await tx.query<SendingUse>(
    `select class, basis, purpose, min(made_at) as "firstAt" from sending.terms
     where account_id = $1 group by class, basis, purpose order by class, basis, purpose`,
    [accountId],
  )
  return rows
}

export async function hasReplies(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rowCount } = await tx.query('select from sending.inbound where account_id = $1 limit 1', [
    accountId,
  ])
  return rowCount > 0
}
