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
import { canonicalFlat, type LeafKind } from '../ledger/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, hmacSha256, type SubjectKeys, type Vault } from '../vault/index.ts'
import { batchEntriesMax, batchIdFrom, entryIdAt } from './entry-id.ts'
import { insertEntries } from './store.ts'
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

/** Members in their canonical order, so that no sorting is needed. */
function bodyText(event: EventInput, entryId: EntryId, at: Instant): string {
  const { body, wordingSha256 } = event
  return canonicalFlat({
    actor: body.actor,
    boxInitially: body.boxInitially,
    channel: event.channel,
    controller: body.controller,
    controllerName: body.controllerName,
    declaredGrade: body.declaredGrade,
    details: body.details,
    entry: entryId,
    formUrl: body.formUrl,
    formVersion: body.formVersion,
    givenAt: body.givenAt,
    grade: body.grade,
    importFileSha256: body.importFileSha256,
    importId: body.importId,
    importRow: body.importRow,
    ip: body.ip,
    kind: event.kind,
    language: body.language,
    locale: body.locale,
    medium: body.medium,
    messageId: body.messageId,
    name: body.name,
    note: body.note,
    number: body.number,
    origin: body.origin,
    purpose: event.purpose,
    reason: body.reason,
    recordedAt: isoText(at),
    saidAt: body.saidAt,
    scanSha256: body.scanSha256,
    scope: body.scope,
    shortCode: body.shortCode,
    source: body.source,
    subject: event.keys?.subjectId,
    userAgent: body.userAgent,
    version: body.version,
    wording: wordingSha256 === null ? undefined : hexText(wordingSha256),
  })
}

const hexText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export const isoText = (instant: Instant): string => new Date(instant).toISOString()
