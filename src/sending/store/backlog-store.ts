// SQL of what waits for a route: single messages that are due.
import type { Instant, RouteId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

/** Segments of single messages that are due on the route, counted as far as `limit` messages. */
export async function countDueInAnyAccount(
  tx: Tx,
  asked: { routeId: RouteId; alertsOnly: boolean; at: Instant; limit: number },
): Promise<number> {
  const { rows } = await tx.query<{ segments: number }>(
    {
      name: 'sending_count_due',
      text: `
select coalesce(sum(parts), 0)::bigint as segments from (
  select parts from sending.queue
  where route_id = $1 and priority <= $2 and due_at <= $3 and campaign_id is null
  limit $4) due`,
    },
    [asked.routeId, asked.alertsOnly ? 0 : 1, toTimestamp(asked.at), Math.ceil(asked.limit)],
  )
  return rows[0]?.segments ?? 0
}
