// SQL of the results of a period: which campaigns were launched in it.
import type { AccountId, CampaignId, Instant, ListId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Campaign } from '../campaign.ts'

export type Launched = {
  id: CampaignId
  name: string
  class: Campaign['class']
  listId: ListId
  startedAt: Instant
}

/** The latest first; those that were called off on their way too, since something may have left. */
export async function launchedBetween(
  tx: Tx,
  accountId: AccountId,
  wish: { from: Instant; until: Instant; limit: number },
): Promise<Launched[]> {
  const { rows } = await tx.query<Launched>(
    `select id, name, class, list_id as "listId", started_at as "startedAt"
     from campaigns.campaign
     where account_id = $1 and started_at >= $2 and started_at < $3
     order by started_at desc, id limit $4`,
    [accountId, toTimestamp(wish.from), toTimestamp(wish.until), wish.limit],
  )
  return rows
}
