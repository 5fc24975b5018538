// Writes ledger entries: commits to each body, seals it, and queues the batch for the sequencer.
import {
  type AccountId,
  assert,
  type Caller,
  type EntryId,
  type Instant,
  type MakeId,
  type Randomness,
} from '../kernel/index.ts'
import { flatWriter, type LeafKind } from '../ledger/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, hmacSha256, type SubjectKeys, type Vault } from '../vault/index.ts'
import { batchEntriesMax, batchIdFrom, entryIdAt } from './entry-id.ts'
import { insertEntries } from './entry-store.ts'
import type { NewEntry } from './tables.ts'

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
  formUrl?: string | undefined
  formVersion?: string | undefined
  givenAt?: string | undefined
  grade?: string | undefined
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
  userAgent?: string | undefined
  version?: number | undefined
}

export type EntryDeps = {
  vault: Pick<Vault, 'commitmentKey' | 'linkToken' | 'sealProof' | 'sealForAccount'>
  randomness: Randomness
  makeId: MakeId
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
  where: { accountId: AccountId; at: Instant },
  events: readonly EventInput[],
): Promise<EntryId[]> {
  const written: EntryId[] = []
  for (let start = 0; start < events.length; start += batchEntriesMax) {
    const batchId = batchIdFrom(deps.makeId())
    const entries = events.slice(start, start + batchEntriesMax).map((event, ordinal) => {
      const entryId = entryIdAt(batchId, ordinal)
      written.push(entryId)
      return toEntry(deps, where, entryId, event)
    })
    await insertEntries(tx, where.accountId, { batchId, at: where.at, entries })
  }
  return written
}

function toEntry(
  deps: EntryDeps,
  { accountId, at }: { accountId: AccountId; at: Instant },
  entryId: EntryId,
  event: EventInput,
): NewEntry {
  const body = Buffer.from(bodyText(event, entryId, at))
  const common = {
    kind: event.kind,
    purpose: event.purpose,
    channel: event.channel,
    wordingSha256: event.wordingSha256,
  }
  if (event.keys === null) {
    const key = deps.randomness.bytes(commitmentKeyOctets)
    const plain = Buffer.concat([key, body])
    return {
      ...common,
      link: null,
      commitment: hmacSha256(key, body),
      subjectId: null,
      bodySealed: deps.vault.sealForAccount(accountId, bodyContext(entryId), plain),
    }
  }
  assert(hasKey(event.keys.proofKey), 'an event about a person needs their proof key')
  return {
    ...common,
    link: deps.vault.linkToken(event.keys),
    commitment: hmacSha256(deps.vault.commitmentKey(event.keys, entryId), body),
    subjectId: event.keys.subjectId,
    bodySealed: deps.vault.sealProof(event.keys, accountId, bodyContext(entryId), body),
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

/** `shared`: entries of one batch mostly say the same, so its text is kept from one to the next. */
const bodyMembers: Record<BodyMember, 'shared' | 'own'> = {
  actor: 'shared',
  boxInitially: 'shared',
  channel: 'shared',
  controller: 'shared',
  controllerName: 'shared',
  declaredGrade: 'shared',
  details: 'shared',
  entry: 'own',
  formUrl: 'shared',
  formVersion: 'shared',
  givenAt: 'shared',
  grade: 'shared',
  importFileSha256: 'shared',
  importId: 'shared',
  importRow: 'own',
  ip: 'own',
  kind: 'shared',
  language: 'shared',
  locale: 'shared',
  medium: 'shared',
  messageId: 'own',
  name: 'own',
  note: 'own',
  number: 'own',
  origin: 'shared',
  purpose: 'shared',
  reason: 'shared',
  recordedAt: 'shared',
  saidAt: 'shared',
  scanSha256: 'shared',
  scope: 'shared',
  shortCode: 'shared',
  source: 'shared',
  subject: 'own',
  userAgent: 'own',
  version: 'shared',
  wording: 'shared',
}

const memberNames = (Object.keys(bodyMembers) as BodyMember[]).sort()
const writeBody = flatWriter(
  memberNames,
  memberNames.filter((name) => bodyMembers[name] === 'own'),
)

function bodyText(event: EventInput, entryId: EntryId, at: Instant): string {
  const { wordingSha256 } = event
  return writeBody({
    ...event.body,
    channel: event.channel,
    entry: entryId,
    kind: event.kind,
    purpose: event.purpose,
    recordedAt: isoText(at),
    subject: event.keys?.subjectId,
    wording: wordingSha256 === null ? undefined : hexText(wordingSha256),
  })
}

const hexText = rememberLast((bytes: Uint8Array): string => Buffer.from(bytes).toString('hex'))

export const isoText = rememberLast((instant: Instant): string => new Date(instant).toISOString())

/** A batch asks for the same value a thousand times in a row. */
function rememberLast<V, R>(make: (value: V) => R): (value: V) => R {
  let last: { value: V; made: R } | null = null
  return (value) => {
    if (last === null || last.value !== value) last = { value, made: make(value) }
    return last.made
  }
}
