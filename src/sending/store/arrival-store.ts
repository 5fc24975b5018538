// SQL of when receipts came, whichever node took them.
import type { Instant, RouteId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

/**
 * When the first final receipt of each of these parts came; those without one are left out. Asked
 * every ten seconds at most, and of few or of a thousand: each time with a plan of its own.
 */
export async function findArrivalsInAnyAccount(
  tx: Tx,
  asked: { routeId: RouteId; keys: readonly string[]; since: Instant },
): Promise<Map<string, Instant>> {
  const { rows } = await tx.query<{ operator_id: string; came_at: Instant }>(
    `select p.operator_id, min(r.received_at) as came_at
     from sending.result p join sending.receipt r using (account_id, message_id, part)
     where p.route_id = $1 and p.operator_id = any($2::text[])
       and r.received_at >= $3 and r.outcome not in ('enroute', 'accepted')
     group by p.operator_id`,
    [asked.routeId, arrayOf.text(asked.keys), toTimestamp(asked.since)],
  )
  return new Map(rows.map((row) => [row.operator_id, row.came_at]))
}
