// SQL that takes all messages of a campaign back, as long as none of them has left.
import type { AccountId, CampaignId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'

/**
 * How many they were; null: one has left, is leaving, or may have. Then the transaction must fail,
 * since what waits is out of its place already. Nobody may accept any of it meanwhile. What a claim
 * has locked is waited for, and is in its intent then; a claim steps over what is locked here.
 */
export async function takeBackMessages(
  tx: Tx,
  accountId: AccountId,
  id: CampaignId,
): Promise<number | null> {
  const key = [accountId, id]
  // Locked in the order of ids, as others lock them: two who need the same wait, not deadlock.
  await tx.query(
    `delete from sending.bundle where id = any (array(
       select id from sending.bundle where account_id = $1 and campaign_id = $2
       order by id for update))`,
    key,
  )
  await tx.query(
    `select count(*) from (
       select from sending.queue where account_id = $1 and campaign_id = $2
       order by message_id for update) locked`,
    key,
  )
  const { rows: waited } = await tx.query<{ tried: boolean }>(
    `with gone as (
       delete from sending.queue where account_id = $1 and campaign_id = $2
       returning attempt, parts_done)
     select coalesce(bool_or(attempt > 1 or parts_done <> 0), false) as tried from gone`,
    key,
  )
  // An operator has seen it, whatever it answered.
  if (waited[0]?.tried) return null
  const { rows } = await tx.query<{ messages: number | null }>(
    'select sending.take_back($1, $2) as messages',
    key,
  )
  const messages = rows[0]?.messages ?? null
  if (messages === null) return null
  for (const table of ['campaign_reach', 'held_campaign', 'campaign_pace']) {
    await tx.query(`delete from sending.${table} where account_id = $1 and campaign_id = $2`, key)
  }
  return messages
}

/** Of these campaigns, those of which nothing has left as far as was counted. */
export async function unleftAmong(
  tx: Tx,
  accountId: AccountId,
  campaignIds: readonly CampaignId[],
): Promise<CampaignId[]> {
  if (campaignIds.length === 0) return []
  const { rows } = await tx.query<{ id: CampaignId }>(
    `select asked.id from unnest($2::uuid[]) as asked (id)
     where not exists (
       select from sending.tally t
       where t.account_id = $1 and t.campaign_id = asked.id and t.value > 0
         and t.counter in ('submitted', 'maybe_sent', 'delivered', 'undelivered', 'rejected',
           'unconfirmed'))`,
    [accountId, arrayOf.uuid(campaignIds)],
  )
  return rows.map(({ id }) => id)
}
