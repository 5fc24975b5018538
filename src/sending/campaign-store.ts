// SQL of what a campaign does with its waiting messages as a whole: hold, let go, cancel.
import type { AccountId, CampaignId, Instant, MessageId } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'

/** Holds what waits. What is claimed but not gated yet is held at the gate, and put back. */
export async function holdCampaign(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant },
): Promise<number> {
  const campaignId = campaign.id
  // What an engine has in the hand and puts back waits as well.
  await tx.query(
    `insert into sending.held_campaign (account_id, campaign_id, held_at) values ($1, $2, $3)
     on conflict do nothing`,
    [accountId, campaignId, toTimestamp(campaign.at)],
  )
  const { rowCount } = await tx.query(
    `update sending.queue set hold = 'campaign_paused', due_at = 'infinity'
     where account_id = $1 and campaign_id = $2`,
    [accountId, campaignId],
  )
  return rowCount
}

/** Which of these campaigns are paused or called off now. */
export async function heldCampaigns(
  tx: Tx,
  accountId: AccountId,
  campaignIds: ReadonlySet<CampaignId>,
): Promise<Set<CampaignId>> {
  if (campaignIds.size === 0) return new Set()
  const { rows } = await tx.query<{ campaign_id: CampaignId }>(
    {
      name: 'sending_held_campaigns',
      text: `select campaign_id from sending.held_campaign
        where account_id = $1 and campaign_id = any($2::uuid[])`,
    },
    [accountId, [...campaignIds]],
  )
  return new Set(rows.map((row) => row.campaign_id))
}

/** Lets go what was held; hours are judged again as each leaves. */
export async function releaseCampaign(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant },
): Promise<string[]> {
  await tx.query('delete from sending.held_campaign where account_id = $1 and campaign_id = $2', [
    accountId,
    campaign.id,
  ])
  const { rows } = await tx.query<{ route_id: string }>(
    `with freed as (
       update sending.queue q set hold = null,
         due_at = greatest($3, coalesce(m.not_before, $3))
       from sending.message m
       where q.account_id = $1 and q.campaign_id = $2 and q.hold = 'campaign_paused'
         and m.account_id = q.account_id and m.id = q.message_id
       returning q.route_id
     ) select distinct route_id from freed`,
    [accountId, campaign.id, toTimestamp(campaign.at)],
  )
  return rows.map((row) => row.route_id)
}

/** Takes at most `limit` waiting messages out of the queue, for ever. */
export async function cancelWaiting(
  tx: Tx,
  accountId: AccountId,
  campaign: { id: CampaignId; at: Instant; limit: number },
): Promise<MessageId[]> {
  const { rows } = await tx.query<{ message_id: MessageId }>(
    `with taken as (
       delete from sending.queue q using (
         select account_id, message_id from sending.queue
         where account_id = $1 and campaign_id = $2
         limit $4 for update skip locked
       ) chosen
       where q.account_id = chosen.account_id and q.message_id = chosen.message_id
       returning q.account_id, q.message_id, q.campaign_id
     ), ended as (
       insert into sending.outcome (account_id, message_id, state, reason, campaign_id, at)
       select account_id, message_id, 'cancelled', 'campaign_cancelled', campaign_id, $3 from taken
       on conflict do nothing
     )
     select message_id from taken`,
    [accountId, campaign.id, toTimestamp(campaign.at), campaign.limit],
  )
  return rows.map((row) => row.message_id)
}
