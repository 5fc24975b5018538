// SQL of bundles: messages of a campaign that wait together, and become rows of the queue apart.
import type { AccountId, CampaignId, Instant, MessageId, RouteId } from '../kernel/index.ts'
import { type Asks, arrayOf, columnArrays, type Tx, toTimestamp } from '../storage/index.ts'

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

/** Messages that differ in their id alone, in their order. */
type Bundle = { like: BundledMessage; from: number; through: number }

function bundlesOf(messages: readonly BundledMessage[]): {
  bundles: Bundle[]
  ids: MessageId[]
} {
  const alike = new Map<string, BundledMessage[]>()
  for (const message of messages) {
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
 * Makes rows of the queue of the bundles that fit, in one statement, so that no message is ever in
 * neither. It waits for a claim that is under way: what that takes is in its intent afterwards.
 */
const unbundle = (where: string) => `
with gone as (delete from sending.bundle where ${where} returning *)
insert into sending.queue (account_id, message_id, route_id, priority, due_at, expires_at,
  campaign_id, parts, parts_done, attempt, may_repeat)
select account_id, unnest(message_ids), route_id, 1, due_at, expires_at, campaign_id, parts, 0, 1,
  may_repeat
from gone`

export async function unbundleCampaign(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<void> {
  await tx.query(unbundle('account_id = $1 and campaign_id = $2'), [accountId, campaignId])
}

export async function unbundleMessages(
  tx: Tx,
  accountId: AccountId,
  messageIds: readonly MessageId[],
): Promise<void> {
  const where = 'account_id = $1 and message_ids && $2::uuid[]'
  await tx.query({ name: 'sending_unbundle', text: unbundle(where) }, [
    accountId,
    arrayOf.uuid(messageIds),
  ])
}

export async function unbundleRouteInAnyAccount(tx: Tx, routeId: RouteId): Promise<void> {
  await tx.query(unbundle('route_id = $1'), [routeId])
}

export async function unbundleOutlivedInAnyAccount(tx: Tx, at: Instant): Promise<void> {
  await tx.query(unbundle('expires_at <= $1'), [toTimestamp(at)])
}
