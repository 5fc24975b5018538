// How a refused message is counted in its campaign: with its reason, or not at all.
import type { AccountId, CampaignId } from '../../kernel/index.ts'
import type { TallyMove } from '../store/result-store.ts'

const prefix = 'left_out.'

/** The one way to count refusals: by it their sum and their reasons are moved together. */
export function refusedMoves(
  of: { accountId: AccountId; campaignId: CampaignId },
  reason: string | null,
): TallyMove[] {
  const { accountId, campaignId } = of
  return [
    { accountId, campaignId, counter: 'refused', by: 1 },
    { accountId, campaignId, counter: `${prefix}${reason ?? 'other'}`, by: 1 },
  ]
}

/** How many were refused for each reason. */
export function refusedByReason(tally: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [name, value] of tally) {
    if (name.startsWith(prefix)) found.set(name.slice(prefix.length), value)
  }
  return found
}
