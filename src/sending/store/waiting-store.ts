// SQL of what waits: of one account, and of each route for whoever looks after the installation.
import type { AccountId, CampaignId, Instant, RouteId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { MessageClass } from '../contract.ts'

/** Whether anything of the account waits to leave, or is on its way out. */
export async function hasWaiting(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from sending.queue where account_id = $1)
       or exists (select from sending.bundle where account_id = $1) as found`,
    [accountId],
  )
  return rows[0]?.found ?? false
}

/** What is due of a route is looked through for one campaign as far as this. */
const dueMax = 1_000

export type DueOf = {
  campaignId: CampaignId
  class: MessageClass
  routeIds: readonly RouteId[]
  at: Instant
}

/**
 * Whether something of the campaign is due on one of these routes. Behind a thousand others that
 * are due it counts as due: its turn comes without anybody waiting for an hour.
 */
export async function isSomeDueInAnyAccount(
  tx: Tx,
  accountId: AccountId,
  of: DueOf,
): Promise<boolean> {
  const { rows } = await tx.query<{ is_due: boolean }>(
    `select coalesce(bool_or(mine) or max(nth) >= $5, false) as is_due
     from unnest($3::uuid[]) as r (id)
     cross join lateral (
       select campaign_id = $2 and account_id = $1 as mine, row_number() over () as nth from (
         (select account_id, campaign_id from sending.queue
          where route_id = r.id and priority = $6 and due_at <= $4 limit $5)
         union all
         (select account_id, campaign_id from sending.bundle
          where route_id = r.id and due_at <= $4 limit $5)) due) d`,
    [
      accountId,
      of.campaignId,
      arrayOf.uuid(of.routeIds),
      toTimestamp(of.at),
      dueMax,
      of.class === 'alert' ? 0 : 1,
    ],
  )
  return rows[0]?.is_due ?? false
}

/** Whether something of it waits until somebody can say who has objected. */
export async function isSomeUnknown(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from sending.queue
       where account_id = $1 and campaign_id = $2 and hold = 'objections_unknown') as found`,
    [accountId, campaignId],
  )
  return rows[0]?.found ?? false
}

/** How much of the account waits so; counted to `max`. */
export async function countUnknown(tx: Tx, accountId: AccountId, max: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
       select from sending.queue
       where account_id = $1 and hold = 'objections_unknown' limit $2) held`,
    [accountId, max],
  )
  return rows[0]?.count ?? 0
}

/** What one resumption lets go at once; what is beyond it is asked again within the hour. */
const releasedMax = 100_000

/** What was kept because the account was suspended is due now; it is judged again as it leaves. */
export const releaseSuspended = (tx: Tx, accountId: AccountId, at: Instant): Promise<void> =>
  release(tx, accountId, 'account_suspended', at)

/** The same of what waited because its supplier was barred for the account. */
export const releaseBarred = (tx: Tx, accountId: AccountId, at: Instant): Promise<void> =>
  release(tx, accountId, 'supplier_barred', at)

async function release(
  tx: Tx,
  accountId: AccountId,
  hold: 'account_suspended' | 'supplier_barred',
  at: Instant,
): Promise<void> {
  await tx.query(
    `update sending.queue set hold = null, due_at = $2
     where ctid = any (array(
       select ctid from sending.queue
       where account_id = $1 and hold = $4
       limit $3 for update skip locked))`,
    [accountId, toTimestamp(at), releasedMax, hold],
  )
}

/** Of each route, whether something of the account waits for it that has not begun to leave. */
export async function waitsFor(
  tx: Tx,
  accountId: AccountId,
  routeIds: readonly RouteId[],
): Promise<({ routeId: RouteId } & Record<MessageClass, boolean>)[]> {
  const { rows } = await tx.query<{ routeId: RouteId } & Record<MessageClass, boolean>>(
    `select r.id as "routeId",
       exists (select from sending.queue where account_id = $1 and route_id = r.id
         and priority = 0 and parts_done = 0) as alert,
       exists (select from sending.queue where account_id = $1 and route_id = r.id
         and priority = 1 and parts_done = 0)
       or exists (select from sending.bundle
         where account_id = $1 and route_id = r.id) as marketing
     from unnest($2::uuid[]) as r (id)`,
    [accountId, arrayOf.uuid(routeIds)],
  )
  return rows
}

/** Of these accounts, how much is held because its supplier is barred; counted to `max` each. */
export async function barredWaitingInAnyAccount(
  tx: Tx,
  accountIds: readonly AccountId[],
  max: number,
): Promise<{ accountId: AccountId; count: number }[]> {
  const { rows } = await tx.query<{ accountId: AccountId; count: number }>(
    `select a.id as "accountId", w.count
     from unnest($1::uuid[]) as a (id)
     cross join lateral (
       select count(*)::int as count from (
         select from sending.queue
         where account_id = a.id and hold = 'supplier_barred' limit $2) held) w
     where w.count > 0`,
    [arrayOf.uuid(accountIds), max],
  )
  return rows
}

/** What waited for the hours of marketing is due now; they are judged again as it leaves. */
export async function releaseHours(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
  await tx.query(
    `update sending.queue q
     set hold = null, due_at = greatest($2, coalesce(m.not_before, $2))
     from sending.message m
     where q.ctid = any (array(
       select ctid from sending.queue
       where account_id = $1 and hold = 'outside_hours'
       limit $3 for update skip locked))
       and m.account_id = q.account_id and m.id = q.message_id`,
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
