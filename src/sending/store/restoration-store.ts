// SQL of a restored database: how far it counted, what was found, what is released.
import { type AccountId, BugError, type Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import { bundleMax } from './bundle-store.ts'
import { heldMomentPlace, type MarkPlace, momentPlace } from './left-marks.ts'
import type { QueuedMessage } from './queue-store.ts'

export type Counted = MarkPlace & { claims: number }

export async function claimCountsInAnyAccount(tx: Tx): Promise<Counted[]> {
  const { rows } = await tx.query<Counted>(
    'select route_id as "routeId", bind, claims from sending.claim_count',
  )
  return rows
}

/** At which place, and how many have passed there. */
export async function passMomentInAnyAccount(tx: Tx): Promise<Counted> {
  const { rows } = await tx.query<Counted>(
    {
      name: 'sending_pass_moment',
      text: `
insert into sending.claim_count as c (route_id, bind, claims)
select $1, case when exists (select from sending.restoration where released_at is null)
  then $2::smallint else $3::smallint end, 1
on conflict (route_id, bind) do update set claims = c.claims + 1
returning route_id as "routeId", bind, claims`,
    },
    [momentPlace.routeId, heldMomentPlace.bind, momentPlace.bind],
  )
  const [passed] = rows
  if (passed === undefined) throw new BugError('a moment is counted somewhere')
  return passed
}

/** The database counts on from where the marks end. */
export async function raiseClaimCountsInAnyAccount(
  tx: Tx,
  places: readonly Counted[],
): Promise<void> {
  if (places.length === 0) return
  await tx.query(
    `insert into sending.claim_count as c (route_id, bind, claims)
     select * from unnest($1::uuid[], $2::smallint[], $3::bigint[])
     on conflict (route_id, bind) do update set claims = greatest(c.claims, excluded.claims)`,
    [
      places.map(({ routeId }) => routeId),
      places.map(({ bind }) => bind),
      places.map(({ claims }) => claims),
    ],
  )
}

export type WhyHeld = 'behind' | 'copied' | 'unmarked' | 'asked'
export type Waiting = 'end' | 'send'

/** What had been found of one that was found again before it was released. */
export type EarlierFound = {
  why: WhyHeld
  foundAt: Instant
  gapFrom: Instant | null
  gapTo: Instant | null
  messages: number
  isAtLeast: boolean
}

export type Restoration = {
  id: string
  why: WhyHeld
  foundAt: Instant
  throughId: string
  gapFrom: Instant | null
  gapTo: Instant | null
  slices: number
  messages: number
  isAtLeast: boolean
  byAccount: Readonly<Record<string, number>>
  releasedAt: Instant | null
  releasedBy: string | null
  waiting: Waiting | null
  ended: number
  marketingAt: Instant | null
  /** The oldest first. */
  earlier: readonly EarlierFound[]
}

type FoundRestoration = Omit<
  Restoration,
  'earlier' | 'releasedAt' | 'releasedBy' | 'waiting' | 'ended' | 'marketingAt'
>

/** False where one is open already: what it holds is held. */
export async function openRestorationInAnyAccount(
  tx: Tx,
  found: FoundRestoration,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into sending.restoration (id, why, found_at, through_id, gap_from, gap_to, slices,
       messages, is_at_least, by_account)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    valuesOf(found),
  )
  return rowCount > 0
}

/**
 * One that is open, of a database that was put back once more; false: it was released, or somebody
 * else has found it meanwhile. What was found before stays beside it.
 */
