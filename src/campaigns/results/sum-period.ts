// Sums the campaigns of a period by the list or segment that they went to, and by operator. Pure.
import type { CampaignId, ListId, RouteId } from '../../kernel/index.ts'
import type { ResultGroup } from '../contract-results.ts'

export type PeriodFigures = Record<
  'accepted' | ResultGroup | 'stopped' | 'replies' | 'parts' | 'costMicroEur',
  number
>

/** Where a campaign went: its list, or the segment of which the list was chosen. */
export type Audience = { name: string | null; segmentId: string | null }

export type Counted = { id: CampaignId; listId: ListId; figures: PeriodFigures }

export const noFigures = (): PeriodFigures => ({
  ...{ accepted: 0, delivered: 0, failed: 0, unconfirmed: 0, refused: 0, cancelled: 0 },
  ...{ underway: 0, stopped: 0, replies: 0, parts: 0, costMicroEur: 0 },
})

const names = Object.keys(noFigures()) as (keyof PeriodFigures)[]
/** To sums that may hold more than figures. */
export function add(to: PeriodFigures, more: PeriodFigures): void {
  for (const name of names) to[name] += more[name]
}

export type OfAudience = PeriodFigures &
  Audience & {
    /** Of the segment where there is one: each choosing of a segment is a list of its own. */
    audienceId: string
    campaigns: number
  }

export function byAudience(
  campaigns: readonly Counted[],
  audiences: ReadonlyMap<ListId, Audience>,
): OfAudience[] {
  const sums = new Map<string, OfAudience>()
  for (const { listId, figures } of campaigns) {
    const { name, segmentId } = audiences.get(listId) ?? { name: null, segmentId: null }
    const audienceId = segmentId ?? listId
    const sum = sums.get(audienceId) ?? {
      ...{ name, segmentId, audienceId, campaigns: 0 },
      ...noFigures(),
    }
    sum.campaigns += 1
    add(sum, figures)
    sums.set(audienceId, sum)
  }
  return [...sums.values()].sort((a, b) => b.accepted - a.accepted)
}

type Ended = { messages: number; delivered: number; failed: number; unconfirmed: number }
export type OfRoute = Ended & { routeId: RouteId }

export function byRoute(
  campaigns: readonly (readonly OfRoute[])[],
): (OfRoute & { campaigns: number })[] {
  const sums = new Map<RouteId, OfRoute & { campaigns: number }>()
  for (const one of campaigns.flat()) {
    const { routeId } = one
    const none = { messages: 0, delivered: 0, failed: 0, unconfirmed: 0 }
    const sum = sums.get(routeId) ?? { routeId, campaigns: 0, ...none }
    sum.campaigns += 1
    sum.messages += one.messages
    sum.delivered += one.delivered
    sum.failed += one.failed
    sum.unconfirmed += one.unconfirmed
    sums.set(routeId, sum)
  }
  return [...sums.values()].sort((a, b) => b.messages - a.messages)
}
