// A terminal that listens: somebody's own machine asks for what is written, for as long as it asks.
import { type Job, jobs } from '../jobs/index.ts'
import { type AccountId, type Caller, isoTime } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  type ListenEvents,
  type Listening,
  type ListenRequest,
  listenersMax,
  listenSeconds,
  takenMax,
} from './contract-listen.ts'
import type { WebhooksDeps } from './deps.ts'
import { lockCount } from './endpoint-store.ts'
import { webhooksError } from './errors.ts'
import * as store from './listener-store.ts'
import { deleteWithLog } from './long-log.ts'
import { demandMayReveal } from './manage-endpoints.ts'
import { payloadsOf } from './payload.ts'

export const endListeningJob = 'webhooks.end_listening'
const listenMs = listenSeconds * 1_000

export async function startListening(
  deps: WebhooksDeps,
  caller: Caller,
  { events, campaignMessages, replyText }: ListenRequest,
): Promise<Listening> {
  const { accountId } = caller
  demandMayReveal(caller, replyText)
  const id = deps.makeId()
  return deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const until = at + listenMs
    await lockCount(tx, accountId)
    if ((await store.countListeners(tx, accountId, at)) >= listenersMax) {
      throw webhooksError('webhooks.too_many_listeners')
    }
    const kinds = [...new Set(events)]
    await store.insertListener(tx, accountId, {
      ...{ id, kinds, campaignMessages, replyText, until, at },
    })
    await askForEnd(tx, accountId, { id, afterMs: listenMs })
    const details = { webhook: id, replyText }
    await deps.record(tx, caller, { action: 'webhooks.listened', details })
    return { id, until: isoTime(until) }
  })
}

/** What was taken before goes; what was not is given again. */
export async function takeEvents(
  deps: WebhooksDeps,
  caller: Caller,
  { id, taken }: { id: string; taken: readonly string[] },
): Promise<ListenEvents> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const until = at + listenMs
    const listener = await store.extendListener(tx, accountId, { id, at, until })
    if (listener === null) throw webhooksError('webhooks.listener_not_found')
    demandMayReveal(caller, listener.replyText)
    if (taken.length > 0) await store.dropTaken(tx, accountId, { id, taken })
    const deliveries = await store.heldFor(tx, accountId, { id, limit: takenMax })
    const asked = { deliveries, withText: listener.replyText }
    const bodies = await payloadsOf(deps, tx, accountId, asked)
    const items = deliveries.map((one) => ({
      ...{ id: one.id, event: one.kind, at: isoTime(one.at), body: bodies.get(one.id) ?? '' },
    }))
    return { items, until: isoTime(until) }
  })
}

export async function stopListening(
  deps: WebhooksDeps,
  { accountId }: Caller,
  id: string,
): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    const until = await store.listensUntil(tx, accountId, id)
    if (until === null) throw webhooksError('webhooks.listener_not_found')
    await deleteWithLog(tx, accountId, id)
  })
}

async function askForEnd(
  tx: Tx,
  accountId: AccountId,
  { id, afterMs }: { id: string; afterMs: number },
): Promise<void> {
  const input = { endpointId: id }
  await jobs.enqueue(tx, { name: endListeningJob, key: id, accountId, input, afterMs })
}

/** A terminal that was closed, or lost its way, does not say so. */
export async function endListening(
  { database, clock }: Pick<WebhooksDeps, 'database' | 'clock'>,
  { accountId, input }: Job,
): Promise<void> {
  if (accountId === null) return
  const id = String(input['endpointId'])
  await database.inAccount(accountId, async (tx) => {
    const until = await store.listensUntil(tx, accountId, id)
    if (until === null) return
    const leftMs = until - clock.now()
    if (leftMs > 0) await askForEnd(tx, accountId, { id, afterMs: leftMs })
    else await deleteWithLog(tx, accountId, id)
  })
}
