// Brings an account's files to what the database has sequenced, and signs the checkpoint.
import { join } from 'node:path'
import { type AccountId, BugError } from '../../kernel/index.ts'
import { type Frontier, hashOctets, rootOf } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { consentError } from '../errors.ts'
import { sequencedFrom } from '../store/tree-store.ts'
import type { TreeRow } from '../tables.ts'
import { chainBatch, type Leaves } from './chain-leaves.ts'
import { type LedgerFiles, openLedgerFiles } from './ledger-files.ts'
import { ledgerSigner, sha256 } from './signing-key.ts'

/** Leaves just placed, the tree's size before them, and the hashes of the tiles that they fill. */
export type Step = Leaves & { from: number; tiles: readonly Uint8Array[] }

export type Publisher = {
  /** Opened once; read again from disk after a failure. */
  open(accountId: AccountId): Promise<LedgerFiles>
  /** What is open already, without waiting. */
  held(accountId: AccountId): LedgerFiles | undefined
  publish(tx: Tx, accountId: AccountId, tree: TreeRow, step: Step | null): Promise<LedgerFiles>
}

export function createPublisher(deps: {
  dataFolder: string
  vault: Pick<Vault, 'accountSigningSeed'>
}): Publisher {
  const opened = new Map<AccountId, LedgerFiles>()
  const open = async (accountId: AccountId): Promise<LedgerFiles> => {
    const folder = join(deps.dataFolder, 'ledger', accountId)
    const files = opened.get(accountId) ?? (await openLedgerFiles(folder))
    opened.set(accountId, files)
    return files
  }
  return {
    open,
    held: (accountId) => opened.get(accountId),
    publish: async (tx, accountId, tree, step) => {
      try {
        const files = await open(accountId)
        refuseFork(files, tree)
        if (step !== null && files.size === step.from) {
          await files.extend(step.entries, step.hashes, step.tiles)
        } else if (files.size < tree.size) {
          await rewriteFrom(tx, accountId, files, tree.size)
        }
        if (files.published < tree.size) {
          const root = rootOf(sha256, frontierOf(tree))
          const signer = ledgerSigner(deps.vault.accountSigningSeed(accountId))
          const { origin, size } = tree
          await files.writeCheckpoint(signer.signCheckpoint({ origin, size, root }), size)
        }
        return files
      } catch (error) {
        opened.delete(accountId)
        throw error
      }
    },
  }
}

/** A database restored from an older backup must not sequence: its next leaf would be a fork. */
export function refuseFork(files: LedgerFiles, tree: TreeRow): void {
  if (files.published <= tree.size) return
  throw consentError('consent.ledger_ahead_of_database', {
    published: files.published,
    known: tree.size,
  })
}

export function frontierOf(tree: Pick<TreeRow, 'size' | 'frontier'>): Frontier {
  const hashes: Uint8Array[] = []
  for (let at = 0; at < tree.frontier.length; at += hashOctets) {
    hashes.push(tree.frontier.subarray(at, at + hashOctets))
  }
  return { size: tree.size, hashes }
}

/** Writes tiles again from the rows: after a crash, or when the folder was lost. */
async function rewriteFrom(
  tx: Tx,
  accountId: AccountId,
  files: LedgerFiles,
  size: number,
): Promise<void> {
  while (files.size < size) {
    const batches = await sequencedFrom(tx, accountId, files.size, 20)
    const [first] = batches
    if (first === undefined) throw new BugError('a sequenced tree has its batches')
    const into: Leaves = { entries: [], hashes: [] }
    for (const batch of batches) {
      const before = { seq: batch.first_seq, hash: batch.previous_hash, at: batch.previous_at }
      await chainBatch(tx, accountId, batch, { before, into })
    }
    // The first batch may begin before what the files hold already.
    const known = files.size - first.first_seq
    const end = Math.min(into.entries.length, size - first.first_seq)
    await files.extend(into.entries.slice(known, end), into.hashes.slice(known, end))
  }
}
