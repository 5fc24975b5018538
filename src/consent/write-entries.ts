// Writes ledger entries: commits to each body, seals it, and queues the batch for the sequencer.
import { createHmac } from 'node:crypto'
import {
  type AccountId,
  assert,
  type Caller,
  type EntryId,
  type Instant,
  type MakeId,
  type Randomness,
} from '../kernel/index.ts'
import { type CanonicalValue, canonicalJson, type LeafKind } from '../ledger/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../vault/index.ts'
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
  body: { readonly [key: string]: CanonicalValue | undefined }
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
  const body = Buffer.from(
    canonicalJson({
      ...event.body,
      channel: event.channel,
      entry: entryId,
      kind: event.kind,
      purpose: event.purpose,
      recordedAt: isoText(at),
      subject: event.keys?.subjectId,
      wording: event.wordingSha256 === null ? undefined : hexText(event.wordingSha256),
    }),
  )
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
      commitment: hmac(key, body),
      subjectId: null,
      bodySealed: deps.vault.sealForAccount(accountId, bodyContext(entryId), plain),
    }
  }
  assert(hasKey(event.keys.proofKey), 'an event about a person needs their proof key')
  return {
    ...common,
    link: deps.vault.linkToken(event.keys),
    commitment: hmac(deps.vault.commitmentKey(event.keys, entryId), body),
    subjectId: event.keys.subjectId,
    bodySealed: deps.vault.sealProof(event.keys, accountId, bodyContext(entryId), body),
  }
}

const hmac = (key: Uint8Array, bytes: Uint8Array): Buffer =>
  createHmac('sha256', key).update(bytes).digest()

const hexText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export const isoText = (instant: Instant): string => new Date(instant).toISOString()
