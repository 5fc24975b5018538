// SQL of the tags by which a reply finds the accounts that wrote, in batches; over all accounts.
import type {
  AccountId,
  CampaignId,
  Instant,
  MakeId,
  MessageId,
  RouteId,
} from '../../kernel/index.ts'
import { type Asks, InsertRows, type Tx, toTimestamp } from '../../storage/index.ts'

export type ReplyTag = {
  tag: Uint8Array
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
}

/** What one account wrote last to a number. */
export type LatestOf = Omit<ReplyTag, 'tag'> & { submittedAt: Instant }

/** A batch is closed after this, or when it is so large that its index is no longer small. */
const batchMs = 24 * 3_600_000
const batchTagsMax = 50_000

/** One writer's batches of a route: a new one when the last is old or full. */
export class ReplyTags {
  readonly #routeId: RouteId
  readonly #makeId: MakeId
  #batch: { id: number; fromAt: Instant; tags: number } | null = null

  constructor(routeId: RouteId, makeId: MakeId) {
    this.#routeId = routeId
    this.#makeId = makeId
  }

  keepInAnyAccount(to: Asks, tags: readonly ReplyTag[], at: Instant): void {
    if (tags.length === 0) return
    const batch = this.#batch
    const isOver = batch === null || at - batch.fromAt >= batchMs || batch.tags >= batchTagsMax
    if (!isOver) {
      batch.tags += tags.length
      keepTags(to, batch.id, tags, at)
      return
    }
    const next = { id: batchId(at, this.#makeId()), fromAt: at, tags: tags.length }
    to.ask('insert into sending.reply_batch (id, route_id, from_at) values ($1, $2, $3)', [
      next.id,
      this.#routeId,
      toTimestamp(at),
    ])
    // One that is rolled back was never there.
    to.afterCommit(() => {
      this.#batch = next
    })
    keepTags(to, next.id, tags, at)
  }
}

/** Two nodes that begin in the same millisecond do not meet, or one of them tries again. */
function batchId(at: Instant, id: string): number {
  return at * 1024 + (Number.parseInt(id.slice(-3), 16) & 1023)
}

const tagRows = new InsertRows<ReplyTag>({
  name: 'sending_keep_reply_tags',
  table: 'sending.reply_tag',
  fixed: [
    { name: 'batch_id', type: 'int8' },
    { name: 'submitted_at', type: 'timestamptz' },
  ],
  columns: [
    { name: 'tag', type: 'bytea', of: (row) => row.tag },
    { name: 'account_id', type: 'uuid', alike: 0, of: (row) => row.accountId },
    { name: 'message_id', type: 'uuid', of: (row) => row.messageId },
    { name: 'campaign_id', type: 'uuid', alike: 0, of: (row) => row.campaignId },
  ],
})

function keepTags(to: Asks, batch: number, tags: readonly ReplyTag[], at: Instant): void {
  // Of two messages to a number the later counts, which is seen when a reply asks for it.
  to.ask(...tagRows.of(tags, [batch, toTimestamp(at)]))
}

/** Of each account that wrote to the number its latest message, the latest of all first. */
export async function findReplyTagsInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  tag: Uint8Array,
  since: Instant,
): Promise<LatestOf[]> {
  const { rows } = await tx.query<{
    account_id: AccountId
    message_id: MessageId
    campaign_id: CampaignId | null
    submitted_at: Instant
  }>(
    {
      name: 'sending_find_reply_tags',
      text: `
select account_id, message_id, campaign_id, submitted_at from (
  select distinct on (t.account_id) t.account_id, t.message_id, t.campaign_id, t.submitted_at
  from sending.reply_batch b
  cross join lateral (select * from sending.reply_tag r
    where r.batch_id = b.id and r.tag = $2 and r.submitted_at >= $3 offset 0) t
  where b.route_id = $1
  order by t.account_id, t.submitted_at desc, t.message_id desc
) latest order by submitted_at desc`,
    },
    [routeId, tag, toTimestamp(since)],
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    messageId: row.message_id,
    campaignId: row.campaign_id,
    submittedAt: row.submitted_at,
  }))
}

/** Whole batches, once their last tag is old. */
export async function dropReplyTagsInAnyAccount(tx: Tx, before: Instant): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'delete from sending.reply_batch where from_at < $1 returning id',
    [toTimestamp(before - batchMs)],
  )
  if (rows.length === 0) return 0
  const { rowCount } = await tx.query(
    'delete from sending.reply_tag where batch_id = any($1::bigint[])',
    [rows.map((row) => row.id)],
  )
  return rowCount
}
