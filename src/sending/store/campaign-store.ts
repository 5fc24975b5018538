// SQL of what a campaign does with its waiting messages as a whole: hold, let go, cancel.
import type { AccountId, CampaignId, Instant, MessageId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Pace } from '../pace.ts'
import { receiptDeadlineMs, sweepNearMs } from '../receipt-deadline.ts'
import { unbundleSome } from './bundle-store.ts'

/** From this commit on nothing of it leaves: the gate asks, and what is put back waits. */
export async function markHeld(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into sending.held_campaign (account_id, campaign_id, held_at) values ($1, $2, $3)
     on conflict do nothing`,
    [accountId, campaign.id, toTimestamp(campaign.at)],
  )
}

/** Slots that were given before the pause are over: the line begins anew. */
export async function unmarkHeld(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant },
): Promise<void> {
  await tx.query(
    'update sending.campaign_pace set next_at = $3 where account_id = $1 and campaign_id = $2',
    [accountId, campaign.id, toTimestamp(campaign.at)],
  )
  await tx.query('delete from sending.held_campaign where account_id = $1 and campaign_id = $2', [
    accountId,
    campaign.id,
  ])
}

/** A batch of what waits, in the order of ids; `after` null: from the first. */
export type Batch = { id: CampaignId; at: Instant; after: MessageId | null; limit: number }
/** Where the batch ended; null: nothing is left behind it. */
export type BatchEnd = { last: MessageId | null; routeIds: string[] }

const before = '00000000-0000-0000-0000-000000000000' as MessageId

const chosen = `
chosen as materialized (
  select ctid as at, message_id, route_id from sending.queue
  where account_id = $1 and campaign_id = $2 and message_id > $3
  order by message_id limit $4 for update skip locked
)`

/**
 * Holds what waits: first what is in bundles, which is held as it becomes rows. What an engine has
 * claimed is held at its gate.
 */
export async function holdSome(tx: Tx, accountId: AccountId, batch: Batch): Promise<BatchEnd> {
  const { id, limit, after } = batch
  const hasMore = await unbundleSome(tx, accountId, { id, limit, as: 'held' })
  if (hasMore) return { last: after ?? before, routeIds: [] }
  return endOf(
    batch,
    await tx.query<ChosenRow>(
      `with ${chosen}, held as (
         update sending.queue q set hold = 'campaign_paused', due_at = 'infinity'
         where q.ctid = any (array(select at from chosen))
           and (q.hold, q.due_at) is distinct from ('campaign_paused', 'infinity')
       ) select message_id, route_id from chosen order by message_id`,
      [accountId, batch.id, batch.after ?? before, batch.limit],
    ),
  )
}

/** Lets go what was held; hours are judged again as each leaves. */
export async function releaseSome(tx: Tx, accountId: AccountId, batch: Batch): Promise<BatchEnd> {
  return endOf(
    batch,
    await tx.query<ChosenRow>(
      `with ${chosen}, freed as (
         update sending.queue q set hold = null, due_at = greatest($5, coalesce(m.not_before, $5))
         from sending.message m
         where q.ctid = any (array(select at from chosen)) and q.hold = 'campaign_paused'
           and m.account_id = q.account_id and m.id = q.message_id
       ) select message_id, route_id from chosen order by message_id`,
      [accountId, batch.id, batch.after ?? before, batch.limit, toTimestamp(batch.at)],
    ),
  )
}

/** What another transaction had locked as a batch passed is still held, whatever became of that. */
export async function isSomeHeld(tx: Tx, accountId: AccountId, id: CampaignId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from sending.queue where account_id = $1 and campaign_id = $2
       and hold = 'campaign_paused' and due_at = 'infinity') as found`,
    [accountId, id],
  )
  return rows[0]?.found ?? false
}

type ChosenRow = { message_id: MessageId; route_id: string }

function endOf(batch: Batch, { rows }: { rows: ChosenRow[] }): BatchEnd {
  const isLast = rows.length < batch.limit
  return {
    last: isLast ? null : (rows.at(-1)?.message_id ?? null),
    routeIds: [...new Set(rows.map((row) => row.route_id))],
  }
}

/** Which of these campaigns are paused or called off now, and which have a pace. */
export async function campaignsNow(
  tx: Tx,
  accountId: AccountId,
  campaignIds: ReadonlySet<CampaignId>,
): Promise<{ held: Set<CampaignId>; paced: Set<CampaignId> }> {
  const held = new Set<CampaignId>()
  const paced = new Set<CampaignId>()
  if (campaignIds.size === 0) return { held, paced }
  const { rows } = await tx.query<{ campaign_id: CampaignId; is_held: boolean }>(
    {
      name: 'sending_campaigns_now',
      text: `select campaign_id, true as is_held from sending.held_campaign
        where account_id = $1 and campaign_id = any($2::uuid[])
        union all select campaign_id, false from sending.campaign_pace
        where account_id = $1 and campaign_id = any($2::uuid[])`,
    },
    [accountId, [...campaignIds]],
  )
  for (const row of rows) (row.is_held ? held : paced).add(row.campaign_id)
  return { held, paced }
}

