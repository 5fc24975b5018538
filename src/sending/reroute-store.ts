// SQL of what waits for a route that is down.
import type { RouteId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'

/** Messages of which a part has left stay: their parts belong to one operator. */
export async function moveQueueInAnyAccount(
  tx: Tx,
  move: { from: RouteId; to: RouteId; priority: number; count: number },
): Promise<number> {
  const { rowCount } = await tx.query(
    `update sending.queue set route_id = $2 where ctid = any (array(
       select ctid from sending.queue where route_id = $1 and priority = $3 and parts_done = 0
       order by due_at, message_id limit $4 for update skip locked))`,
    [move.from, move.to, move.priority, move.count],
  )
  return rowCount
}
