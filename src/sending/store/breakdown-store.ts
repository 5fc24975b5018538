// SQL of a campaign's results: what is counted from its messages, the last counting, its replies.
import type { AccountId, CampaignId, Instant, RouteId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Failure } from '../contract.ts'
import { failureColumn } from '../failure.ts'
import type { FinalState } from '../message-state.ts'
import type { InboundKind } from './inbound-store.ts'
import { replyKind } from './past-store.ts'

/** Messages that are alike in all that the page of results tells apart. */
export type Alike = {
  route: RouteId
  country: string
  /** The beginning of the step of time in which they ended; null while they live. */
  at: Instant | null
  state: FinalState | null
  failure: Failure | null
  messages: number
  parts: number
  cost_micro_eur: number
}

/** From when to when messages of the campaign ended; null while none has. */
export async function endedBetween(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<{ from: Instant; until: Instant } | null> {
  const { rows } = await tx.query<{ from_at: Instant | null; until_at: Instant | null }>(
    `select min(o.at) as from_at, max(o.at) as until_at
     from sending.message m
     join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
     where m.account_id = $1 and m.campaign_id = $2 and o.state not in ('refused', 'cancelled')`,
    [accountId, campaignId],
  )
  const { from_at: from, until_at: until } = rows[0] ?? {}
  return from == null || until == null ? null : { from, until }
}

/**
 * All messages of a campaign in one pass, a row for those that are alike. The route is the one that
 * had the last attempt; of what never left, the one that was chosen.
 */
export async function countAlike(
  tx: Tx,
  accountId: AccountId,
  { campaignId, stepMs }: { campaignId: CampaignId; stepMs: number },
): Promise<Alike[]> {
  const { rows } = await tx.query<Alike>(
    `select coalesce(r.route_id, t.route_id) as route, m.country, o.state,
       date_bin($3::bigint * interval '1 millisecond', o.at, 'epoch') as at,
       ${failureColumn} as failure, count(*) as messages, sum(m.parts)::bigint as parts,
       sum(m.price_micro_eur)::bigint as cost_micro_eur
     from sending.message m
     join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
     left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
     left join lateral (
       select route_id from sending.result r
       where r.account_id = m.account_id and r.message_id = m.id and r.part = 1
         and o.state is distinct from 'refused' order by r.attempt desc limit 1
     ) r on true
     where m.account_id = $1 and m.campaign_id = $2
     group by 1, 2, 3, 4, 5`,
    [accountId, campaignId, stepMs],
  )
  return rows
}

/** What was counted last, as `figures` has it. */
export type KeptBreakdown<Figures> = {
  countedAt: Instant
  tookMs: number
  fingerprint: string
  figures: Figures
  /** Since when the messages themselves are gone, and this is all that is left of them. */
  detailsDeletedAt: Instant | null
}

export async function readBreakdown<Figures>(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<KeptBreakdown<Figures> | null> {
  const { rows } = await tx.query<{
    counted_at: Instant
    took_ms: number
    fingerprint: string
    figures: Figures
    details_deleted_at: Instant | null
  }>(
    `select counted_at, took_ms, fingerprint, figures, details_deleted_at
     from sending.campaign_breakdown
     where account_id = $1 and campaign_id = $2`,
    [accountId, campaignId],
  )
  const [row] = rows
  if (row === undefined) return null
  const { counted_at: countedAt, took_ms: tookMs, fingerprint, figures } = row
  return { countedAt, tookMs, fingerprint, figures, detailsDeletedAt: row.details_deleted_at }
}

type KeptSums<Route> = { routes: Route[]; parts: number; costMicroEur: number }

/** Of many campaigns, what their last countings say of routes, parts and cost. */
export async function readSumsOf<Route>(
  tx: Tx,
  accountId: AccountId,
  campaignIds: readonly CampaignId[],
): Promise<(Omit<KeptBreakdown<Route[]>, 'figures'> & { id: CampaignId } & KeptSums<Route>)[]> {
  const { rows } = await tx.query<{
    id: CampaignId
    counted_at: Instant
    took_ms: number
    fingerprint: string
    routes: Route[] | null
    parts: number | null
    cost: number | null
    details_deleted_at: Instant | null
  }>(
    `select campaign_id as id, counted_at, took_ms, fingerprint, details_deleted_at,
       figures -> 'routes' as routes, figures -> 'parts' as parts, figures -> 'costMicroEur' as cost
     from sending.campaign_breakdown
     where account_id = $1 and campaign_id = any($2::uuid[])`,
    [accountId, campaignIds],
  )
  return rows.map((row) => ({
    ...{ id: row.id, fingerprint: row.fingerprint, routes: row.routes ?? [] },
    ...{ parts: row.parts ?? 0, costMicroEur: row.cost ?? 0 },
    ...{ countedAt: row.counted_at, tookMs: row.took_ms },
    detailsDeletedAt: row.details_deleted_at,
  }))
}

export async function keepBreakdown(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
  kept: Omit<KeptBreakdown<unknown>, 'detailsDeletedAt'>,
): Promise<void> {
  await tx.query(
    `insert into sending.campaign_breakdown (account_id, campaign_id, counted_at, took_ms,
       fingerprint, figures)
     values ($1, $2, $3, $4, $5, $6::jsonb)
     on conflict (account_id, campaign_id) do update set counted_at = excluded.counted_at,
       took_ms = excluded.took_ms, fingerprint = excluded.fingerprint, figures = excluded.figures
     where campaign_breakdown.details_deleted_at is null`,
    [
      accountId,
      campaignId,
      toTimestamp(kept.countedAt),
      kept.tookMs,
      kept.fingerprint,
      JSON.stringify(kept.figures),
    ],
  )
}

export async function markDetailsDeleted(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant },
): Promise<void> {
  await tx.query(
    `update sending.campaign_breakdown set details_deleted_at = $3
     where account_id = $1 and campaign_id = $2 and details_deleted_at is null`,
    [accountId, campaign.id, toTimestamp(campaign.at)],
  )
}

/**
 * Replies to a campaign, those that are deleted included; what somebody said after reading counts
 * before what was understood.
 */
export type ReplyCounts = {
  total: number
  kinds: Readonly<Record<InboundKind, number>>
  /** A person who says it twice is one. */
  peopleWhoStopped: number
  toRead: number
}

export async function repliesTo(
  tx: Tx,
  accountId: AccountId,
  campaignIds: readonly CampaignId[],
): Promise<Map<CampaignId, ReplyCounts>> {
  const { rows } = await tx.query<{
    campaign_id: CampaignId
    kind: InboundKind
    replies: number
    people: number
    to_read: number
  }>(
    `select campaign_id, kind, sum(replies)::int8 as replies, sum(people)::int8 as people,
       sum(to_read)::int8 as to_read
     from (
       select campaign_id, ${replyKind} as kind, count(*) as replies,
         count(distinct subject_id) as people,
         count(*) filter (where needs_review and reviewed_at is null) as to_read
       from sending.inbound where account_id = $1 and campaign_id = any($2::uuid[])
       group by 1, 2
       union all
       select campaign_id, kind, replies, people, 0
       from sending.campaign_past_reply
       where account_id = $1 and campaign_id = any($2::uuid[])
     ) counted group by 1, 2`,
    [accountId, campaignIds],
  )
  const none = { stop: 0, help: 0, contact: 0, start: 0, doubtful: 0, other: 0 }
  const found = new Map<CampaignId, ReplyCounts>()
  for (const campaignId of campaignIds) {
    const own = rows.filter((row) => row.campaign_id === campaignId)
    found.set(campaignId, {
      total: own.reduce((sum, row) => sum + row.replies, 0),
      kinds: { ...none, ...Object.fromEntries(own.map((row) => [row.kind, row.replies])) },
      peopleWhoStopped: own.find((row) => row.kind === 'stop')?.people ?? 0,
      toRead: own.reduce((sum, row) => sum + row.to_read, 0),
    })
  }
  return found
}
