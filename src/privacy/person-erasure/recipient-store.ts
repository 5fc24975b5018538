// The SQL of who received data of erased people: told when, answered what.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { RecipientAnswer } from '../contract-erasure.ts'

export type RecipientRow = {
  erasure_id: string
  recipient_id: string
  kind: 'supplier' | 'receiver'
  name: string
  country: string
  told_at: Instant | null
  answered_at: Instant | null
  answer: RecipientAnswer | null
}

export async function insertRecipient(
  tx: Tx,
  accountId: AccountId,
  row: Pick<RecipientRow, 'erasure_id' | 'recipient_id' | 'kind' | 'name' | 'country'>,
): Promise<void> {
  await tx.query(
    `insert into privacy.erasure_recipient
       (account_id, erasure_id, recipient_id, kind, name, country)
     values ($1, $2, $3, $4, $5, $6)`,
    [accountId, row.erasure_id, row.recipient_id, row.kind, row.name, row.country],
  )
}

export async function readRecipients(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<RecipientRow[]> {
  const { rows } = await tx.query<RecipientRow>(
    `select erasure_id, recipient_id, kind, name, country, told_at, answered_at, answer
     from privacy.erasure_recipient
     where account_id = $1 and erasure_id = any($2::uuid[]) order by name, recipient_id`,
    [accountId, ids],
  )
  return rows
}

/** False: no such recipient. */
export async function noteAnswer(
  tx: Tx,
  accountId: AccountId,
  said: { id: string; recipientId: string; answer: RecipientAnswer | null; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update privacy.erasure_recipient set told_at = coalesce(told_at, $4), answer = $5,
       answered_at = case when $5::text is null then null else $4::timestamptz end
     where account_id = $1 and erasure_id = $2 and recipient_id = $3`,
    [accountId, said.id, said.recipientId, toTimestamp(said.at), said.answer],
  )
  if (rowCount === 0) return false
  await tx.query(
    `update privacy.person_erasure set changed_at = $3
     where account_id = $1 and erasure_id = $2`,
    [accountId, said.id, toTimestamp(said.at)],
  )
  return true
}
