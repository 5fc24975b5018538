// Turns a batch's rows into leaves: each gets its number, its time, and the hash of the one before.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type LeafKind, leafHash, leafText, leafVersion } from '../ledger/index.ts'
import type { Tx } from '../storage/index.ts'
import { consentError } from './errors.ts'
import { sha256 } from './signing-key.ts'
import type { LeafRow } from './tables.ts'
import { batchLeaves } from './tree-store.ts'

/** What a leaf needs of those before it. */
export type Chain = { seq: number; hash: Buffer | null; at: Instant }
export type Leaves = { entries: Buffer[]; hashes: Buffer[] }

/** Adds a batch's leaves to `into`; the same rows after the same chain give the same octets. */
export async function chainBatch(
  tx: Tx,
  accountId: AccountId,
  batch: { batch_id: string; entries: number },
  link: { before: Chain; into: Leaves },
): Promise<Chain> {
  const rows = await batchLeaves(tx, accountId, batch)
  if (rows.length !== batch.entries) {
    throw consentError('consent.ledger_damaged', { batch: batch.batch_id })
  }
  let chain = link.before
  for (const row of rows) {
    const { entry, hash, at } = leafOf(row, chain)
    link.into.entries.push(entry)
    link.into.hashes.push(hash)
    chain = { seq: chain.seq + 1, hash, at }
  }
  return chain
}

function leafOf(row: LeafRow, chain: Chain): { entry: Buffer; hash: Buffer; at: Instant } {
  // Batches commit in another order than they began: the ledger's time never goes back.
  const at = Math.max(chain.at, row.recorded_at)
  const entry = Buffer.from(
    leafText({
      v: leafVersion,
      seq: chain.seq,
      t: new Date(at).toISOString(),
      k: row.kind as LeafKind,
      p: row.purpose,
      n: row.n,
      c: row.channel,
      lk: row.lk,
      cm: row.cm,
      pv: chain.hash?.toString('base64url') ?? '',
    }),
    'latin1',
  )
  return { entry, hash: leafHash(sha256, entry) as Buffer, at }
}
