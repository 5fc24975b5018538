// SQL of the queue, the intents and the leases: narrow tables, over all accounts.
import type { AccountId, CampaignId, Instant, MessageId, RouteId } from '../../kernel/index.ts'
import { type Asks, type Tx, toTimestamp } from '../../storage/index.ts'
import {
  bundleMax,
  unbundleMessages,
  unbundleOutlivedInAnyAccount,
  waitingRows,
} from './bundle-store.ts'
import type { Lease } from './lease-store.ts'

/** A message on its way out of the queue. `partsDone` has a bit for each part already taken. */
export type QueuedMessage = {
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
  parts: number
  partsDone: number
  attempt: number
  priority: number
  mayRepeat: boolean
  expiresAt: Instant | null
}

type QueueRow = {
  account_id: AccountId
  message_id: MessageId
  campaign_id: CampaignId | null
  parts: number
  parts_done: number
  attempt: number
  priority: number
  may_repeat: boolean
  expires_at: Instant | null
}

function fromRow(row: Omit<QueueRow, 'message_id'>, messageId: MessageId): QueuedMessage {
  return {
    accountId: row.account_id,
    messageId,
    campaignId: row.campaign_id,
    parts: row.parts,
    partsDone: row.parts_done,
    attempt: row.attempt,
    priority: row.priority,
    mayRepeat: row.may_repeat,
    expiresAt: row.expires_at,
  }
}

// How many bundles a claim looks at: so many full ones, and one of which a part may fit.
const bundlesLooked = `1 + ceil(greatest(0, $3 - (select count(*) from alerts)) / ${bundleMax}.0)`

// Alerts first, then what waited longest: by itself, or in a bundle, of which the last that fits in
// part is cut. What is beyond the limit of segments was locked and is let go at the commit. The one
// statement moves each message from where it waits into the intent, so that it is never in neither;
// and who has lost the bind claims nothing, whatever they believe. The lease is locked: a take-over
// waits for the claims of the last holder, and so finds all their intents. Rows are taken by their
// place: a join by their key reads the whole queue once statistics say that it is short. What is
// taken is what the deletion gave out, and of a bundle that was cut what it was cut by: a row that
// changed since the statement began is locked as it is now, but not taken. While a database that
// was put back to an earlier moment is not released, nobody holds a lease.
const claimStatement = {
  name: 'sending_claim',
  text: `
with lease as materialized (
  select from sending.bind_lease
  where route_id = $1 and bind = $7 and node_id = $5 and fence = $6
    and not exists (select from sending.restoration where released_at is null)
  for key share
), advertising as materialized (
  select from lease where not exists (select from sending.restoration where marketing_at is null)
), alerts as materialized (
  select ctid as at, message_id, parts, due_at from sending.queue
  where route_id = $1 and priority = 0 and due_at <= $2 and exists (select from lease)
  order by due_at, message_id limit $3 for update skip locked
), rest as materialized (
  select ctid as at, message_id, parts, due_at from sending.queue
  where route_id = $1 and priority = 1 and due_at <= $2 and exists (select from advertising)
  order by due_at, message_id
  limit greatest(0, $3 - (select count(*) from alerts)) for update skip locked
), bundles as materialized (
  select ctid as at, id, parts, due_at, message_ids, cardinality(message_ids) as messages
  from sending.bundle
  where route_id = $1 and due_at <= $2 and exists (select from advertising)
  order by due_at, id
  limit ${bundlesLooked}
  for update skip locked
), counted as (
  select at, is_bundle, parts, messages, row_number() over in_order as place,
    sum(parts * messages) over in_order - parts * messages as before
  from (
    select at, message_id as id, parts, due_at, 0 as priority, false as is_bundle, 1 as messages
    from alerts
    union all select at, message_id, parts, due_at, 1, false, 1 from rest
    union all select at, id, parts, due_at, 1, true, messages from bundles) waiting
  window in_order as (order by priority, due_at, id)
), shares as materialized (
  select at, is_bundle, messages, least(messages,
    greatest(($3 - before) / parts, case when place = 1 then 1 else 0 end))::integer as share
  from counted
), claimed as (
  delete from sending.queue q
  where q.ctid = any (array(select at from shares where not is_bundle and share > 0))
  returning q.*
), whole as (
  delete from sending.bundle b
  where b.ctid = any (array(select at from shares where is_bundle and share = messages))
  returning b.*
), in_part as materialized (
  select s.at, s.share, b.id, b.message_ids[1 : s.share] as message_ids
  from shares s join bundles b on b.at = s.at
  where s.is_bundle and s.share > 0 and s.share < s.messages
), cut as (
  update sending.bundle b set message_ids = b.message_ids[(select share from in_part) + 1 :]
  where b.ctid = any (array(select at from in_part))
  returning b.*
), taken as materialized (
  select account_id, campaign_id, parts, parts_done, attempt, priority, may_repeat, expires_at,
    message_id from claimed
  union all
  select account_id, campaign_id, parts, 0, 1::smallint, 1::smallint, may_repeat, expires_at,
    unnest(message_ids) from whole
  union all
  select c.account_id, c.campaign_id, c.parts, 0, 1::smallint, 1::smallint, c.may_repeat,
    c.expires_at, unnest(p.message_ids) from cut c join in_part p on p.id = c.id
), opened as (
  insert into sending.intent (id, route_id, bind, node_id, fence, opened_at, account_ids,
    message_ids, campaign_ids, parts, parts_done, attempts, priorities, may_repeat, expires_at)
  select $4, $1, $7, $5, $6, $2, array_agg(account_id), array_agg(message_id),
    array_agg(campaign_id), array_agg(parts), array_agg(parts_done), array_agg(attempt),
    array_agg(priority), array_agg(may_repeat), array_agg(expires_at)
  from taken having count(*) > 0
), numbered as (
  insert into sending.claim_count as c (route_id, bind, claims)
  select $1, $7, 1 from taken having count(*) > 0
  on conflict (route_id, bind) do update set claims = c.claims + 1
  returning claims
)
select account_id, campaign_id, parts, parts_done, attempt, priority, may_repeat, expires_at,
  array_agg(message_id) as message_ids, (select sum(messages) from counted)::int as found,
  (select count(*) from bundles) = ${bundlesLooked} as may_have_others,
  (select claims from numbered) as claims
from taken
group by account_id, campaign_id, parts, parts_done, attempt, priority, may_repeat, expires_at`,
}

