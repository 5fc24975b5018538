// SQL of what waits for its account's keys, or for its objections; over all accounts.
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

/** Each has an index of its own, which a statement finds by the word itself. */
export type Awaited = 'not_opened' | 'objections_unknown'

/** Accounts of which something waits: each is looked for by itself, however much of it there is. */
export async function awaitingInAnyAccount(tx: Tx, hold: Awaited): Promise<AccountId[]> {
  const { rows } = await tx.query<{ account_id: AccountId }>(
    `with recursive waiting as (
       (select account_id from sending.queue where hold = '${hold}'
        order by account_id limit 1)
       union all
       select (select q.account_id from sending.queue q
         where q.hold = '${hold}' and q.account_id > w.account_id
         order by q.account_id limit 1)
       from waiting w where w.account_id is not null
     )
     select account_id from waiting where account_id is not null`,
  )
  return rows.map((row) => row.account_id)
}

/** Accounts of which something waits until somebody can say who has objected. */
export const unknownWaitingInAnyAccount = (tx: Tx): Promise<AccountId[]> =>
  awaitingInAnyAccount(tx, 'objections_unknown')

/** Lets a batch go: the gate asks everything anew. */
export async function releaseAwaitingInAnyAccount(
  tx: Tx,
  batch: { hold: Awaited; accountId: AccountId; at: Instant; limit: number },
): Promise<{ released: number; routeIds: RouteId[] }> {
  const { rows } = await tx.query<{ route_id: RouteId; released: number }>(
    `with released as (
       update sending.queue set hold = null, due_at = $2 where ctid = any (array(
         select ctid from sending.queue where account_id = $1 and hold = '${batch.hold}'
         limit $3 for update skip locked))
       returning route_id
     )
     select route_id, count(*)::int as released from released group by route_id`,
    [batch.accountId, toTimestamp(batch.at), batch.limit],
  )
  const released = rows.reduce((sum, row) => sum + row.released, 0)
  return { released, routeIds: rows.map((row) => row.route_id) }
}
