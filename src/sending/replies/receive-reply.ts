// A reply comes in: STOP takes effect before it is answered; the rest is kept, sealed.
import type { Objections } from '../../consent/index.ts'
import type { Contact, Contacts } from '../../contacts/index.ts'
import { type ReplyReading, replyReader } from '../../countries/index.ts'
import {
  type AccountId,
  type Caller,
  type E164,
  endsOf,
  heardLimits,
  type Instant,
  type MakeId,
  type MessageId,
  type RouteId,
  rights,
  type Timers,
} from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { InboundMessage } from '../../routing/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { tellPrograms } from '../../webhooks/index.ts'
import { replyTagMs } from '../engine-limits.ts'
import { bodyPlace, encodeBody } from '../message-body.ts'
import type { Unopened } from '../outcome/unopened.ts'
import { replyNumbers } from '../reply-number.ts'
import { liftDeadNumber } from '../store/dead-number-store.ts'
import { type InboundKind, insertInbound } from '../store/inbound-store.ts'
import { isRouteOpenInAnyAccount } from '../store/queue-store.ts'
import { findReplyTagsInAnyAccount, type LatestOf } from '../store/reply-tag-store.ts'
import { hasUnnamedInAnyAccount } from '../store/unsettled-store.ts'
import type { PlaceReply, Written } from './place-reply.ts'
import { endWaiting, type Hands, scopeOfStop, waitUntilNothingLeaves } from './stop-leaving.ts'
import { tellReplyWaits } from './tell-reply.ts'

/** Tells a person who asked who is writing; after the reply itself is on disk. */
export type SendNotice = (notice: {
  accountId: AccountId
  number: E164
  messageId: MessageId
}) => Promise<void>

/** What a word from a handset was, where it was more than a reply, and is recorded. */
export type HeardAs = 'yes' | 'data_request'

/** A word that may be a yes, or ask for the person's data; null: neither. */
export type HearYes = (heard: {
  routeId: RouteId
  number: E164
  to: string
  text: string
  /** Which accounts have written to the number by this route, the last first. */
  writers: readonly AccountId[]
  /** The very last message of any of them by this route. */
  last: { messageId: MessageId; at: Instant } | null
  traceId: string
}) => Promise<HeardAs | null>

export type ReplyDeps = {
  database: Database
  vault: Vault
  consent: Pick<Objections, 'recordStop'>
  contacts: Contacts
  timers: Timers
  makeId: MakeId
  metrics: Metrics
  workers: Hands
  sendNotice: SendNotice
  hearYes: HearYes | undefined
  /** For a reply that answers no message of late. */
  place: PlaceReply
  /** What no reply waits for, since nobody can read its number. */
  unopened: Pick<Unopened, 'all'>
}

export type ReceiveReply = (routeId: RouteId, message: InboundMessage) => Promise<void>

/** Resolves when the reply is on disk and, for a STOP, when nothing more leaves to its number. */
export function createReceiveReply(deps: ReplyDeps): ReceiveReply {
  return async (routeId, message) => {
    const text = message.text?.reveal('match') ?? ''
    const read = endsOf(text, heardLimits.readOfReply)
    const readReply = await replyReader()
    const reading = readReply(read)
    const at = deps.timers.now()
    const asked = { routeId, from: message.from.reveal('match'), at }
    const wrote = (await whoWrote(deps, asked)) ?? (await waitForTags(deps, asked))
    // Of a keyword that an account gave out the model knows nothing: alone it is that word.
    const known = reading.by === 'model' ? 'other' : reading.meaning
    const heardAs = await hearWord(deps, { routeId, message, text: read, kind: known }, wrote)
    const kind = heardAs === null ? reading.meaning : known
    deps.metrics.count('accord_replies_total', { route: routeId, meaning: kind })
    // A yes of somebody whom nobody wrote to is recorded where its keyword is.
    const found = wrote ?? (heardAs === null ? await deps.place({ ...asked, kind }) : null)
    if (found === null) return
    const { number, written } = found
    // On a shared number nobody can say whom a STOP is for: it is for all who wrote.
    const meant = kind === 'stop' || kind === 'doubtful' ? written : written.slice(0, 1)
    for (const to of meant) {
      const asksForData = heardAs === 'data_request'
      const reply: Reply = { routeId, to, number, text, kind, reading, asksForData, at }
      // What nobody could read later, since the account keeps nothing of the number or may not read
      // it, goes the safe way now.
      const isStop = kind === 'stop' || (!(await keepIn(deps, reply)) && kind === 'doubtful')
      if (isStop) await stopIn(deps, reply, said(reply))
      const { accountId, messageId } = to
      const isQuestion = (kind === 'help' || kind === 'contact') && messageId !== null
      if (isQuestion) await deps.sendNotice({ accountId, messageId, number })
    }
  }
}

