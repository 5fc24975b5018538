// Turns a batch's rows into leaves: each gets its number, its time, and the hash of the one before.
import type { AccountId, Instant } from '../../kernel/index.ts'
import {
  commitmentOctets,
  hashOctets,
  type LeafKind,
  leafPrefixText,
  leafText,
  leafVersion,
  leafWriter,
  linkOctets,
} from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sha256Into } from '../../vault/index.ts'
import { consentError } from '../errors.ts'
import { BatchOctets, headOf } from '../store/batch-mac.ts'
import { type AlikeLeaves, alikeLeaves, batchLeaves } from '../store/tree-store.ts'
import type { LeafRow } from '../tables.ts'
import { sha256 } from './signing-key.ts'
import { isoText } from './write-entries.ts'

/** What a leaf needs of those before it. */
export type Chain = { seq: number; hash: Buffer | null; at: Instant }
export type Leaves = { entries: Buffer[]; hashes: Buffer[] }

/** From so many on, entries that are alike but for their person come packed. */
const alikeFrom = 16

type Batch = { batch_id: string; entries: number }

/** Adds a batch's leaves to `into`; the same rows after the same chain give the same octets. */
export async function chainBatch(
  tx: Tx,
  accountId: AccountId,
  batch: Batch,
  link: { before: Chain; into: Leaves },
): Promise<Chain> {
  const read = await readBatch(tx, accountId, batch)
  if (read === null) throw consentError('consent.ledger_damaged', { batch: batch.batch_id })
  return chainRead(read, link)
}

/** The rows of a batch: packed where all are alike, else one by one. */
export type BatchRead = { alike: AlikeLeaves } | { rows: LeafRow[] }

/** Null: they are not as many as were written. */
export async function readBatch(
  tx: Tx,
  accountId: AccountId,
  batch: Batch,
): Promise<BatchRead | null> {
  const alike = batch.entries < alikeFrom ? null : await alikeLeaves(tx, accountId, batch)
  const isWhole = alike?.packed.length === batch.entries * rowOctets
  if (alike !== null && isWhole && alike.entries === batch.entries) return { alike }
  const rows = await batchLeaves(tx, accountId, batch)
  return rows.length === batch.entries ? { rows } : null
}

export function chainRead(read: BatchRead, link: { before: Chain; into: Leaves }): Chain {
  if ('alike' in read) return chainAlike(read.alike, link)
  let chain = link.before
  for (const row of read.rows) chain = addLeaf(row, chain, link.into)
  return chain
}

/** As it was written, for its MAC; null where a row has not the form of one that was. */
export function octetsOf(read: BatchRead): BatchOctets | null {
  if ('alike' in read) {
    const { kind, purpose, channel, wording, recorded_at: recordedAt, packed, entries } = read.alike
    const octets = new BatchOctets(0)
    octets.addPacked(headOf({ kind, purpose, channel, wording, recordedAt }), packed, entries)
    return octets
  }
  const octets = new BatchOctets(read.rows.length)
  for (const { kind, purpose, channel, n, lk, cm, recorded_at: recordedAt } of read.rows) {
    const wording = Buffer.from(n, 'base64url').toString('hex')
    const link = lk === '' ? null : Buffer.from(lk, 'base64url')
    const commitment = Buffer.from(cm, 'base64url')
    if (commitment.length !== commitmentOctets) return null
    if (link !== null && link.length !== linkOctets) return null
    octets.add(headOf({ kind, purpose, channel, wording, recordedAt }), link, commitment)
  }
  return octets
}

const rowOctets = linkOctets + commitmentOctets

const noHash = Buffer.alloc(0)

/**
 * One room for all entries of the batch and one for all hashes: what is given are views of them.
 */
function chainAlike(alike: AlikeLeaves, { before, into }: { before: Chain; into: Leaves }): Chain {
  const { packed, kind, purpose, channel, recorded_at } = alike
  const at = Math.max(before.at, recorded_at)
  const n = Buffer.from(alike.wording, 'hex').toString('base64url')
  const shared = { k: kind as LeafKind, p: purpose, n, c: channel, t: isoText(at) }
  const { octetsMax, write } = leafWriter(shared)
  const count = packed.length / rowOctets
  const room = Buffer.allocUnsafe(count * (leafPrefixText.length + octetsMax))
  const hashes = Buffer.allocUnsafe(count * hashOctets)
  let hash = before.hash ?? noHash
  let from = 0
  for (let place = 0; place < count; place += 1) {
    room[from] = leafPrefixText.charCodeAt(0)
    const entryAt = from + leafPrefixText.length
    const own = { seq: before.seq + place, packed, at: place * rowOctets, before: hash }
    const end = write(room, entryAt, own)
    hash = sha256Into(hashes, place * hashOctets, room.subarray(from, end))
    into.entries.push(room.subarray(entryAt, end))
    into.hashes.push(hash)
    from = end
  }
  return { seq: before.seq + count, hash, at }
}

function addLeaf(row: LeafRow, chain: Chain, into: Leaves): Chain {
  // Batches commit in another order than they began: the ledger's time never goes back.
  const at = Math.max(chain.at, row.recorded_at)
  const text = leafText({
    v: leafVersion,
    seq: chain.seq,
    t: isoText(at),
    k: row.kind as LeafKind,
    p: row.purpose,
    n: row.n,
    c: row.channel,
    lk: row.lk,
    cm: row.cm,
    pv: chain.hash?.toString('base64url') ?? '',
  })
  const hashed = Buffer.from(leafPrefixText + text, 'latin1')
  const hash = sha256(hashed)
  into.entries.push(hashed.subarray(leafPrefixText.length))
  into.hashes.push(hash)
  return { seq: chain.seq + 1, hash, at }
}
