// Makes the tree again from the rows, and holds it against the checkpoint on disk and the mark.
import { join } from 'node:path'
import type { AccountId } from '../../kernel/index.ts'
import {
  appendLeaves,
  emptyFrontier,
  type Frontier,
  parseCheckpoint,
  rootOf,
} from '../../ledger/index.ts'
import type { Database } from '../../storage/index.ts'
import { countEntries } from '../store/reconcile-store.ts'
import { readTree, sequencedFrom } from '../store/tree-store.ts'
import type { TreeRow } from '../tables.ts'
import { type Chain, chainRead, readBatch } from './chain-leaves.ts'
import { openLedgerFiles } from './ledger-files.ts'
import { frontierOf } from './publish-ledger.ts'
import { sha256 } from './signing-key.ts'

export type TreeDeps = { database: Database; dataFolder: string }

const batchesAtOnce = 20

type Published = { size: number; root: Uint8Array }
export type TreeFound = {
  entries: number
  /** What was found, by its kind. */
  differences: ('entries_altered' | 'entries_unplaced' | 'ledger_behind')[]
}

/**
 * Page by page, each read by itself: the tree only grows meanwhile,
 * and what came later is not read.
 */
export async function checkTree(
  deps: TreeDeps,
  accountId: AccountId,
  marked: { treeSize: number },
): Promise<TreeFound> {
  const published = await publishedIn(deps, accountId)
  const tree = await deps.database.inAccount(accountId, (tx) => readTree(tx, accountId))
  const size = tree?.size ?? 0
  const differences: TreeFound['differences'] = []
  if (Math.max(published?.size ?? 0, marked.treeSize) > size) differences.push('ledger_behind')
  if (tree !== null && !(await isTrue(deps, accountId, tree, published))) {
    differences.push('entries_altered')
  }
  const counts = await deps.database.inAccount(accountId, async (tx) => ({
    ...(await countEntries(tx, accountId)),
    // Read again: what was placed since then is placed.
    size: (await readTree(tx, accountId))?.size ?? 0,
  }))
  if (counts.entries > counts.size + counts.waiting + counts.aside) {
    differences.push('entries_unplaced')
  }
  return { entries: size, differences }
}

async function publishedIn(deps: TreeDeps, accountId: AccountId): Promise<Published | null> {
  const files = await openLedgerFiles(join(deps.dataFolder, 'ledger', accountId))
  const checkpoint = await files.checkpoint()
  return checkpoint === null ? null : (parseCheckpoint(checkpoint.text) ?? null)
}

async function isTrue(
  { database }: TreeDeps,
  accountId: AccountId,
  tree: TreeRow,
  published: Published | null,
): Promise<boolean> {
  let grown: Frontier = emptyFrontier
  let chain: Chain = { seq: 0, hash: null, at: 0 }
  let root: Uint8Array | null = null
  while (grown.size < tree.size) {
    const from = grown.size
    const page = await database.inAccount(accountId, async (tx) => {
      const batches = await sequencedFrom(tx, accountId, from, batchesAtOnce)
      const hashes: Buffer[] = []
      for (const batch of batches) {
        const follows = batch.first_seq === chain.seq && sameHash(batch.previous_hash, chain.hash)
        const read = follows ? await readBatch(tx, accountId, batch) : null
        if (read === null) return null
        chain = chainRead(read, { before: chain, into: { entries: [], hashes } })
      }
      return hashes
    })
    if (page === null || page.length === 0) return false
    const until = (published?.size ?? 0) - from
    if (published !== null && until > 0 && until <= page.length) {
      root = rootOf(sha256, appendLeaves(sha256, grown, page.slice(0, until)))
    }
    grown = appendLeaves(sha256, grown, page)
    if (grown.size > tree.size) return isSameRoot(root, published)
  }
  const isOwn = Buffer.compare(rootOf(sha256, grown), rootOf(sha256, frontierOf(tree))) === 0
  return (tree.size === 0 || isOwn) && isSameRoot(root, published)
}

const sameHash = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b)

/** What is not published yet, or is published beyond these rows, says nothing of them. */
function isSameRoot(root: Uint8Array | null, published: Published | null): boolean {
  return root === null || published === null || Buffer.compare(root, published.root) === 0
}
