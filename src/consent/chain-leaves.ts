// Turns a batch's rows into leaves: each gets its number, its time, and the hash of the one before.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type LeafKind, leafPrefixText, leafText, leafVersion } from '../ledger/index.ts'
import type { Tx } from '../storage/index.ts'
import { consentError } from './errors.ts'
import { sha256 } from './signing-key.ts'
import type { LeafRow } from './tables.ts'
import { type AlikeLeaves, alikeLeaves, batchLeaves } from './tree-store.ts'
import { isoText } from './write-entries.ts'

/** What a leaf needs of those before it. */
export type Chain = { seq: number; hash: Buffer | null; at: Instant }
export type Leaves = { entries: Buffer[]; hashes: Buffer[] }

/** From so many on, entries that are alike but for their person come packed. */
const alikeFrom = 16

/** Adds a batch's leaves to `into`; the same rows after the same chain give the same octets. */
export async function chainBatch(
  tx: Tx,
  accountId: AccountId,
  batch: { batch_id: string; entries: number },
  link: { before: Chain; into: Leaves },
): Promise<Chain> {
  const alike = batch.entries < alikeFrom ? null : await alikeLeaves(tx, accountId, batch)
  if (alike !== null && alike.entries === batch.entries) return chainAlike(alike, link)
  const rows = await batchLeaves(tx, accountId, batch)
  if (rows.length !== batch.entries) {
    throw consentError('consent.ledger_damaged', { batch: batch.batch_id })
  }
  let chain = link.before
  for (const row of rows) chain = addLeaf(row, chain, link.into)
  return chain
}

const linkOctets = 16
const rowOctets = 48

function chainAlike(alike: AlikeLeaves, { before, into }: { before: Chain; into: Leaves }): Chain {
  const { packed } = alike
  const n = Buffer.from(alike.wording, 'hex').toString('base64url')
  let chain = before
  for (let at = 0; at < packed.length; at += rowOctets) {
    const lk = packed.toString('base64url', at, at + linkOctets)
    const cm = packed.toString('base64url', at + linkOctets, at + rowOctets)
    const { kind, purpose, channel, recorded_at } = alike
    chain = addLeaf({ kind, purpose, channel, recorded_at, n, lk, cm }, chain, into)
  }
  return chain
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
