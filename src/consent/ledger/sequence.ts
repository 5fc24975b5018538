// Gives committed entries their place in the tree, then writes tiles and a signed checkpoint.
//
// An entry is *recorded* when its transaction commits: it counts from then on. It is *sequenced*
// when its batch has a first_seq; from then on its leaf is fixed, since seq, pv and t follow from
// what stood before. It is *published* when a checkpoint on disk covers it. Tiles are written after
// the commit and are a pure function of committed rows: after a crash they are written again, and
// two writers write the same octets.
import type { AccountId, Clock } from '../../kernel/index.ts'
import { growTree } from '../../ledger/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Guard } from '../store/guard.ts'
import { batchKey, isSameMac } from '../store/guard-macs.ts'
import {
  firstSeqsOf,
  insertTree,
  lockTree,
  moveToSequenced,
  readTree,
  setAsideBatches,
  updateTree,
  type WhyAside,
  waitingBatches,
} from '../store/tree-store.ts'
import type { BatchRow, SequencedRow, TreeRow } from '../tables.ts'
import { type BatchRead, type Chain, chainRead, octetsOf, readBatch } from './chain-leaves.ts'
import type { LedgerFiles } from './ledger-files.ts'
import {
  createPublisher,
  frontierOf,
  type Publisher,
  refuseFork,
  type Step,
} from './publish-ledger.ts'
import { ledgerSigner, sha256 } from './signing-key.ts'

export type SequencerDeps = {
  database: Database
  vault: Pick<Vault, 'accountSigningSeed'>
  guard: Pick<Guard, 'keyOf' | 'isSealed' | 'alarm'>
  clock: Clock
  /** `ledger/<account>` lies in it. */
  dataFolder: string
  /** The first part of each ledger's origin line: the installation's name to auditors. */
  originHost: string
}

/** How many entries one transaction places: bounds memory and how long the tree's row is held. */
const entriesPerStep = 20_000

export type Sequencer = {
  sequenceOnce(accountId: AccountId): Promise<{ sequenced: number; size: number }>
  /** The files, brought up to what the database has sequenced; null before the first entry. */
  filesOf(tx: Tx, accountId: AccountId): Promise<{ files: LedgerFiles; tree: TreeRow } | null>
}

export function createSequencer(deps: SequencerDeps): Sequencer {
  const publisher = createPublisher(deps)
  const alone = oneAtATime()
  return {
    sequenceOnce: (accountId) =>
      alone(accountId, async () => {
        await ensureTree(deps, accountId)
        let sequenced = 0
        for (;;) {
          const { placed, looked, size } = await oneStep(deps, publisher, accountId)
          sequenced += placed
          if (looked === 0) return { sequenced, size }
        }
      }),
    filesOf: async (tx, accountId) => {
      const known = await readTree(tx, accountId)
      if (known === null || known.size === 0) return null
      // Usually all is published, and a reader need not wait for the sequencer.
      const files = publisher.held(accountId)
      if (files !== undefined && files.published >= known.size) return { tree: known, files }
      return alone(accountId, async () => {
        const tree = (await readTree(tx, accountId)) ?? known
        return { tree, files: await publisher.publish(tx, accountId, tree, null) }
      })
    },
  }
}

/** One at a time for each account in this process; the tree's row keeps other processes out. */
function oneAtATime(): <T>(accountId: AccountId, work: () => Promise<T>) => Promise<T> {
  const running = new Map<AccountId, Promise<unknown>>()
  return async (accountId, work) => {
    const before = running.get(accountId)
    const turn = (async () => {
      // Whoever ran before has told its own caller of its failure.
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
}

async function oneStep(
  deps: SequencerDeps,
  publisher: Publisher,
  accountId: AccountId,
): Promise<{ placed: number; looked: number; size: number }> {
  const { database } = deps
  const files = await publisher.open(accountId)
  const done = await database.inAccount(accountId, async (tx) => {
    const tree = await lockTree(tx, accountId)
    if (tree === null) return null
    refuseFork(files, tree)
    return placeWaiting(deps, tx, accountId, tree)
  })
  // Another process is at it.
  if (done === null) return { placed: 0, looked: 0, size: files.published }
  const { tree, step } = done
  await database.inAccount(accountId, (tx) => publisher.publish(tx, accountId, tree, step))
  if (done.aside > 0) {
    deps.guard.alarm({ accountId, kind: 'entries_set_aside', count: done.aside })
  }
  const placed = step?.entries.length ?? 0
  return { placed, looked: placed + done.aside, size: tree.size }
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

type Placed = { tree: TreeRow; step: Step | null; aside: number }

async function placeWaiting(
  deps: SequencerDeps,
  tx: Tx,
  accountId: AccountId,
  tree: TreeRow,
): Promise<Placed> {
  const waiting = await waitingBatches(tx, accountId, entriesPerStep)
  if (waiting.length === 0) return { tree, step: null, aside: 0 }
  const step: Step = { entries: [], hashes: [], from: tree.size, tiles: [] }
  const sequenced: SequencedRow[] = []
  const ords: number[] = []
  const aside: (BatchRow & { why: WhyAside })[] = []
  const placed = new Set(await placedAlready(tx, accountId, waiting))
  const key = batchKey(deps.guard.keyOf(accountId), accountId)
  let chain: Chain = { seq: tree.size, hash: tree.last_hash, at: tree.last_at }
  for (const batch of waiting) {
    const { batch_id, entries, ord } = batch
    const read = placed.has(batch_id) ? null : await readBatch(tx, accountId, batch)
    const isOurs = read !== null && holds(deps, accountId, { batch, read, key })
    if (!isOurs) {
      aside.push({ ...batch, why: placed.has(batch_id) ? 'placed_already' : 'false_mac' })
      continue
    }
    placed.add(batch_id)
    ords.push(ord)
    const { seq: first_seq, hash: previous_hash, at: previous_at } = chain
    sequenced.push({ first_seq, batch_id, entries, previous_hash, previous_at })
    chain = chainRead(read, { before: chain, into: step })
  }
  await setAsideBatches(tx, accountId, { batches: aside, at: deps.clock.now() })
  const count = aside.reduce((sum, { entries }) => sum + entries, 0)
  if (sequenced.length === 0) return { tree, step: null, aside: count }
  const { grown, tiles } = growTree(sha256, frontierOf(tree), step.hashes)
  step.tiles = tiles
  const after: TreeRow = {
    ...tree,
    size: grown.size,
    frontier: Buffer.concat(grown.hashes),
    last_hash: chain.hash,
    last_at: chain.at,
  }
  await updateTree(tx, accountId, after)
  await moveToSequenced(tx, accountId, { ords, sequenced })
  return { tree: after, step, aside: count }
}

/** A batch that is queued again by hand would stand in the tree twice. */
async function placedAlready(
  tx: Tx,
  accountId: AccountId,
  waiting: readonly BatchRow[],
): Promise<Iterable<string>> {
  const ids = waiting.map(({ batch_id }) => batch_id)
  return (await firstSeqsOf(tx, accountId, ids)).keys()
}

/** Written by a process that holds the keys, and not changed since. */
function holds(
  { guard }: SequencerDeps,
  accountId: AccountId,
  { batch, read, key }: { batch: BatchRow; read: BatchRead; key: Uint8Array },
): boolean {
  if (batch.mac === null) return !guard.isSealed(accountId)
  const octets = octetsOf(read)
  return octets !== null && isSameMac(batch.mac, octets.mac(key, batch.batch_id))
}
