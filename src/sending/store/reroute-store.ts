// SQL of what waits for a route that is down.
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import { unbundleRouteInAnyAccount } from './bundle-store.ts'

/** What the story of a message tells of its move; the contract is that of the new route. */
export type Rerouted = { from: RouteId; to: RouteId; supplierId: string | null }
export type QueueMove = Rerouted & {
  priority: number
  count: number
  at: Instant
  /** Of these accounts alone; or of all but these. */
  accounts: { only: readonly AccountId[] } | { except: readonly AccountId[] }
}

/**
 * Messages of which a part has left stay: their parts belong to one operator. What was held because
 * its supplier was barred is due on the new route.
 */
export async function moveQueueInAnyAccount(tx: Tx, move: QueueMove): Promise<number> {
  if (move.priority === 1) {
    await unbundleRouteInAnyAccount(tx, { routeId: move.from, limit: move.count })
  }
  const { accounts } = move
  const isOnly = 'only' in accounts
  return moveRows(tx, move, {
    which: '(account_id = any ($7::uuid[])) = $8 order by due_at, message_id',
    values: [arrayOf.uuid(isOnly ? accounts.only : accounts.except), isOnly],
  })
}

/** What of one account waits because the supplier of its route is barred; due again there. */
export const moveBarredInAnyAccount = (
  tx: Tx,
  move: Omit<QueueMove, 'accounts'> & { accountId: AccountId },
): Promise<number> =>
  moveRows(tx, move, {
    which: `account_id = $7 and hold = 'supplier_barred'`,
    values: [move.accountId],
  })

async function moveRows(
  tx: Tx,
  { from, to, supplierId, priority, count, at }: Omit<QueueMove, 'accounts'>,
  { which, values }: { which: string; values: readonly unknown[] },
): Promise<number> {
  const facts: Rerouted = { from, to, supplierId }
  const { rows } = await tx.query<{ moved: number }>(
    `with moved as (
       update sending.queue set route_id = $2, hold = nullif(hold, 'supplier_barred'),
         due_at = case when hold = 'supplier_barred' then $5 else due_at end
       where ctid = any (array(
         select ctid from sending.queue
         where route_id = $1 and priority = $3 and parts_done = 0 and ${which}
         limit $4 for update skip locked))
       returning account_id, message_id
     ), told as (
       insert into sending.event (account_id, message_id, at, what, facts)
       select account_id, message_id, $5, 'rerouted', $6 from moved
     )
     select count(*)::int as moved from moved`,
    [from, to, priority, count, toTimestamp(at), JSON.stringify(facts), ...values],
  )
  return rows[0]?.moved ?? 0
}
