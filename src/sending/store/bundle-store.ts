// SQL of bundles: messages of a campaign that wait together, and become rows of the queue apart.
import type { AccountId, CampaignId, Instant, MessageId, RouteId } from '../../kernel/index.ts'
import { type Asks, arrayOf, columnArrays, type Tx, toTimestamp } from '../../storage/index.ts'

/** So many ids stand in a row of the table itself: a longer list would be kept apart from it. */
export const bundleMax = 100

/** What waits, wherever it waits; for `from` and `join`. */
export const waitingRows = `(
  select account_id, message_id, campaign_id from sending.queue
  union all
  select account_id, unnest(message_ids), campaign_id from sending.bundle)`

export type BundledMessage = {
  id: MessageId
  routeId: string
  dueAt: Instant
  usefulUntil: Instant | null
  parts: number
  mayRepeat: boolean
}

/**
 * Messages that differ in their id alone, in the order of their ids also where the clock was set
 * back between them: between its first and its last stand all (see `within`).
 */
type Bundle = { like: BundledMessage; from: number; through: number }

function bundlesOf(messages: readonly BundledMessage[]): {
  bundles: Bundle[]
  ids: MessageId[]
} {
  const alike = new Map<string, BundledMessage[]>()
  for (const message of messages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { routeId, dueAt, usefulUntil, parts, mayRepeat } = message
    const key = `${routeId} ${dueAt} ${usefulUntil} ${parts} ${mayRepeat}`
    const group = alike.get(key)
    if (group === undefined) alike.set(key, [message])
    else group.push(message)
  }
  const bundles: Bundle[] = []
  const ids: MessageId[] = []
  for (const group of alike.values()) {
    for (const [index, message] of group.entries()) {
      ids.push(message.id)
      const last = index % bundleMax === 0 ? undefined : bundles.at(-1)
      if (last === undefined) bundles.push({ like: message, from: ids.length, through: ids.length })
      else last.through = ids.length
    }
  }
  return { bundles, ids }
}

export function addBundles(
  to: Asks,
  of: { accountId: AccountId; campaignId: CampaignId },
  messages: readonly BundledMessage[],
): void {
  if (messages.length === 0) return
  const { bundles, ids } = bundlesOf(messages)
  to.ask(
    {
      name: 'sending_add_bundles',
      text: `
insert into sending.bundle (id, account_id, campaign_id, route_id, due_at, expires_at, parts,
  may_repeat, message_ids)
select b.id, $1, $2, b.route_id, b.due_at, b.expires_at, b.parts, b.may_repeat,
  ($3::uuid[])[b.first : b.last]
from unnest($4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::smallint[],
  $9::boolean[], $10::integer[], $11::integer[])
as b (id, route_id, due_at, expires_at, parts, may_repeat, first, last)`,
    },
    [
      of.accountId,
      of.campaignId,
      arrayOf.uuid(ids),
      ...columnArrays(bundles, [
        ['uuid', ({ like }) => like.id],
        ['uuid', ({ like }) => like.routeId],
        ['timestamptz', ({ like }) => like.dueAt],
        ['timestamptz', ({ like }) => like.usefulUntil],
        ['int2', ({ like }) => like.parts],
        ['bool', ({ like }) => like.mayRepeat],
        ['int4', ({ from }) => from],
        ['int4', ({ through }) => through],
      ]),
    ],
  )
}

/**
 * Whether a message waits in bundle `b`. Its bounds are looked at first: of a long table the list
 * of ids is read of the few bundles that were accepted at the same time as the message.
 */
const within = (ids: string, from: string, through: string) => `
case when b.id <= ${through} and b.message_ids[cardinality(b.message_ids)] >= ${from}
  then b.message_ids && ${ids} else false end`

/** Of the message `m`; the whole table is looked through for it. */
export const isBundled = `
exists (select from sending.bundle b
  where b.account_id = m.account_id and ${within('array[m.id]', 'm.id', 'm.id')})`

/** Of the messages `m`, where many are asked about: all that waits is read once. */
export const isNotBundled = `
not exists (select from sending.bundle b, unnest(b.message_ids) as w (id)
  where b.account_id = m.account_id and w.id = m.id)`

/**
 * Makes rows of the queue of the bundles that are chosen, in one statement, so that no message is
 * ever in neither. Bundles are locked in the order of their ids, so that two who need the same
 * wait, not deadlock; where it waits for a claim, what that takes is in its intent afterwards. What
 * was cut meanwhile is deleted as it is now.
 */
const unbundle = (chosen: string, as: { hold: string; dueAt: string }) => `
with chosen as materialized (${chosen}),
gone as (
  delete from sending.bundle where id = any (array(select id from chosen)) returning *
), apart as (
  insert into sending.queue (account_id, message_id, route_id, priority, due_at, expires_at,
    campaign_id, parts, parts_done, attempt, may_repeat, hold)
  select account_id, unnest(message_ids), route_id, 1, ${as.dueAt}, expires_at, campaign_id, parts,
    0, 1, may_repeat, ${as.hold}
  from gone
)
select count(*)::int as bundles from chosen`

const asItIs = { hold: 'null', dueAt: 'due_at' }
const held = { hold: "'campaign_paused'", dueAt: "'infinity'::timestamptz" }

/** As many as hold so many messages where all are full. */
const bundlesFor = (messages: number) => Math.ceil(messages / bundleMax)

const ofCampaign = `
select id from sending.bundle where account_id = $1 and campaign_id = $2
order by id limit $3 for update`
const ofCampaignAs = {
  asItIs: unbundle(ofCampaign, asItIs),
  held: unbundle(ofCampaign, held),
}

/** A batch of what the campaign has in bundles; false when that was the last of it. */
export async function unbundleSome(
  tx: Tx,
  accountId: AccountId,
  batch: { id: CampaignId; limit: number; as: 'asItIs' | 'held' },
): Promise<boolean> {
  const most = bundlesFor(batch.limit)
  const { rows } = await tx.query<{ bundles: number }>(ofCampaignAs[batch.as], [
    ...[accountId, batch.id, most],
  ])
  return (rows[0]?.bundles ?? 0) === most
}

export async function unbundleMessages(
  tx: Tx,
  accountId: AccountId,
  messageIds: readonly MessageId[],
): Promise<void> {
  const sorted = messageIds.toSorted()
  const chosen = `
select id from sending.bundle b where account_id = $1 and ${within('$2::uuid[]', '$3', '$4')}
order by id for update`
  await tx.query({ name: 'sending_unbundle', text: unbundle(chosen, asItIs) }, [
    accountId,
    arrayOf.uuid(messageIds),
    sorted[0],
    sorted.at(-1),
  ])
}

/** What waits longest on a route; what somebody else has in flight is stepped over. */
export async function unbundleRouteInAnyAccount(
  tx: Tx,
  batch: { routeId: RouteId; limit: number },
): Promise<void> {
  const chosen = `
select id from sending.bundle where route_id = $1
order by due_at, id limit $2 for update skip locked`
  await tx.query(unbundle(chosen, asItIs), [batch.routeId, bundlesFor(batch.limit)])
}

export async function unbundleOutlivedInAnyAccount(
  tx: Tx,
  batch: { at: Instant; limit: number },
): Promise<void> {
  const chosen =
    'select id from sending.bundle where expires_at <= $1 limit $2 for update skip locked'
  await tx.query(unbundle(chosen, asItIs), [toTimestamp(batch.at), bundlesFor(batch.limit)])
}
