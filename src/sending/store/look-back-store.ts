// SQL of how far a list of messages looks back at once, and of how many there are.
import type { AccountId, Instant, MessageId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'

export type Place = { id: MessageId; at: Instant }

/** So many messages back from an id; null where there are not so many. */
export async function messagesBack(
  tx: Tx,
  accountId: AccountId,
  { below, count }: { below: string | null; count: number },
): Promise<Place | null> {
  const { rows } = await tx.query<Place>(
    `select id, accepted_at as at from sending.message
     where account_id = $1 and ($2::uuid is null or id < $2)
     order by id desc offset $3 limit 1`,
    [accountId, below, count - 1],
  )
  return rows[0] ?? null
}

/** The oldest that waits, in the queue or in a bundle; null where none does. */
export async function oldestWaiting(tx: Tx, accountId: AccountId): Promise<MessageId | null> {
  const { rows } = await tx.query<{ id: MessageId | null }>(
    `select min(id::text)::uuid as id from (
       (select message_id as id from sending.queue
        where account_id = $1 order by message_id limit 1)
       union all
       select waiting.id from sending.bundle, unnest(message_ids) as waiting (id)
       where account_id = $1) held`,
    [accountId],
  )
  return rows[0]?.id ?? null
}
