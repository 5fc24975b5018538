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
  const { from, to, supplierId } = move
  const facts: Rerouted = { from, to, supplierId }
  if (move.priority === 1) {
    await unbundleRouteInAnyAccount(tx, { routeId: from, limit: move.count })
  }
  const { rows } = await tx.query<{ moved: number }>(
    `with moved as (
       update sending.queue set route_id = $2, hold = nullif(hold, 'supplier_barred'),
         due_at = case when hold = 'supplier_barred' then $5 else due_at end
       where ctid = any (array(
         select ctid from sending.queue where route_id = $1 and priority = $3 and parts_done = 0
           and (account_id = any ($7::uuid[])) = $8
         order by due_at, message_id limit $4 for update skip locked))
       returning account_id, message_id
     ), told as (
       insert into sending.event (account_id, message_id, at, what, facts)
       select account_id, message_id, $5, 'rerouted', $6 from moved
     )
     select count(*)::int as moved from moved`,
    [
      from,
      to,
      move.priority,
      move.count,
      toTimestamp(move.at),
      JSON.stringify(facts),
      arrayOf.uuid('only' in move.accounts ? move.accounts.only : move.accounts.except),
      'only' in move.accounts,
    ],
  )
  return rows[0]?.moved ?? 0
}

/** What of one account waits because the supplier of its route is barred; due again there. */
export async function moveBarredInAnyAccount(
  tx: Tx,
  move: Omit<QueueMove, 'accounts'> & { accountId: AccountId },
): Promise<number> {
  const { from, to, supplierId } = move
  const facts: Rerouted = { from, to, supplierId }
  const { rows } = await tx.query<{ moved: number }>(
    `with moved as (
       update sending.queue set route_id = $2, hold = null, due_at = $5
       where ctid = any (array(
         select ctid from sending.queue
         where account_id = $7 and route_id = $1 and priority = $3 and parts_done = 0
           and hold = 'supplier_barred'
         limit $4 for update skip locked))
       returning account_id, message_id
     ), told as (
       insert into sending.event (account_id, message_id, at, what, facts)
       select account_id, message_id, $5, 'rerouted', $6 from moved
     )
     select count(*)::int as moved from moved`,
    [
      from,
      to,
      move.priority,
      move.count,
      toTimestamp(move.at),
      JSON.stringify(facts),
      move.accountId,
    ],
  )
  return rows[0]?.moved ?? 0
}
