// A campaign beside one's own last ones: the shares that are compared, and their medians. Pure.
import type { CampaignCounts } from '../contract.ts'
import { type ResultGroup, resultGroups } from '../contract-results.ts'

/** How many messages stand in each group; together they are all that were accepted. */
export function groupsOf(counts: CampaignCounts): Record<ResultGroup, number> {
  const sums = Object.entries(resultGroups).map(([group, names]) => [
    group,
    names.reduce((sum, name) => sum + counts[name], 0),
  ])
  return Object.fromEntries(sums) as Record<ResultGroup, number>
}

export type Answered = { total: number; peopleWhoStopped: number }
export const rateNames = ['delivered', 'failed', 'refused', 'stopped', 'replied'] as const
export type Rates = Record<(typeof rateNames)[number], number | null>

export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.min(1, part / whole) : null

/**
 * What arrived or failed is told of what an operator was given and has ended; who said STOP or
 * wrote back, of those who got it.
 */
export function ratesOf(counts: CampaignCounts, replies: Answered): Rates {
  const groups = groupsOf(counts)
  const ended = groups.delivered + groups.failed + groups.unconfirmed
  return {
    delivered: shareOf(groups.delivered, ended),
    failed: shareOf(groups.failed, ended),
    refused: shareOf(groups.refused, counts.accepted),
    stopped: shareOf(replies.peopleWhoStopped, groups.delivered),
    replied: shareOf(replies.total, groups.delivered),
  }
}

/** Of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper)
  return (lower + upper) / 2
}

/** Fewer than so many say nothing about what is usual. */
export const pastMin = 3
export const pastMax = 10

export function compare(own: Rates, past: readonly Rates[]) {
  if (past.length < pastMin) return null
  const rates = rateNames.map((rate) => ({
    rate,
    own: own[rate],
    median: median(past.flatMap((one) => one[rate] ?? [])),
  }))
  return { campaigns: past.length, rates }
}