export async function widenRestorationInAnyAccount(
  tx: Tx,
  found: FoundRestoration,
  earlier: EarlierFound,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update sending.restoration set why = $2, found_at = $3, through_id = greatest(through_id, $4),
       gap_from = $5, gap_to = $6, slices = $7, messages = $8, is_at_least = $9, by_account = $10,
       earlier = earlier || $11::jsonb
     where id = $1 and released_at is null and found_at = $12`,
    [...valuesOf(found), JSON.stringify([earlier]), toTimestamp(earlier.foundAt)],
  )
  return rowCount > 0
}

const valuesOf = (found: FoundRestoration) => [
  found.id,
  found.why,
  toTimestamp(found.foundAt),
  found.throughId,
  found.gapFrom === null ? null : toTimestamp(found.gapFrom),
  found.gapTo === null ? null : toTimestamp(found.gapTo),
  found.slices,
  found.messages,
  found.isAtLeast,
  JSON.stringify(found.byAccount),
]

/** The last one that was found, released or not; null: there never was one. */
export async function lastRestorationInAnyAccount(tx: Tx): Promise<Restoration | null> {
  const { rows } = await tx.query<Restoration>(
    `select id, why, found_at as "foundAt", through_id as "throughId", gap_from as "gapFrom",
       gap_to as "gapTo", slices, messages, is_at_least as "isAtLeast", by_account as "byAccount",
       released_at as "releasedAt", released_by as "releasedBy", waiting, ended,
       marketing_at as "marketingAt", earlier
     from sending.restoration order by released_at is not null, found_at desc limit 1`,
  )
  return rows[0] ?? null
}

export async function closeRestorationInAnyAccount(
  tx: Tx,
  id: string,
  how: { at: Instant; by: string; waiting: Waiting; ended: number; marketingAt: Instant | null },
): Promise<void> {
  await tx.query(
    `update sending.restoration set released_at = $2, released_by = $3, waiting = $4, ended = $5,
       marketing_at = $6
     where id = $1 and released_at is null`,
    [
      id,
      toTimestamp(how.at),
      how.by,
      how.waiting,
      how.ended,
      how.marketingAt === null ? null : toTimestamp(how.marketingAt),
    ],
  )
}

export async function letMarketingGoInAnyAccount(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `update sending.restoration set marketing_at = $1
     where released_at is not null and marketing_at is null`,
    [toTimestamp(at)],
  )
}

/** What a dead engine had in flight is told as maybe sent, and put back by nobody. */
export async function neverRepeatInAnyAccount(tx: Tx, before: Instant): Promise<void> {
  await tx.query(
    `update sending.intent set may_repeat = array_fill(false, array[cardinality(message_ids)])
     where opened_at <= $1 and true = any (may_repeat)`,
    [toTimestamp(before)],
  )
}

export type FromBefore = {
  /** The greatest id of a message that was accepted before. */
  throughId: string
  /**
   * What waits alone for an hour behind this instant cannot have left before; null: nobody knows.
   */
  gapTo: Instant | null
}

/**
 * A single message that waits for its hour is called before it by nobody. What waits until
 * something is put right may have been let go before the instant at which it is looked at again.
 */
const mayHaveLeft = `
message_id <= $1
  and not coalesce(campaign_id is null and due_at <> 'infinity' and due_at > $2
    and coalesce(hold, '') not in ('not_opened', 'account_suspended', 'supplier_barred',
      'objections_unknown'), false)`

/** The greatest id that waits now; null: nothing does. */
export async function greatestWaitingInAnyAccount(tx: Tx): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from (
       (select message_id as id from sending.queue order by message_id desc limit 1)
       union all
       (select message_ids[cardinality(message_ids)] from sending.bundle
        order by message_ids[cardinality(message_ids)] desc limit 1)) w
     order by id desc limit 1`,
  )
  return rows[0]?.id ?? null
}

export async function unbundleFromBeforeInAnyAccount(
  tx: Tx,
  throughId: string,
  limit: number,
): Promise<number> {
  const { rows } = await tx.query<{ bundles: number }>(
    `with gone as (
       delete from sending.bundle where ctid = any (array(
         select ctid from sending.bundle where id <= $1 limit $2 for update))
       returning *
     ), apart as (
       insert into sending.queue (account_id, message_id, route_id, priority, due_at, expires_at,
         campaign_id, parts, parts_done, attempt, may_repeat, hold)
       select account_id, unnest(message_ids), route_id, 1, due_at, expires_at, campaign_id, parts,
         0, 1, may_repeat, null
       from gone
     )
     select count(*)::int as bundles from gone`,
    [throughId, Math.ceil(limit / bundleMax)],
  )
  return rows[0]?.bundles ?? 0
}

type Row = {
  account_id: AccountId
  message_id: QueuedMessage['messageId']
  campaign_id: QueuedMessage['campaignId']
  parts: number
  parts_done: number
  attempt: number
  priority: number
  may_repeat: boolean
  expires_at: Instant | null
}

/** Takes a batch out of the queue, to be told as never confirmed. */
export async function takeFromBeforeInAnyAccount(
  tx: Tx,
  { throughId, gapTo }: FromBefore,
  limit: number,
): Promise<QueuedMessage[]> {
  const { rows } = await tx.query<Row>(
    `delete from sending.queue where ctid = any (array(
       select ctid from sending.queue where ${mayHaveLeft} limit $3 for update))
     returning *`,
    [throughId, gapTo === null ? null : toTimestamp(gapTo), limit],
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    messageId: row.message_id,
    campaignId: row.campaign_id,
    parts: row.parts,
    partsDone: row.parts_done,
    attempt: row.attempt,
    priority: row.priority,
    mayRepeat: row.may_repeat,
    expiresAt: row.expires_at,
  }))
}

/** How many messages wait from before, by account: of these somebody has to decide. */
export async function countFromBeforeInAnyAccount(
  tx: Tx,
  { throughId, gapTo }: FromBefore,
): Promise<Map<AccountId, number>> {
  const { rows } = await tx.query<{ account_id: AccountId; messages: number }>(
    `select account_id, sum(messages)::int as messages from (
       select account_id, count(*) as messages from sending.queue where ${mayHaveLeft} group by 1
       union all
       select account_id, sum(cardinality(message_ids)) from sending.bundle
       where id <= $1 group by 1
     ) w group by account_id`,
    [throughId, gapTo === null ? null : toTimestamp(gapTo)],
  )
  return new Map(rows.map((row) => [row.account_id, row.messages]))
}