/** Messages that differ in nothing else: a slice of a campaign is one row of five hundred. */
type ClaimedRow = Omit<QueueRow, 'message_id'> & {
  message_ids: MessageId[]
  found: number
  may_have_others: boolean
  claims: number
}

/** By priority, then as they were accepted. */
function inOrder(a: QueuedMessage, b: QueuedMessage): number {
  return a.priority - b.priority || (a.messageId < b.messageId ? -1 : 1)
}

/**
 * `hasMore`: something else was due too, for which there was no room. `claims`: how many slices of
 * the bind there have been with this one.
 */
export type Claimed = { messages: QueuedMessage[]; hasMore: boolean; claims: number }

export async function claimInAnyAccount(
  tx: Tx,
  claim: { lease: Lease; intentId: string; at: Instant; segmentsMax: number },
): Promise<Claimed> {
  const { rows } = await tx.query<ClaimedRow>(claimStatement, [
    claim.lease.routeId,
    toTimestamp(claim.at),
    claim.segmentsMax,
    claim.intentId,
    claim.lease.nodeId,
    claim.lease.fence,
    claim.lease.bind,
  ])
  const { found = 0, may_have_others: mayHaveOthers = false, claims = 0 } = rows[0] ?? {}
  const messages = rows
    .flatMap((row) => row.message_ids.map((messageId) => fromRow(row, messageId)))
    .sort(inOrder)
  // Where bundles are small, all that were looked at can be taken while others wait behind them.
  const hasMore = found > messages.length || found >= claim.segmentsMax || mayHaveOthers
  return { messages, hasMore, claims }
}

/**
 * What is left of a slice whose other answers have come: the intent that stands for it. `isWritten`
 * only when every segment of it was written to the operator.
 */
export type Remainder = {
  intentId: string
  at: Instant
  lease: Lease
  isWritten: boolean
  messages: QueuedMessage[]
}

