// SQL of what waits: of one account, and of each route for whoever looks after the installation.
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

/** Whether anything of the account waits to leave, or is on its way out. */
export async function hasWaiting(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from sending.queue where account_id = $1)
       or exists (select from sending.bundle where account_id = $1) as found`,
    [accountId],
  )
  return rows[0]?.found ?? false
}

/** What one resumption lets go at once; what is beyond it is asked again within the hour. */
const releasedMax = 100_000

/** What was kept because the account was suspended is due now; it is judged again as it leaves. */
export async function releaseSuspended(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
  await tx.query(
    `update sending.queue set hold = null, due_at = $2
     where ctid = any (array(
       select ctid from sending.queue
       where account_id = $1 and hold = 'account_suspended'
       limit $3 for update skip locked))`,
    [accountId, toTimestamp(at), releasedMax],
  )
}

export type RouteQueue = {
  routeId: RouteId
  /** Due now, by class; each counted as far as `countedMax`. */
  alerts: number
  alertsSince: Instant | null
  marketing: number
  marketingSince: Instant | null
  /** For an hour, an instant, a pause or a suspension. */
  later: number
  inFlight: number
}

/** What waits of one class is counted so far and no further, whatever its number. */
export const countedMax = 100_000
/** Bundles hold a hundred messages each at most. */
const bundlesMax = countedMax / 100

type QueueRow = {
  route_id: RouteId
  alerts: number
  alerts_since: Instant | null
  marketing: number
  marketing_since: Instant | null
  later: number
  in_flight: number
}

export async function routeQueuesInAnyAccount(
  tx: Tx,
  asked: { routeIds: readonly RouteId[]; at: Instant },
): Promise<Map<RouteId, RouteQueue>> {
  const { rows } = await tx.query<QueueRow>(
    {
      name: 'sending_route_queues',
      text: `
select r.route_id, a.waiting::integer as alerts, a.since as alerts_since,
  (m.waiting + b.waiting)::integer as marketing, least(m.since, b.since) as marketing_since,
  (l.waiting + lb.waiting)::integer as later, i.messages::integer as in_flight
from unnest($1::uuid[]) as r (route_id)
cross join lateral (
  select count(*) as waiting, min(due_at) as since from (
    select due_at from sending.queue
    where route_id = r.route_id and priority = 0 and due_at <= $2
    order by due_at limit $3) due) a
cross join lateral (
  select count(*) as waiting, min(due_at) as since from (
    select due_at from sending.queue
    where route_id = r.route_id and priority = 1 and due_at <= $2
    order by due_at limit $3) due) m
cross join lateral (
  select coalesce(sum(messages), 0) as waiting, min(due_at) as since from (
    select due_at, cardinality(message_ids) as messages from sending.bundle
    where route_id = r.route_id and due_at <= $2
    order by due_at limit $4) due) b
cross join lateral (
  select count(*) as waiting from (
    select from sending.queue
    where route_id = r.route_id and priority = any ('{0,1}') and due_at > $2 limit $3) later) l
cross join lateral (
  select coalesce(sum(messages), 0) as waiting from (
    select cardinality(message_ids) as messages from sending.bundle
    where route_id = r.route_id and due_at > $2 limit $4) later) lb
cross join lateral (
  select coalesce(sum(cardinality(message_ids)), 0) as messages from sending.intent
  where route_id = r.route_id) i`,
    },
    [arrayOf.uuid(asked.routeIds), toTimestamp(asked.at), countedMax, bundlesMax],
  )
  return new Map(
    rows.map((row) => [
      row.route_id,
      {
        routeId: row.route_id,
        alerts: row.alerts,
        alertsSince: row.alerts_since,
        marketing: row.marketing,
        marketingSince: row.marketing_since,
        later: row.later,
        inFlight: row.in_flight,
      },
    ]),
  )
}
