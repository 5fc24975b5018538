// SQL of what waits for a route that is down.
import type { Instant, RouteId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import { unbundleRouteInAnyAccount } from './bundle-store.ts'

/** What the story of a message tells of its move; the contract is that of the new route. */
export type Rerouted = { from: RouteId; to: RouteId; supplierId: string | null }
export type QueueMove = Rerouted & { priority: number; count: number; at: Instant }

/** Messages of which a part has left stay: their parts belong to one operator. */
export async function moveQueueInAnyAccount(tx: Tx, move: QueueMove): Promise<number> {
  const { from, to, supplierId } = move
  const facts: Rerouted = { from, to, supplierId }
  if (move.priority === 1) {
    await unbundleRouteInAnyAccount(tx, { routeId: from, limit: move.count })
  }
  const { rows } = await tx.query<{ moved: number }>(
    `with moved as (
       update sending.queue set route_id = $2 where ctid = any (array(
         select ctid from sending.queue where route_id = $1 and priority = $3 and parts_done = 0
         order by due_at, message_id limit $4 for update skip locked))
       returning account_id, message_id
     ), told as (
       insert into sending.event (account_id, message_id, at, what, facts)
       select account_id, message_id, $5, 'rerouted', $6 from moved
     )
     select count(*)::int as moved from moved`,
    [from, to, move.priority, move.count, toTimestamp(move.at), JSON.stringify(facts)],
  )
  return rows[0]?.moved ?? 0
}