export function openIntentInAnyAccount(to: Asks, rest: Remainder): void {
  const { lease, messages } = rest
  to.ask(
    `insert into sending.intent (id, route_id, node_id, fence, opened_at, account_ids, message_ids,
       campaign_ids, parts, parts_done, attempts, priorities, may_repeat, expires_at, is_written,
       bind)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      rest.intentId,
      lease.routeId,
      lease.nodeId,
      lease.fence,
      toTimestamp(rest.at),
      messages.map((message) => message.accountId),
      messages.map((message) => message.messageId),
      messages.map((message) => message.campaignId),
      messages.map((message) => message.parts),
      messages.map((message) => message.partsDone),
      messages.map((message) => message.attempt),
      messages.map((message) => message.priority),
      messages.map((message) => message.mayRepeat),
      messages.map(({ expiresAt }) => (expiresAt === null ? null : toTimestamp(expiresAt))),
      rest.isWritten,
      lease.bind,
    ],
  )
}

export type PutBack = QueuedMessage & { routeId: RouteId; dueAt: Instant; hold: string | null }

/**
 * What belongs to a campaign that is paused waits for the end of the pause, which cannot commit
 * before this has: it would not see these rows, and let all go but them.
 */
export function putBackInAnyAccount(to: Asks, rows: readonly PutBack[]): void {
  if (rows.length === 0) return
  to.ask(
    {
      name: 'sending_put_back',
      text: `
with back as materialized (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[], $5::timestamptz[],
    $6::timestamptz[], $7::uuid[], $8::smallint[], $9::integer[], $10::smallint[], $11::boolean[],
    $12::text[]) as b (account_id, message_id, route_id, priority, due_at, expires_at, campaign_id,
    parts, parts_done, attempt, may_repeat, hold)
), held as materialized (
  select h.account_id, h.campaign_id from sending.held_campaign h
  where (h.account_id, h.campaign_id) in (select b.account_id, b.campaign_id from back b)
  for key share
)
insert into sending.queue (account_id, message_id, route_id, priority, due_at, expires_at,
  campaign_id, parts, parts_done, attempt, may_repeat, hold)
select b.account_id, b.message_id, b.route_id, b.priority,
  case when h.campaign_id is null then b.due_at else 'infinity' end, b.expires_at,
  b.campaign_id, b.parts, b.parts_done, b.attempt, b.may_repeat,
  case when h.campaign_id is null then b.hold else 'campaign_paused' end
from back b
left join held h on h.account_id = b.account_id and h.campaign_id = b.campaign_id`,
    },
    [
      rows.map((row) => row.accountId),
      rows.map((row) => row.messageId),
      rows.map((row) => row.routeId),
      rows.map((row) => row.priority),
      rows.map((row) => toTimestamp(row.dueAt)),
      rows.map((row) => (row.expiresAt === null ? null : toTimestamp(row.expiresAt))),
      rows.map((row) => row.campaignId),
      rows.map((row) => row.parts),
      rows.map((row) => row.partsDone),
      rows.map((row) => row.attempt),
      rows.map((row) => row.mayRepeat),
      rows.map((row) => row.hold),
    ],
  )
}

/** Returns those that were still open: the others were taken over meanwhile. */
export async function closeIntentsInAnyAccount(
  tx: Tx,
  intentIds: readonly string[],
): Promise<Set<string>> {
  if (intentIds.length === 0) return new Set()
  const { rows } = await tx.query<{ id: string }>(
    {
      name: 'sending_close_intents',
      text: 'delete from sending.intent where id = any($1::uuid[]) returning id',
    },
    [intentIds],
  )
  return new Set(rows.map((row) => row.id))
}

export type Orphan = { intentId: string; openedAt: Instant; messages: QueuedMessage[] }

type IntentRow = {
  id: string
  opened_at: Instant
  account_ids: AccountId[]
  message_ids: MessageId[]
  campaign_ids: (CampaignId | null)[]
  parts: number[]
  parts_done: number[]
  attempts: number[]
  priorities: number[]
  may_repeat: boolean[]
  expires_at: (Instant | null)[]
}

/**
 * The intents of earlier holders of the bind: whoever opened them can do no more. They are taken,
 * so that of two who conclude one the second finds nothing: a holder that is late may be writing
 * its answers right now.
 */
export async function takeOrphansInAnyAccount(tx: Tx, lease: Lease): Promise<Orphan[]> {
  const { rows } = await tx.query<IntentRow>(
    {
      name: 'sending_take_orphans',
      text: 'delete from sending.intent where route_id = $1 and bind = $2 and fence < $3 returning *',
    },
    [lease.routeId, lease.bind, lease.fence],
  )
  return rows.map(orphanOf)
}

/**
 * Claims of which nobody heard whether they were committed: the connection broke. Nothing of them
 * was written to an operator, so they go back into the queue. Returns those that were found.
 */
export async function undoClaimsInAnyAccount(
  tx: Tx,
  claims: { routeId: RouteId; intentIds: readonly string[]; at: Instant },
): Promise<Set<string>> {
  const { rows } = await tx.query<IntentRow>(
    'delete from sending.intent where id = any($1::uuid[]) returning *',
    [claims.intentIds],
  )
  const messages = rows.map(orphanOf).flatMap((orphan) => orphan.messages)
  const { routeId, at } = claims
  const back = messages.map((message) => ({ ...message, routeId, dueAt: at, hold: null }))
  await tx.together((to) => putBackInAnyAccount(to, back))
  return new Set(rows.map(({ id }) => id))
}

function orphanOf(row: IntentRow): Orphan {
  return {
    intentId: row.id,
    openedAt: row.opened_at,
    messages: row.message_ids.map((messageId, index) => ({
      accountId: row.account_ids[index] as AccountId,
      messageId,
      campaignId: row.campaign_ids[index] ?? null,
      parts: row.parts[index] ?? 1,
      partsDone: row.parts_done[index] ?? 0,
      attempt: row.attempts[index] ?? 1,
      priority: row.priorities[index] ?? 1,
      mayRepeat: row.may_repeat[index] ?? false,
      expiresAt: row.expires_at[index] ?? null,
    })),
  }
}

/** Whether any node still has a segment of one of these messages to write. */
export async function isOpenInAnyAccount(
  tx: Tx,
  messageIds: readonly MessageId[],
): Promise<boolean> {
  if (messageIds.length === 0) return false
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select 1 from sending.intent
       where not is_written and message_ids && $1::uuid[]) as found`,
    [messageIds],
  )
  return rows[0]?.found ?? false
}

