// Which campaigns still need a list: those that read it, and those that may read it again.
import type { AccountId, CampaignId, ListId } from '../../kernel/index.ts'
import { unleftAmong } from '../../sending/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'

/**
 * Those that have not read their list to its end, and may still: drafts among them, and what is
 * sent again by itself. And those that have read it, as long as nothing of them has left: moved or
 * taken back, they read it anew.
 */
export async function countCampaignsOf(
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<number> {
  const { rows } = await tx.query<{ reading: number; accepted: CampaignId[] }>(
    `select ((select count(*) from campaigns.campaign
         where account_id = $1 and list_id = any($2::uuid[]) and not is_accepted
           and state not in ('cancelled', 'done'))
       + (select count(*) from campaigns.recurring
         where account_id = $1 and list_id = any($2::uuid[]) and state <> 'ended'))::int
       as reading,
       array(select id from campaigns.campaign
         where account_id = $1 and list_id = any($2::uuid[]) and is_accepted
           and state in ('running', 'paused')) as accepted`,
    [accountId, arrayOf.uuid(listIds)],
  )
  const { reading, accepted } = rows[0] ?? { reading: 0, accepted: [] }
  return reading + (await unleftAmong(tx, accountId, accepted)).length
}
