// Gives committed entries their place in the tree, then writes tiles and a signed checkpoint.
//
// An entry is *recorded* when its transaction commits: it counts from then on. It is *sequenced*
// when its batch has a first_seq; from then on its leaf is fixed, since seq, pv and t follow from
// what stood before. It is *published* when a checkpoint on disk covers it. Tiles are written after
// the commit and are a pure function of committed rows: after a crash they are written again, and
// two writers write the same octets.
import { join } from 'node:path'
import { type AccountId, BugError, type Clock, type Instant } from '../kernel/index.ts'
import {
  appendLeaves,
  type Frontier,
  hashOctets,
  hashText,
  type LeafKind,
  leafHash,
  leafText,
  leafVersion,
  rootOf,
} from '../ledger/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { consentError } from './errors.ts'
import { type LedgerFiles, openLedgerFiles } from './ledger-files.ts'
import { ledgerSigner, sha256 } from './signing-key.ts'
import type { LeafRow, SequencedRow, TreeRow } from './tables.ts'
import {
  batchLeaves,
  insertTree,
  lockTree,
  moveToSequenced,
  readTree,
  sequencedFrom,
  updateTree,
  waitingBatches,
} from './tree-store.ts'

export type SequencerDeps = {
  database: Database
  clock: Clock
  vault: Pick<Vault, 'accountSigningSeed'>
  /** `ledger/<account>` lies in it. */
  dataFolder: string
  /** The first part of each ledger's origin line: the installation's name to auditors. */
  originHost: string
}

/** How many entries one transaction places: bounds memory and how long the tree's row is held. */
const entriesPerStep = 20_000

type Step = {
  entries: Buffer[]
  hashes: Buffer[]
  /** The tree before these entries. */
  from: number
}
type Chain = { seq: number; hash: Buffer | null; at: Instant }

export type Sequencer = {
  sequenceOnce(accountId: AccountId): Promise<{ sequenced: number; size: number }>
  /** The files, brought up to what the database has sequenced; null before the first entry. */
  filesOf(tx: Tx, accountId: AccountId): Promise<{ files: LedgerFiles; tree: TreeRow } | null>
}

export function createSequencer(deps: SequencerDeps): Sequencer {
  const open = new Map<AccountId, LedgerFiles>()
  const running = new Map<AccountId, Promise<unknown>>()

  /** One at a time in this process; the row lock keeps other processes out. */
  async function alone<T>(accountId: AccountId, work: () => Promise<T>): Promise<T> {
    const before = running.get(accountId)
    const turn = (async () => {
      await before?.catch(() => undefined)
      return work()
    })()
    running.set(accountId, turn)
    try {
      return await turn
    } finally {
      if (running.get(accountId) === turn) running.delete(accountId)
    }
  }

  async function openFiles(accountId: AccountId): Promise<LedgerFiles> {
    const files =
      open.get(accountId) ?? (await openLedgerFiles(join(deps.dataFolder, 'ledger', accountId)))
    open.set(accountId, files)
    return files
  }

  /** Brings the files to `tree.size`; a failure forgets what was held, so that disk is read again. */
  async function publish(
    tx: Tx,
    accountId: AccountId,
    tree: TreeRow,
    step: Step | null,
  ): Promise<LedgerFiles> {
    try {
      const files = await openFiles(accountId)
      if (files.published > tree.size) throw aheadOfDatabase(files, tree)
      if (step !== null && files.size === step.from) {
        await files.extend(step.entries, step.hashes)
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
      open.delete(accountId)
      throw error
    }
  }

  async function oneStep(accountId: AccountId): Promise<{ placed: number; tree: TreeRow | null }> {
    const files = await openFiles(accountId)
    const done = await deps.database.inAccount(accountId, async (tx) => {
      const tree = await lockTree(tx, accountId)
      if (tree === null) return null
      if (files.published > tree.size) throw aheadOfDatabase(files, tree)
      return placeWaiting(tx, accountId, tree)
    })
    if (done === null) return { placed: 0, tree: null }
    await deps.database.inAccount(accountId, (tx) => publish(tx, accountId, done.tree, done.step))
    return { placed: done.step?.entries.length ?? 0, tree: done.tree }
  }

  return {
    sequenceOnce: (accountId) =>
      alone(accountId, async () => {
        await ensureTree(deps, accountId)
        let sequenced = 0
        for (;;) {
          const { placed, tree } = await oneStep(accountId)
          sequenced += placed
          if (placed === 0) return { sequenced, size: tree?.size ?? 0 }
        }
      }),
    filesOf: async (tx, accountId) => {
      const known = await readTree(tx, accountId)
      if (known === null || known.size === 0) return null
      // Usually all is published, and a reader need not wait for the sequencer.
      const files = open.get(accountId)
      if (files !== undefined && files.published >= known.size) return { tree: known, files }
      return alone(accountId, async () => {
        const tree = (await readTree(tx, accountId)) ?? known
        return { tree, files: await publish(tx, accountId, tree, null) }
      })
    },
  }
}

function aheadOfDatabase(files: LedgerFiles, tree: TreeRow): Error {
  return consentError('consent.ledger_ahead_of_database', {
    published: files.published,
    known: tree.size,
  })
}

async function ensureTree(deps: SequencerDeps, accountId: AccountId): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    if ((await readTree(tx, accountId)) !== null) return
    const signer = ledgerSigner(deps.vault.accountSigningSeed(accountId))
    await insertTree(tx, accountId, {
      origin: `${deps.originHost}/ledger/${accountId}`,
      last_at: 0,
      public_key: signer.publicKey,
    })
  })
}

