// Writes ledger entries: commits to each body, seals it, and queues the batch for the sequencer.
import {
  type AccountId,
  assert,
  type Caller,
  type EntryId,
  type Instant,
  type MakeId,
  type Randomness,
} from '../../kernel/index.ts'
import { type FlatMember, flatWriter, type LeafKind } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, hmacSha256, keysAtHand, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { batchEntriesMax, batchIdFrom, entryIdAt } from '../entry-id.ts'
import { EntryLists, insertEntries } from '../store/entry-store.ts'
import type { Guard } from '../store/guard.ts'
import { batchKey } from '../store/guard-macs.ts'
import type { NewEntry } from '../tables.ts'

export type EventInput = {
  kind: LeafKind
  purpose: string
  channel: string
  wordingSha256: Uint8Array | null
  /** The person meant; null when the event is about nobody. */
  keys: SubjectKeys | null
  /** What the leaf commits to, beside what it says itself. */
  body: EventBody
}

/** All that a body may tell beside its entry; what is undefined is not written. */
export type EventBody = {
  actor: string
  boxInitially?: string | undefined
  controller?: string | undefined
  controllerName?: string | undefined
  declaredGrade?: string | undefined
  /** Facts of other events, as canonical JSON. */
  details?: string | undefined
  documentType?: string | undefined
  formUrl?: string | undefined
  formVersion?: string | undefined
  givenAt?: string | undefined
  grade?: string | undefined
  /** `sandbox`: the telephone was imagined. */
  handset?: string | undefined
  /** How staff heard what they recorded in the person's place. */
  heardBy?: string | undefined
  importFileSha256?: string | undefined
  importId?: string | undefined
  importRow?: number | undefined
  ip?: string | undefined
  language?: string | undefined
  locale?: string | undefined
  medium?: string | undefined
  messageId?: string | undefined
  name?: string | undefined
  note?: string | undefined
  number?: string | undefined
  origin?: string | undefined
  reason?: string | undefined
  saidAt?: string | undefined
  scanSha256?: string | undefined
  scope?: string | undefined
  shortCode?: string | undefined
  source?: string | undefined
  /** The entry that counts no longer. */
  takesBack?: string | undefined
  userAgent?: string | undefined
  /** Until when it counts, where another ledger said so and not the account's policy. */
  validUntil?: string | undefined
  version?: number | undefined
  /** Who vouches for the evidence; a `declared` one is somebody's word. */
  witness?: string | undefined
}

export type EntryDeps = {
  vault: Pick<Vault, 'commitment' | 'linkToken' | 'sealProof' | 'sealForAccount'>
  randomness: Randomness
  makeId: MakeId
  guard: Guard
}

/** The place that a body is sealed for: moved to another entry it does not open. */
export const bodyContext = (entryId: EntryId) => ({
  table: 'consent.entry_body',
  column: 'body_sealed',
  rowId: entryId,
})

/** Octets of a commitment key; where no person is meant it stands before the sealed body. */
export const commitmentKeyOctets = 32

export function actorOf(caller: Caller): string {
  const { by } = caller
  if (by.kind === 'user') return `user:${by.userId}`
  return by.kind === 'token' ? `token:${by.tokenId}` : `system:${by.what}`
}

/** Ids in the order of the events. Nothing is on disk before `tx` commits. */
export async function writeEntries(
  deps: EntryDeps,
  tx: Tx,
  where: Where,
  events: readonly EventInput[],
): Promise<EntryId[]> {
  const eventAt = (index: number) => events[index] as EventInput
  const made = makeEntries(deps, where, { count: events.length, eventAt })
  await insertMade(deps, tx, where, made)
  return made.ids
}

type Where = { accountId: AccountId; at: Instant }

/** Entries ready to be sent: committed to and sealed, in batches, with their ids in order. */
export type MadeEntries = { ids: EntryId[]; batches: EntryLists[] }

/**
 * Each event is asked for when it is written, with the id of its entry, and nothing of it is kept:
 * of thousands none lives until the database has them.
 */
export function makeEntries(
  deps: EntryDeps,
  where: Where,
  { count, eventAt }: { count: number; eventAt: (index: number, entryId: EntryId) => EventInput },
): MadeEntries {
  const made: MadeEntries = { ids: [], batches: [] }
  for (let start = 0; start < count; start += batchEntriesMax) {
    const some = Math.min(count - start, batchEntriesMax)
    const batchId = batchIdFrom(deps.makeId())
    const lists = new EntryLists(batchId, { expected: some, at: where.at })
    for (let ordinal = 0; ordinal < some; ordinal += 1) {
      const entryId = entryIdAt(batchId, ordinal)
      lists.push(toEntry(deps, where, entryId, eventAt(start + ordinal, entryId)))
      made.ids.push(entryId)
    }
    made.batches.push(lists)
  }
  return made
}

export async function insertMade(
  { guard }: Pick<EntryDeps, 'guard'>,
  tx: Tx,
  { accountId, at }: Where,
  { batches }: MadeEntries,
): Promise<void> {
  const key = batchKey(guard.keyOf(accountId), accountId)
  for (const lists of batches) await insertEntries(tx, accountId, { lists, at, key })
}

