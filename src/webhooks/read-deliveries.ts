// The log of one endpoint: what became of each event; one, or all since a day, sent again.
import { type Caller, type Instant, isoTime, isoTimeOrNull } from '../kernel/index.ts'
import { type DeliveryState, type DeliveryView, keptDays } from './contract.ts'
import {
  type Delivery,
  type DeliveryPlace,
  findDelivery,
  listDeliveries,
  sendAgain,
} from './delivery-store.ts'
import type { WebhooksDeps } from './deps.ts'
import { endRest } from './endpoint-store.ts'
import { webhooksError } from './errors.ts'
import { replayAll } from './long-log.ts'
import { endpointOf } from './manage-endpoints.ts'

const dayMs = 86_400_000

/** What waits for an endpoint that rests is not tried before. */
const viewOf = (one: Delivery, restUntil: Instant | null): DeliveryView => ({
  id: one.id,
  event: one.kind,
  about: one.about,
  at: isoTime(one.at),
  state: one.state,
  tries: one.tries,
  // What is asked for by hand stands before all that is due, and is due now.
  nextAt:
    one.nextAt === null
      ? null
      : isoTime(Math.max(one.nextAt, one.lastAt ?? one.at, restUntil ?? one.at)),
  lastAt: isoTimeOrNull(one.lastAt),
  status: one.status,
  error: one.error,
  durationMs: one.durationMs,
  askedUntil: isoTimeOrNull(one.askedUntil),
  deliveredAt: isoTimeOrNull(one.deliveredAt),
})

export async function readDeliveries(
  deps: WebhooksDeps,
  { accountId }: Caller,
  page: {
    endpointId: string
    state: DeliveryState | null
    before: DeliveryPlace | null
    limit: number
  },
): Promise<{ items: DeliveryView[]; last: DeliveryPlace | null }> {
  const { found, restUntil } = await deps.database.inAccount(accountId, async (tx) => {
    const endpoint = await endpointOf(tx, accountId, page.endpointId)
    const wanted = { ...page, pauses: endpoint.pauses, limit: page.limit + 1 }
    const found = await listDeliveries(tx, accountId, wanted)
    return { found, restUntil: endpoint.restUntil }
  })
  const shown = found.slice(0, page.limit)
  const last = found.length > page.limit ? (shown.at(-1) ?? null) : null
  return { items: shown.map((one) => viewOf(one, restUntil)), last }
}

export function readDelivery(
  deps: WebhooksDeps,
  { accountId }: Caller,
  { endpointId, id }: { endpointId: string; id: string },
): Promise<DeliveryView> {
  return deps.database.inAccount(accountId, async (tx) => {
    const { pauses, restUntil } = await endpointOf(tx, accountId, endpointId)
    const found = await findDelivery(tx, accountId, { endpointId, pauses, id }, 'read')
    if (found === null) throw webhooksError('webhooks.delivery_not_found')
    return viewOf(found, restUntil)
  })
}

export async function retryDelivery(
  deps: WebhooksDeps,
  caller: Caller,
  { endpointId, id }: { endpointId: string; id: string },
): Promise<DeliveryView> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const endpoint = await endpointOf(tx, accountId, endpointId, 'change')
    if (endpoint.state === 'paused') throw webhooksError('webhooks.paused')
    const one = { endpointId, pauses: endpoint.pauses, id }
    const found = await findDelivery(tx, accountId, one)
    if (found === null) throw webhooksError('webhooks.delivery_not_found')
    await endRest(tx, accountId, { id: endpointId, at: deps.clock.now() })
    await sendAgain(tx, accountId, one)
    const details = { webhook: endpointId, delivery: id }
    await deps.record(tx, caller, { action: 'webhooks.delivery_retried', details })
    const again = await findDelivery(tx, accountId, one)
    // Its rest has just been ended.
    return viewOf(again ?? found, null)
  })
}

export async function replaySince(
  deps: WebhooksDeps,
  caller: Caller,
  asked: { endpointId: string; since: string; only: 'missed' | 'all' },
): Promise<{ count: number; isDone: boolean }> {
  const { accountId } = caller
  const { endpointId, only } = asked
  const at = deps.clock.now()
  const since = Date.parse(asked.since)
  if (since > at || since < at - keptDays * dayMs) throw webhooksError('webhooks.since_invalid')
  return deps.database.inAccount(accountId, async (tx) => {
    const endpoint = await endpointOf(tx, accountId, endpointId, 'change')
    if (endpoint.state === 'paused') throw webhooksError('webhooks.paused')
    const again = { id: deps.makeId(), endpointId, since, at, isAll: only === 'all' }
    const replayed = await replayAll(tx, accountId, again)
    const details = { webhook: endpointId, since: isoTime(since), only }
    await deps.record(tx, caller, { action: 'webhooks.replayed', details })
    return replayed
  })
}