/** Null: as fast as the route goes. */
export async function setPace(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; perHour: number | null; at: Instant },
): Promise<void> {
  const { id, perHour, at } = campaign
  if (perHour === null) {
    const gone = 'delete from sending.campaign_pace where account_id = $1 and campaign_id = $2'
    await tx.query(gone, [accountId, id])
    return
  }
  await tx.query(
    `insert into sending.campaign_pace (account_id, campaign_id, per_hour, next_at)
     values ($1, $2, $3, $4)
     on conflict (account_id, campaign_id) do update set per_hour = $3, next_at = $4`,
    [accountId, id, perHour, toTimestamp(at)],
  )
}

/** Locked until the gate's transaction ends: two slices never take the same share. */
export async function lockPace(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<Pace | null> {
  const { rows } = await tx.query<{
    per_hour: number
    span: number
    taken: number
    next_at: Instant
  }>(
    {
      name: 'sending_lock_pace',
      text: `select per_hour, span, taken, next_at from sending.campaign_pace
        where account_id = $1 and campaign_id = $2 for update`,
    },
    [accountId, campaignId],
  )
  const row = rows[0]
  if (row === undefined) return null
  return { perHour: row.per_hour, span: row.span, taken: row.taken, nextAt: row.next_at }
}

export async function keepPace(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
  pace: Pace,
): Promise<void> {
  await tx.query(
    {
      name: 'sending_keep_pace',
      text: `update sending.campaign_pace set span = $3, taken = $4, next_at = $5
        where account_id = $1 and campaign_id = $2`,
    },
    [accountId, campaignId, pace.span, pace.taken, toTimestamp(pace.nextAt)],
  )
}

/** Shares of a span that were not used: while it lasts, others of the campaign may have them. */
export async function returnShares(
  tx: Tx,
  accountId: AccountId,
  shares: { campaignId: CampaignId; span: number; count: number },
): Promise<void> {
  await tx.query(
    {
      name: 'sending_return_shares',
      text: `update sending.campaign_pace set taken = greatest(0, taken - $4)
        where account_id = $1 and campaign_id = $2 and span = $3`,
    },
    [accountId, shares.campaignId, shares.span, shares.count],
  )
}

export type Cancelled = {
  moves: Record<string, number>
  /** What may have left, and waits for no receipt any more. */
  over: { messageId: MessageId; reason: string | null }[]
}

/**
 * Takes at most `limit` waiting messages out of the queue, for ever. One that goes again, since its
 * first attempt had no answer, is not called back by that: it may have left, and stands as such
 * until the deadline for receipts, or ends where that is over. Returns by how much counters move,
 * and which ended so.
 */
export async function cancelWaiting(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant; limit: number },
): Promise<Cancelled> {
  const { id, at, limit } = campaign
  const { rows } = await tx.query<Record<string, number> & Pick<Cancelled, 'over'>>(
    `with taken as (
       delete from sending.queue where ctid = any (array(
         select ctid from sending.queue where account_id = $1 and campaign_id = $2
         limit $4 for update skip locked))
       returning account_id, message_id, campaign_id, attempt, parts
     ), known as (
       select t.account_id, t.message_id, t.campaign_id, r.has_left,
         r.has_left is not null and r.left_at <= $5 as is_over
       from taken t left join lateral (
         select max(case outcome when 'accepted' then 2 when 'unknown' then 1 end) as has_left,
           max(left_at) as left_at
         from sending.result where t.attempt > 1 and t.parts = 1
           and account_id = t.account_id and message_id = t.message_id) r on true
     ), ended as (
       insert into sending.outcome (account_id, message_id, state, reason, campaign_id, at)
       select account_id, message_id, case when is_over then 'unconfirmed' else 'cancelled' end,
         case when not is_over then 'campaign_cancelled' when has_left = 1 then 'maybe_sent' end,
         campaign_id, $3
       from known where has_left is null or is_over
       on conflict do nothing
       returning message_id, state, reason
     )
     select count(*) filter (where has_left is null) as cancelled,
       count(*) filter (where has_left is null) as ended_unsent,
       count(*) filter (where has_left = 2) as submitted,
       count(*) filter (where has_left = 1) as maybe_sent,
       (select count(*) from ended where state = 'unconfirmed') as unconfirmed,
       (select count(*) from ended where reason = 'maybe_sent') as maybe_settled,
       (select coalesce(json_agg(
          json_build_object('messageId', message_id, 'reason', reason)), '[]')
        from ended where state = 'unconfirmed') as over
     from known`,
    [accountId, id, toTimestamp(at), limit, toTimestamp(at - receiptDeadlineMs + sweepNearMs)],
  )
  const { over = [], ...moves } = rows[0] ?? {}
  return { moves, over }
}

/** Statistics of the messages, where the database has none yet; a moment, whatever their number. */
export async function learnMessagesInAnyAccount(tx: Tx): Promise<void> {
  await tx.query('select sending.learn_messages()')
}