function toEntry(
  deps: EntryDeps,
  { accountId, at }: Where,
  entryId: EntryId,
  event: EventInput,
): NewEntry {
  const body = bodyOctets({ event, entryId, at })
  const { kind, purpose, channel, wordingSha256, keys } = event
  if (keys === null) {
    const key = deps.randomness.bytes(commitmentKeyOctets)
    const plain = Buffer.concat([key, body])
    const commitment = hmacSha256(key, body)
    const bodySealed = deps.vault.sealForAccount(accountId, bodyContext(entryId), plain)
    const nobody = { link: null, subjectId: null }
    return { entryId, kind, purpose, channel, wordingSha256, ...nobody, commitment, bodySealed }
  }
  const own = keysAtHand(keys)
  assert(hasKey(own.proofKey), 'an event about a person needs their proof key')
  return {
    entryId,
    kind,
    purpose,
    channel,
    wordingSha256,
    link: deps.vault.linkToken(own),
    commitment: deps.vault.commitment(own, entryId, body),
    subjectId: own.subjectId,
    bodySealed: deps.vault.sealProof(own, accountId, bodyContext(entryId), body),
  }
}

type BodyMember =
  | keyof EventBody
  | 'channel'
  | 'entry'
  | 'kind'
  | 'purpose'
  | 'recordedAt'
  | 'subject'
  | 'wording'
type BodySource = { event: EventInput; entryId: EntryId; at: Instant }

/** What a body says, all of it: a member of an event that is not here does not compile. */
const bodyMembers: Record<BodyMember, FlatMember<BodySource>> = {
  actor: { read: ({ event }) => event.body.actor },
  boxInitially: { read: ({ event }) => event.body.boxInitially },
  channel: { read: ({ event }) => event.channel },
  controller: { read: ({ event }) => event.body.controller },
  controllerName: { read: ({ event }) => event.body.controllerName },
  declaredGrade: { read: ({ event }) => event.body.declaredGrade },
  details: { read: ({ event }) => event.body.details },
  documentType: { read: ({ event }) => event.body.documentType },
  entry: { read: ({ entryId }) => entryId, own: true },
  formUrl: { read: ({ event }) => event.body.formUrl },
  formVersion: { read: ({ event }) => event.body.formVersion },
  givenAt: { read: ({ event }) => event.body.givenAt, own: true },
  grade: { read: ({ event }) => event.body.grade },
  handset: { read: ({ event }) => event.body.handset },
  heardBy: { read: ({ event }) => event.body.heardBy },
  importFileSha256: { read: ({ event }) => event.body.importFileSha256 },
  importId: { read: ({ event }) => event.body.importId },
  importRow: { read: ({ event }) => event.body.importRow, own: true },
  ip: { read: ({ event }) => event.body.ip, own: true },
  kind: { read: ({ event }) => event.kind },
  language: { read: ({ event }) => event.body.language },
  locale: { read: ({ event }) => event.body.locale },
  medium: { read: ({ event }) => event.body.medium },
  messageId: { read: ({ event }) => event.body.messageId, own: true },
  name: { read: ({ event }) => event.body.name, own: true },
  note: { read: ({ event }) => event.body.note, own: true },
  number: { read: ({ event }) => event.body.number, own: true },
  origin: { read: ({ event }) => event.body.origin },
  purpose: { read: ({ event }) => event.purpose },
  reason: { read: ({ event }) => event.body.reason },
  recordedAt: { read: ({ at }) => recordedText(at) },
  saidAt: { read: ({ event }) => event.body.saidAt },
  scanSha256: { read: ({ event }) => event.body.scanSha256 },
  scope: { read: ({ event }) => event.body.scope },
  shortCode: { read: ({ event }) => event.body.shortCode },
  source: { read: ({ event }) => event.body.source, own: true },
  subject: { read: ({ event }) => event.keys?.subjectId, own: true },
  takesBack: { read: ({ event }) => event.body.takesBack },
  userAgent: { read: ({ event }) => event.body.userAgent, own: true },
  validUntil: { read: ({ event }) => event.body.validUntil },
  version: { read: ({ event }) => event.body.version },
  witness: { read: ({ event }) => event.body.witness },
  wording: {
    read: ({ event: { wordingSha256 } }) =>
      wordingSha256 === null ? undefined : hexText(wordingSha256),
  },
}
/** In one room for all: a body is done with before the next is written. */
const bodyOctets = flatWriter(bodyMembers)

const recordedText = rememberLast(isoText)
const hexText = rememberLast((bytes: Uint8Array): string => Buffer.from(bytes).toString('hex'))

const isoTexts = new Map<Instant, string>()
const isoTextsMax = 4_096

/** Days on which people agreed come again and again. */
export function isoText(instant: Instant): string {
  let text = isoTexts.get(instant)
  if (text === undefined) {
    if (isoTexts.size >= isoTextsMax) isoTexts.clear()
    text = new Date(instant).toISOString()
    isoTexts.set(instant, text)
  }
  return text
}

/** A batch asks for the same value a thousand times in a row. */
function rememberLast<V, R>(make: (value: V) => R): (value: V) => R {
  let last: { value: V; made: R } | null = null
  return (value) => {
    if (last === null || last.value !== value) last = { value, made: make(value) }
    return last.made
  }
}