export function frontierOf(tree: Pick<TreeRow, 'size' | 'frontier'>): Frontier {
  const hashes: Uint8Array[] = []
  for (let at = 0; at < tree.frontier.length; at += hashOctets) {
    hashes.push(tree.frontier.subarray(at, at + hashOctets))
  }
  return { size: tree.size, hashes }
}

async function placeWaiting(
  tx: Tx,
  accountId: AccountId,
  tree: TreeRow,
): Promise<{ tree: TreeRow; step: Step | null }> {
  const batches = await waitingBatches(tx, accountId, entriesPerStep)
  if (batches.length === 0) return { tree, step: null }
  const step: Step = { entries: [], hashes: [], from: tree.size }
  const sequenced: SequencedRow[] = []
  let chain: Chain = { seq: tree.size, hash: tree.last_hash, at: tree.last_at }
  for (const batch of batches) {
    sequenced.push({
      first_seq: chain.seq,
      batch_id: batch.batch_id,
      entries: batch.entries,
      previous_hash: chain.hash,
      previous_at: chain.at,
    })
    chain = await chainBatch(tx, accountId, batch, chain, step)
  }
  const grown = appendLeaves(sha256, frontierOf(tree), step.hashes)
  const after: TreeRow = {
    ...tree,
    size: grown.size,
    frontier: Buffer.concat(grown.hashes),
    last_hash: chain.hash,
    last_at: chain.at,
  }
  await updateTree(tx, accountId, after)
  await moveToSequenced(tx, accountId, { ords: batches.map((batch) => batch.ord), sequenced })
  return { tree: after, step }
}

/** Adds a batch's leaves to the step; each names the hash of the leaf before it. */
async function chainBatch(
  tx: Tx,
  accountId: AccountId,
  batch: { batch_id: string; entries: number },
  before: Chain,
  step: Pick<Step, 'entries' | 'hashes'>,
): Promise<Chain> {
  const rows = await batchLeaves(tx, accountId, batch)
  if (rows.length !== batch.entries) {
    throw consentError('consent.ledger_damaged', { batch: batch.batch_id })
  }
  let chain = before
  for (const row of rows) {
    const { entry, hash, at } = leafOf(row, chain)
    step.entries.push(entry)
    step.hashes.push(hash)
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
      pv: chain.hash === null ? '' : hashText(chain.hash),
    }),
    'latin1',
  )
  return { entry, hash: leafHash(sha256, entry) as Buffer, at }
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
    const step = { entries: [] as Buffer[], hashes: [] as Buffer[] }
    for (const batch of batches) {
      const chain = { seq: batch.first_seq, hash: batch.previous_hash, at: batch.previous_at }
      await chainBatch(tx, accountId, batch, chain, step)
    }
    // The first batch may begin before what the files hold already.
    const known = files.size - first.first_seq
    const end = Math.min(step.entries.length, size - first.first_seq)
    await files.extend(step.entries.slice(known, end), step.hashes.slice(known, end))
  }
}
