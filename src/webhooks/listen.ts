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
  listenSecondsMax,
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
/** Silence that is always survived, and until when an answer keeps it. */
const silenceMs = listenSeconds * 1_000
const listenMs = listenSecondsMax * 1_000

/** Who may take from it: a text that is given is noted as this one's look. */
function byOf({ by }: Caller): string {
  if (by.kind === 'system') return `system:${by.what}`
  return by.kind === 'user' ? `user:${by.userId}` : `token:${by.tokenId}`
}

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
      ...{ id, kinds, campaignMessages, replyText, by: byOf(caller), until, at },
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
    const found = await store.findListener(tx, accountId, { id, by: byOf(caller), at })
    if (found === null) throw webhooksError('webhooks.listener_not_found')
    const { replyText } = found
    demandMayRead(caller, { replyText, reason })
    if (found.isOverrun) {
      await deleteWithLog(tx, accountId, id)
      return null
    }
    const until = await extend(tx, accountId, { id, at, until: found.until })
    const deliveries = await takePage(tx, accountId, { id, taken })
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

/** What is given now, the oldest first. Nobody takes it away before this transaction ends. */
async function takePage(
  tx: Tx,
  accountId: AccountId,
  { id, taken }: { id: string; taken: readonly string[] },
): Promise<store.Taken[]> {
  const locked = await store.lockForTake(tx, accountId, { id, taken, limit: takenMax })
  if (taken.length > 0) await store.dropTaken(tx, accountId, { id, taken })
  const had = new Set(taken)
  return locked
    .filter((one) => !had.has(one.id))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}

/** Until when it listens now; written only where it would not survive its silence. */
async function extend(
  tx: Tx,
  accountId: AccountId,
  { id, at, until }: { id: string; at: Instant; until: Instant },
): Promise<Instant> {
  if (until - at > silenceMs) return until
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

export async function stopListening(deps: WebhooksDeps, caller: Caller, id: string): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const until = await store.listensUntil(tx, accountId, { id, by: byOf(caller) })
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
    const until = await store.listensUntil(tx, accountId, { id, by: null })
    if (until === null) return
    const leftMs = until - clock.now()
    if (leftMs <= 0) return deleteWithLog(tx, accountId, id)
    if (await store.isOverrun(tx, accountId, { id, max: waitingMax })) {
      await store.silenceListener(tx, accountId, id)
    }
    await askForEnd(tx, accountId, { id, afterMs: leftMs })
  })
}
