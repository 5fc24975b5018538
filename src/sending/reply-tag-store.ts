// SQL of the tags by which a reply finds the accounts that wrote; over all accounts.
import type { AccountId, CampaignId, Instant, MessageId, RouteId } from '../kernel/index.ts'
import { columnArray, type Tx, toTimestamp } from '../storage/index.ts'

export type ReplyTag = {
  tag: Uint8Array
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
}

export async function keepReplyTagsInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  tags: readonly ReplyTag[],
  at: Instant,
): Promise<void> {
  // One statement may not touch a row twice: of two messages to a number the later counts.
  const last = new Map<string, ReplyTag>()
  for (const tag of tags) last.set(`${Buffer.from(tag.tag).toString('hex')}${tag.accountId}`, tag)
  if (last.size === 0) return
  const rows = [...last.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag)
  await tx.query(
    {
      name: 'sending_keep_reply_tags',
      text: `
insert into sending.reply_tag (route_id, tag, account_id, message_id, campaign_id, submitted_at)
select $1, t.tag, t.account_id, t.message_id, t.campaign_id, $6
from unnest($2::bytea[], $3::uuid[], $4::uuid[], $5::uuid[])
  as t (tag, account_id, message_id, campaign_id)
on conflict (route_id, tag, account_id) do update set message_id = excluded.message_id,
  campaign_id = excluded.campaign_id, submitted_at = excluded.submitted_at`,
    },
    [
      routeId,
      columnArray(
        'bytea',
        rows.map((row) => row.tag),
      ),
      columnArray(
        'uuid',
        rows.map((row) => row.accountId),
      ),
      columnArray(
        'uuid',
        rows.map((row) => row.messageId),
      ),
      columnArray(
        'uuid',
        rows.map((row) => row.campaignId),
      ),
      toTimestamp(at),
    ],
  )
}

export async function findReplyTagsInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  tag: Uint8Array,
  since: Instant,
): Promise<Omit<ReplyTag, 'tag'>[]> {
  const { rows } = await tx.query<{
    account_id: AccountId
    message_id: MessageId
    campaign_id: CampaignId | null
  }>(
    `select account_id, message_id, campaign_id from sending.reply_tag
     where route_id = $1 and tag = $2 and submitted_at >= $3
     order by submitted_at desc`,
    [routeId, tag, toTimestamp(since)],
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    messageId: row.message_id,
    campaignId: row.campaign_id,
  }))
}

export async function dropReplyTagsInAnyAccount(tx: Tx, before: Instant): Promise<number> {
  const { rowCount } = await tx.query('delete from sending.reply_tag where submitted_at < $1', [
    toTimestamp(before),
  ])
  return rowCount
}
