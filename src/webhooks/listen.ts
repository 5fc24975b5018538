// A terminal that listens: somebody's own machine asks for what is written, for as long as it asks.
import { type Job, jobs } from '../jobs/index.ts'
import { type AccountId, type Caller, type Instant, isoTime } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  type ListenEvents,
  type Listening,
  type ListenRequest,
  type ListenTake,
  listenersMax,
  listenSeconds,
  takenMax,
  waitingMax,
} from './contract-listen.ts'
import type { WebhooksDeps } from './deps.ts'
import { lockCount } from './endpoint-store.ts'
import { webhooksError } from './errors.ts'
import * as store from './listener-store.ts'
import { deleteWithLog } from './long-log.ts'
import { demandMayReveal } from './manage-endpoints.ts'
import { noTexts, payloadsOf, type Texts, textsOf } from './payload.ts'

export const endListeningJob = 'webhooks.end_listening'
const listenMs = listenSeconds * 1_000

export async function startListening(
  deps: WebhooksDeps,
  caller: Caller,
  { events, campaignMessages, replyText, reason }: ListenRequest,
): Promise<Listening> {
  const { accountId } = caller
  demandMayRead(caller, { replyText, reason })
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
    await deps.record(tx, caller, { action: 'webhooks.listened', reason, details })
    return { id, until: isoTime(until) }
  })
}

/** What was taken before goes; what was not is given again. */
export async function takeEvents(
  deps: WebhooksDeps,
  caller: Caller,
  { id, taken, reason }: ListenTake & { id: string },
): Promise<ListenEvents> {
  const { accountId } = caller
  const events = await deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const found = await store.findListener(tx, accountId, { id, at })
    if (found === null) throw webhooksError('webhooks.listener_not_found')
    const { replyText } = found
    demandMayRead(caller, { replyText, reason })
    if (found.isOverrun) {
      await deleteWithLog(tx, accountId, id)
      return null
    }
    const until = await extend(tx, accountId, { id, at, until: found.until })
    if (taken.length > 0) await store.dropTaken(tx, accountId, { id, taken })
    const deliveries = await store.heldFor(tx, accountId, { id, limit: takenMax })
    const look = { id, deliveries, reason, at }
    const texts = replyText ? await lookAtTexts(deps, tx, caller, look) : noTexts
    const bodies = await payloadsOf(deps, tx, accountId, { deliveries, texts })
    const items = deliveries.map((one) => ({
      ...{ id: one.id, event: one.kind, at: isoTime(one.at), body: bodies.get(one.id) ?? '' },
    }))
    return { items, until: isoTime(until) }
  })
  if (events === null) throw webhooksError('webhooks.listener_overrun')
  return events
}

/** Until when it listens now; written only where half of its time is over. */
async function extend(
  tx: Tx,
  accountId: AccountId,
  { id, at, until }: { id: string; at: Instant; until: Instant },
): Promise<Instant> {
  if (until - at > listenMs / 2) return until
  const later = at + listenMs
  if (await store.extendListener(tx, accountId, { id, until: later })) return later
  throw webhooksError('webhooks.listener_not_found')
}

type Reads = { replyText: boolean; reason: string | null }

/** Somebody reads the texts: as with any other reply in clear, for a reason. */
function demandMayRead(caller: Caller, { replyText, reason }: Reads): void {
  demandMayReveal(caller, replyText)
  if (replyText && reason === null) throw webhooksError('webhooks.reason_needed')
}

/** Each text that is given is one look at its person; given again it is the same look. */
async function lookAtTexts(
  deps: WebhooksDeps,
  tx: Tx,
  caller: Caller,
  {
    id,
    deliveries,
    reason,
    at,
  }: {
    id: string
    deliveries: readonly store.Taken[]
    reason: string | null
    at: Instant
  },
): Promise<Texts> {
  const { accountId } = caller
  const ofPeople = deliveries.filter(({ subjectId }) => subjectId !== null)
  const texts = await textsOf(deps, tx, accountId, ofPeople)
  const withText = ofPeople.filter(({ about }) => about !== null && texts.has(about))
  if (withText.length === 0) return texts
  const given = withText.map((one) => one.id)
  const news = await store.noteGiven(tx, accountId, { id, given, at })
  for (const { id: event, subjectId } of withText) {
    if (subjectId === null || !news.has(event)) continue
    await deps.record(tx, caller, { action: 'sending.reply_revealed', subjectId, reason })
  }
  return texts
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

/** Asked each second: what writes for them counts nothing. */
export async function endOverrun(tx: Tx): Promise<void> {
  for (const { accountId, id } of await store.overrunListenersInAnyAccount(tx, waitingMax)) {
    await askForEnd(tx, accountId, { id, afterMs: 0 })
  }
}

/**
 * A terminal that was closed, or lost its way, does not say so. One for which too much waits is
 * told of it when it asks.
 */
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
    if (leftMs <= 0) return deleteWithLog(tx, accountId, id)
    if (await store.isOverrun(tx, accountId, { id, max: waitingMax })) {
      await store.silenceListener(tx, accountId, id)
    }
    await askForEnd(tx, accountId, { id, afterMs: leftMs })
  })
}