/**
 * Whoever sends a keyword need not have been written to before; what the table knows to stop is
 * never a yes.
 */
async function hearWord(
  deps: ReplyDeps,
  heard: { routeId: RouteId; message: InboundMessage; text: string; kind: InboundKind },
  found: Tagged | null,
): Promise<HeardAs | null> {
  const { routeId, message, text, kind } = heard
  if (kind !== 'start' && kind !== 'other') return null
  const number = found?.number ?? replyNumbers(message.from.reveal('match'))[0]
  if (number === undefined) return null
  const writers = found?.written.map(({ accountId }) => accountId) ?? []
  const latest = found?.written[0]
  const last = latest ? { messageId: latest.messageId, at: latest.submittedAt } : null
  const to = message.to
  const word = { routeId, number, to, text, writers, last, traceId: 'sending' }
  return (await deps.hearYes?.(word)) ?? null
}

type Reply = StoppedReply & {
  text: string
  kind: InboundKind
  reading: ReplyReading
  asksForData: boolean
}
/** By the tags of what was sent. */
type Tagged = { number: E164; written: (LatestOf & { mayRead: true })[] }
export type StoppedReply = { routeId: RouteId; to: Written; number: E164; at: Instant }

/** Null for a sender that is no telephone, or that nobody here has written to by this route. */
export async function whoWrote(
  deps: Pick<ReplyDeps, 'database' | 'vault'>,
  asked: { routeId: RouteId; from: string; at: Instant },
): Promise<Tagged | null> {
  const { routeId, from, at } = asked
  for (const number of replyNumbers(from)) {
    const tag = deps.vault.replyTag(routeId, number)
    const written = await deps.database.inAnyAccount((tx) =>
      findReplyTagsInAnyAccount(tx, routeId, tag, at - replyTagMs),
    )
    if (written.length === 0) continue
    return { number, written: written.map((one) => ({ ...one, mayRead: true })) }
  }
  return null
}

/** Longer than any answer is waited for: by then every message has its tag, or is told. */
const tagsWaitMs = { step: 250, most: 40_000 }

/**
 * A number gets its tag with the operator's answer. A reply that finds nobody while something of
 * the route is still in flight, or a dead engine's numbers are not read yet, looks again
 * when that is over.
 */
async function waitForTags(
  deps: ReplyDeps,
  reply: { routeId: RouteId; from: string; at: Instant },
): Promise<Tagged | null> {
  const { routeId, at } = reply
  const until = deps.timers.now() + tagsWaitMs.most
  const isOpen = () =>
    deps.database.inAnyAccount(
      async (tx) =>
        (await isRouteOpenInAnyAccount(tx, { routeId, before: at })) ||
        (await hasUnnamedInAnyAccount(tx, { routeId, except: deps.unopened.all() })),
    )
  while (deps.timers.now() < until && (await isOpen())) await deps.timers.sleep(tagsWaitMs.step)
  return whoWrote(deps, reply)
}

/** False when the account no longer knows the number or may not read it: then nothing is kept. */
async function keepIn(deps: ReplyDeps, reply: Reply): Promise<boolean> {
  const { accountId, mayRead } = reply.to
  if (!mayRead) return false
  return deps.database.inAccount(accountId, async (tx) => {
    const person = await personOf(deps, tx, accountId, reply.number)
    if (person !== null) await keep(deps, tx, reply, person)
    return person !== null
  })
}

