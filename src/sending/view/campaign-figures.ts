// A campaign's figures: counters as they stand, replies,
// and the counting of its messages when it is new.
import { createHash } from 'node:crypto'
import type { AccountId, CampaignId, Clock, Instant } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import {
  countAlike,
  endedBetween,
  type KeptBreakdown,
  keepBreakdown,
  type ReplyCounts,
  readBreakdown,
  readSumsOf,
  repliesTo,
} from '../store/breakdown-store.ts'
import { readTally } from '../store/store.ts'
import { type Breakdown, breakdownOf, stepFor } from './breakdown.ts'

export type CountedBreakdown = Pick<
  KeptBreakdown<Breakdown>,
  'countedAt' | 'figures' | 'detailsDeletedAt'
> & {
  /** Nothing has moved since it was counted. */
  isCurrent: boolean
}

type CampaignSums = Pick<Breakdown, 'routes' | 'parts' | 'costMicroEur'>

export type CampaignFigures = {
  /** The counters that only grow, by name, as they stand. */
  tally(
    accountId: AccountId,
    campaignIds: readonly CampaignId[],
  ): Promise<Map<CampaignId, Map<string, number>>>
  replies(
    accountId: AccountId,
    campaignIds: readonly CampaignId[],
  ): Promise<Map<CampaignId, ReplyCounts>>
  /**
   * What is known by time, route, country and reason. A small campaign is counted at once; of a
   * large one the last counting is told, and `later` is asked for a new one where it is due.
   */
  breakdown(
    accountId: AccountId,
    campaignId: CampaignId,
    later: (tx: Tx) => Promise<void>,
  ): Promise<CountedBreakdown | null>
  /**
   * Routes, parts and cost of many campaigns: what their last countings say. `later` is asked for
   * new countings, of so many at most; `uncounted` tells how many wait for theirs.
   */
  sums(
    accountId: AccountId,
    campaignIds: readonly CampaignId[],
    counting: { atMost: number; later(tx: Tx, id: CampaignId): Promise<void> },
  ): Promise<{ sums: ReadonlyMap<CampaignId, CampaignSums>; uncounted: number }>
  /** When its messages were deleted; null: they are there. */
  detailsDeletedAt(accountId: AccountId, campaignId: CampaignId): Promise<Instant | null>
  /** Counts now, and keeps it. */
  count(accountId: AccountId, campaignId: CampaignId): Promise<void>
}

/** Up to so many messages a reader does not notice that they are counted while they wait. */
const countedAtOnce = 5_000
/** A large campaign that runs is counted again so often, and never most of the time. */
const restMs = 15_000
const restTimes = 10

export function createCampaignFigures(deps: { database: Database; clock: Clock }): CampaignFigures {
  const { database, clock } = deps
  return {
    tally: (accountId, ids) => database.inAccount(accountId, (tx) => readTally(tx, accountId, ids)),
    replies: (accountId, ids) =>
      database.inAccount(accountId, (tx) => repliesTo(tx, accountId, ids)),
    breakdown: (accountId, campaignId, later) =>
      database.inAccount(accountId, async (tx) => {
        const tally = await tallyOf(tx, accountId, campaignId)
        const kept = await readBreakdown<Breakdown>(tx, accountId, campaignId)
        // There is nothing left to count: what was counted before is the truth.
        const isFinal = kept !== null && kept.detailsDeletedAt !== null
        if (isFinal || kept?.fingerprint === fingerprintOf(tally)) {
          return { ...told(kept), isCurrent: true }
        }
        if ((tally.get('accepted') ?? 0) <= countedAtOnce) {
          const figures = await countIn(tx, accountId, campaignId)
          return { countedAt: clock.now(), figures, isCurrent: true, detailsDeletedAt: null }
        }
        if (kept === null || isDue(kept, clock.now())) await later(tx)
        return kept === null ? null : { ...told(kept), isCurrent: false }
      }),
    sums: (accountId, ids, { atMost, later }) =>
      database.inAccount(accountId, async (tx) => {
        const tallies = await readTally(tx, accountId, ids)
        const held = await readSumsOf<Breakdown['routes'][number]>(tx, accountId, ids)
        const kept = new Map(held.map((one) => [one.id, one]))
        const stale = ids.filter((id) => {
          const tally = tallies.get(id) ?? new Map<string, number>()
          const last = kept.get(id)
          // Of deleted messages the last counting is all that there is.
          if (last !== undefined && last.detailsDeletedAt !== null) return false
          return last?.fingerprint !== fingerprintOf(tally)
        })
        const due = stale.filter((id) => {
          const last = kept.get(id)
          return last === undefined || isDue(last, clock.now())
        })
        for (const id of due.slice(0, atMost)) await later(tx, id)
        return { sums: kept, uncounted: stale.length }
      }),
    detailsDeletedAt: (accountId, campaignId) =>
      database.inAccount(accountId, async (tx) => {
        const kept = await readBreakdown<Breakdown>(tx, accountId, campaignId)
        return kept?.detailsDeletedAt ?? null
      }),
    count: (accountId, campaignId) =>
      database.inAccount(accountId, (tx) => countAndKeep(tx, accountId, campaignId, clock)),
  }
}

const isDue = ({ countedAt, tookMs }: { countedAt: number; tookMs: number }, at: number) =>
  at - countedAt >= Math.max(restMs, restTimes * tookMs)

async function countAndKeep(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
  clock: Clock,
): Promise<void> {
  // Read before: what moves meanwhile is counted another time.
  const fingerprint = fingerprintOf(await tallyOf(tx, accountId, campaignId))
  const from = clock.now()
  const figures = await countIn(tx, accountId, campaignId)
  const countedAt = clock.now()
  const tookMs = Math.max(0, countedAt - from)
  await keepBreakdown(tx, accountId, campaignId, { countedAt, tookMs, fingerprint, figures })
}

/** Before the messages go. False: they are going already, and the figures are kept. */
export async function keepFinalFigures(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
  clock: Clock,
): Promise<boolean> {
  const kept = await readBreakdown<Breakdown>(tx, accountId, campaignId)
  if (kept !== null && kept.detailsDeletedAt !== null) return false
  await countAndKeep(tx, accountId, campaignId, clock)
  return true
}

const told = ({ countedAt, figures, detailsDeletedAt }: KeptBreakdown<Breakdown>) => ({
  ...{ countedAt, figures, detailsDeletedAt },
})

async function tallyOf(tx: Tx, accountId: AccountId, campaignId: CampaignId) {
  const all = await readTally(tx, accountId, [campaignId])
  return all.get(campaignId) ?? new Map<string, number>()
}

async function countIn(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<Breakdown> {
  const ended = await endedBetween(tx, accountId, campaignId)
  const stepMs = stepFor(ended === null ? 0 : ended.until - ended.from)
  return breakdownOf(await countAlike(tx, accountId, { campaignId, stepMs }), stepMs)
}

/** Another one whenever a counter has moved. */
function fingerprintOf(tally: ReadonlyMap<string, number>): string {
  const rows = [...tally].sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(rows)).digest('base64url').slice(0, 22)
}
