// SQL of campaigns under way, over all accounts: what they are called and how they stand, no text.
import type { AccountId, CampaignId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Campaign } from '../campaign.ts'

export type UnderWayPlace = { approvedAt: Instant; id: CampaignId }
export type UnderWayRow = UnderWayPlace & {
  accountId: AccountId
  name: string
  state: Campaign['state']
  class: Campaign['class']
  sender: string
  sendAt: Instant | null
  startedAt: Instant | null
}

/** The newest first; none is under way before it was approved. */
export async function underWayInAnyAccount(
  tx: Tx,
  page: { before: UnderWayPlace | null; limit: number },
): Promise<UnderWayRow[]> {
  const { before, limit } = page
  const { rows } = await tx.query<UnderWayRow>(
    `select account_id as "accountId", id, name, state, class, sender, send_at as "sendAt",
       approved_at as "approvedAt", started_at as "startedAt"
     from campaigns.campaign
     where state in ('approved', 'accepting', 'running', 'paused') and approved_at is not null
       and ($1::timestamptz is null or (approved_at, id) < ($1::timestamptz, $2::uuid))
     order by approved_at desc, id desc limit $3`,
    [before === null ? null : toTimestamp(before.approvedAt), before?.id ?? null, limit],
  )
  return rows
}