/** Why a number is stopped, where that came from, and the reply that is kept with it. */
type StopWhy = { reason: 'stop_reply' | 'operator'; origin: string; kept: Reply | null }

const said = (reply: Reply): StopWhy => ({
  reason: 'stop_reply',
  origin: reply.routeId,
  // A doubtful one that could have been kept was, and is no stop.
  kept: reply.kind === 'stop' && reply.to.mayRead ? reply : null,
})

type Known = { contact: Contact; keys: SubjectKeys }

/** Null when the account no longer knows the number: then it keeps nothing of it. */
async function personOf(
  deps: ReplyDeps,
  tx: Tx,
  accountId: AccountId,
  number: E164,
): Promise<Known | null> {
  const contact = await deps.contacts.findByNumber(tx, accountId, number)
  if (contact === null) return null
  const opened = await deps.vault.openSubjects(tx, accountId, [contact.subjectId])
  const keys = opened.get(contact.subjectId)
  return keys === undefined || !hasKey(keys.contactKey) ? null : { contact, keys }
}

async function keep(deps: ReplyDeps, tx: Tx, reply: Reply, person: Known): Promise<void> {
  const id = deps.makeId()
  const { accountId, messageId, campaignId } = reply.to
  const { matched, by, score, model } = reply.reading
  const body = encodeBody({ number: reply.number, text: reply.text }, { words: matched })
  const place = bodyPlace('sending.inbound', id)
  const assignedTo = await insertInbound(tx, accountId, {
    id,
    routeId: reply.routeId,
    messageId,
    campaignId,
    contactId: person.contact.id,
    subjectId: person.contact.subjectId,
    numberTag: person.contact.numberTag,
    bodySealed: deps.vault.sealMessage(person.keys, accountId, place, body),
    kind: reply.kind,
    decided: { by, score, model },
    needsReview: reply.kind === 'doubtful',
    asksForData: reply.asksForData,
    receivedAt: reply.at,
  })
  await liftDeadNumber(tx, accountId, { tag: person.contact.numberTag, at: reply.at })
  await tellPrograms(tx, accountId, [
    {
      ...{ kind: 'reply.received', about: id, subjectId: person.contact.subjectId },
      facts: { messageId, campaignId, meaning: reply.kind },
      at: reply.at,
    },
  ])
  await tellReplyWaits(tx, accountId, { ...reply, assignedTo })
}

/**
 * The objection, the reply and the end of what waits commit together. Then everything that this
 * node has in flight for the number is stopped or waited for, and what another node has too: only
 * after that is the operator's deliver_sm answered.
 */
export async function stopIn(
  deps: ReplyDeps,
  reply: StoppedReply,
  { reason, origin, kept }: StopWhy,
): Promise<void> {
  const { accountId, messageId } = reply.to
  const numberTag = deps.vault.numberTag(accountId, reply.number)
  const caller = engineCaller(accountId)
  const stopped = await deps.database.inAccount(accountId, async (tx) => {
    const person = await personOf(deps, tx, accountId, reply.number)
    const subjectId = person?.contact.subjectId ?? null
    const scope = await scopeOfStop(tx, accountId, { messageId, subjectId })
    await deps.consent.recordStop(tx, caller, {
      tag: deps.vault.suppressionTag(accountId, reply.number),
      keys: person?.keys ?? null,
      scope,
      reason,
      origin,
      at: reply.at,
      channel: 'sms',
      ...(messageId === null ? {} : { messageId }),
    })
    if (person !== null && kept !== null) await keep(deps, tx, kept, person)
    const number = { accountId, numberTag, of: { scope } }
    await endWaiting(deps, tx, { ...number, at: reply.at, why: 'stopped_by_reply' })
    return number
  })
  await waitUntilNothingLeaves(deps, stopped)
}

export function engineCaller(accountId: AccountId): Caller {
  return {
    accountId,
    by: { kind: 'system', what: 'sending' },
    rights: new Set(rights),
    language: 'fr',
    traceId: 'sending',
  }
}