/** Whether a slice that was claimed before then is still without all its answers. */
export async function isRouteOpenInAnyAccount(
  tx: Tx,
  slice: { routeId: RouteId; before: Instant },
): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select 1 from sending.intent
       where route_id = $1 and opened_at <= $2) as found`,
    [slice.routeId, toTimestamp(slice.before)],
  )
  return rows[0]?.found ?? false
}

/** How many messages of a campaign are between the queue and their answer. */
export async function openOfCampaignInAnyAccount(tx: Tx, campaignId: CampaignId): Promise<number> {
  const { rows } = await tx.query<{ open: number }>(
    `select count(*) as open from sending.intent, unnest(campaign_ids) as campaign
     where campaign = $1`,
    [campaignId],
  )
  return rows[0]?.open ?? 0
}

/**
 * Whether a message of the campaign waits or is in flight in an engine. One statement: between
 * two, a message could go from the place asked second to the place asked first.
 */
export async function isUnderWayInAnyAccount(
  tx: Tx,
  campaign: { accountId: AccountId; campaignId: CampaignId },
): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select 1 from ${waitingRows} w where account_id = $1 and campaign_id = $2)
       or exists (select 1 from sending.intent where $2 = any(campaign_ids)) as found`,
    [campaign.accountId, campaign.campaignId],
  )
  return rows[0]?.found ?? false
}

/** What has outlived its use while it waited: leaves the queue, to be told as expired. */
export async function takeOutlivedInAnyAccount(
  tx: Tx,
  at: Instant,
  limit: number,
): Promise<QueuedMessage[]> {
  await unbundleOutlivedInAnyAccount(tx, { at, limit })
  const { rows } = await tx.query<QueueRow>(
    `delete from sending.queue where ctid = any (array(
       select ctid from sending.queue where expires_at <= $1 limit $2 for update skip locked))
     returning *`,
    [toTimestamp(at), limit],
  )
  return rows.map((row) => fromRow(row, row.message_id))
}

/** Takes what still waits of these messages out of the queue; for STOP and for a cancellation. */
export async function takeFromQueue(
  tx: Tx,
  accountId: AccountId,
  messageIds: readonly MessageId[],
): Promise<QueuedMessage[]> {
  if (messageIds.length === 0) return []
  await unbundleMessages(tx, accountId, messageIds)
  const { rows } = await tx.query<QueueRow>(
    'delete from sending.queue where account_id = $1 and message_id = any($2::uuid[]) returning *',
    [accountId, messageIds],
  )
  return rows.map((row) => fromRow(row, row.message_id))
}
