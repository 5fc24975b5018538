// Once a day, and when somebody asks: are the tables what the ledger, the chains and the mark say?
import type { AccountId, Caller, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { isSameMac, legalBasisMac, macOfRow } from '../store/guard-macs.ts'
import { chainCount } from '../store/guard-mark.ts'
import { deleteLegalBases } from '../store/legal-basis-store.ts'
import {
  bodilessLinks,
  countEntries,
  type Differences,
  nextLegalBases,
  nextStates,
  type Reconciliation,
  writeReconciliation,
} from '../store/reconcile-store.ts'
import { deleteStates, endStates, rewriteStates } from '../store/state-store.ts'
import { listWordings } from '../store/store.ts'
import { newChain } from '../store/suppression-chain.ts'
import { readChainRows } from '../store/suppression-log-store.ts'
import type { StateRow } from '../tables.ts'
import { checkTree, type TreeDeps } from './check-tree.ts'
import { rowOf, wordingFinder } from './fold-rows.ts'
import { seenNow, type UpkeepDeps } from './guard-upkeep.ts'
import { type Doubt, doubtfulLegalBases, doubtsAmong, peopleOf } from './ledger-truth.ts'
import { sha256 } from './signing-key.ts'

export type ReconcileDeps = UpkeepDeps &
  TreeDeps & { vault: UpkeepDeps['vault'] & Pick<Vault, 'linkToken'> }

/** All that they ever said is opened: more of them at once would keep requests waiting. */
const peopleAtOnce = 200

/** Of one chain. */
const logRowsMax = 1_000

/** In the order in which they are told. */
export const differenceKinds = [
  'suppression_missing',
  'suppression_unknown',
  'suppressions_incomplete',
  'state_false',
  'state_beyond_ledger',
  'legal_basis_beyond_ledger',
  'evidence_missing',
  'evidence_altered',
  'entries_altered',
  'entries_unplaced',
  'entries_set_aside',
  'ledger_behind',
  'wording_altered',
  'keys_rolled_back',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** `mends`: where a row says more than the ledger, it becomes what the ledger says. */
type Run = {
  deps: ReconcileDeps
  accountId: AccountId
  mends: boolean
  found: Differences
  people: number
}

const tell = (run: Run, kind: DifferenceKind, count = 1): void => {
  if (count > 0) run.found[kind] = (run.found[kind] ?? 0) + count
}

export async function reconcile(
  deps: ReconcileDeps,
  { accountId }: Pick<Caller, 'accountId'>,
  asked: { mends?: boolean; isStopping?: () => boolean; logRowsMax?: number } = {},
): Promise<Reconciliation> {
  const { clock, database, guard } = deps
  const beganAt = clock.now()
  const run: Run = { deps, accountId, mends: asked.mends === true, found: {}, people: 0 }
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => database.inAccount(accountId, work)
  const before = guard.mark(accountId)
  const chains = await inTx((tx) => guard.suppressions.look(tx, accountId))
  tell(run, 'suppressions_incomplete', chains.filter((one) => one.isBroken || !one.isWhole).length)
  for (let chain = 0; chain < chainCount; chain += 1) {
    await inTx((tx) => compareChain(run, tx, { chain, logRowsMax: asked.logRowsMax ?? logRowsMax }))
  }
  const orphans = await inTx((tx) => bodilessLinks(tx, accountId))
  let after: SubjectId | null = null
  do {
    const from: SubjectId | null = after
    after = await inTx((tx) => compareStates(run, tx, { after: from, orphans }))
  } while (after !== null && asked.isStopping?.() !== true)
  let afterBases: SubjectId | null = null
  do {
    const from: SubjectId | null = afterBases
    afterBases = await inTx((tx) => compareLegalBases(run, tx, from))
  } while (afterBases !== null && asked.isStopping?.() !== true)
  const tree = await checkTree(deps, accountId, before)
  for (const kind of tree.differences) tell(run, kind)
  await inTx((tx) => compareRest(run, tx, before.pages))
  const done = { beganAt, endedAt: clock.now(), people: run.people, entries: tree.entries }
  const result: Reconciliation = { ...done, differences: run.found }
  // Cut off, it says nothing of the rest: what was found last of all stands until the next night.
  const isWhole = after === null && afterBases === null
  if (isWhole) await inTx((tx) => writeReconciliation(tx, accountId, result))
  const count = Object.values(run.found).reduce((sum, one) => sum + one, 0)
  if (count > 0) guard.alarm({ accountId, kind: 'ledger_differs', count })
  if (run.mends && isWhole) await acceptMarks(run)
  return result
}

/** Rows and chains move while they are read: what is changed in this moment is no difference. */
async function compareChain(
  run: Run,
  tx: Tx,
  { chain, logRowsMax: rowsMax }: { chain: number; logRowsMax: number },
): Promise<void> {
  const { deps, accountId } = run
  const { suppressions } = deps.guard
  const missing = await suppressions.differences(tx, accountId, {
    chain,
    table: await readChainRows(tx, accountId, chain),
  })
  tell(run, 'suppression_missing', missing.lacking)
  // From before MACs nobody had written the chains.
  if (deps.guard.isSealed(accountId)) tell(run, 'suppression_unknown', missing.unknown)
  // A log that has grown long is read by each process as it begins: all of it becomes one row.
  const { isBroken, isWhole } = (await suppressions.look(tx, accountId))[chain] ?? newChain()
  const isTrue = isWhole && !isBroken && missing.lacking + missing.unknown === 0
  if (run.mends || (isTrue && missing.rows > rowsMax)) {
    await suppressions.snapshot(tx, accountId, chain)
  }
}

async function compareStates(
  run: Run,
  tx: Tx,
  { after, orphans }: { after: SubjectId | null; orphans: ReadonlySet<string> },
): Promise<SubjectId | null> {
  const { deps, accountId } = run
  const { guard, vault } = deps
  // First, so that what is ended meanwhile is read as ended.
  await guard.suppressions.look(tx, accountId)
  const rows = await nextStates(tx, accountId, { after, limit: peopleAtOnce, lock: run.mends })
  if (rows.length === 0) return null
  const macOf = macOfRow(guard.keyOf(accountId), accountId)
  type Row = (typeof rows)[number]
  const isPutBack = ({ state, subject_id, mac }: Row) =>
    state === 'given' &&
    mac !== null &&
    guard.suppressions.rowState(accountId, subject_id, mac) === 'ended'
  const isOurs = (row: Row) => row.mac !== null && isSameMac(row.mac, macOf(row)) && !isPutBack(row)
  const asked = rows.map((row) => ({ row, isOurs: isOurs(row) }))
  const isFalse = (one: (typeof asked)[number]) =>
    !one.isOurs && (one.row.mac !== null || guard.isSealed(accountId))
  tell(run, 'state_false', asked.filter(isFalse).length)
  const subjects = [...new Set(rows.map((row) => row.subject_id))]
  const people = await peopleOf(deps, tx, accountId, subjects)
  const doubts = await doubtsAmong(people, tx, accountId, asked)
  tell(run, 'state_beyond_ledger', doubts.length)
  tell(run, 'evidence_altered', people.altered())
  run.people += subjects.length
  if (orphans.size > 0) {
    // Links of the living: an entry of theirs has its body.
    for (const keys of (await vault.openSubjects(tx, accountId, subjects)).values()) {
      if (!hasKey(keys.proofKey)) continue
      if (orphans.has(vault.linkToken(keys).toString('hex'))) tell(run, 'evidence_missing')
    }
  }
  if (run.mends) {
    const doubted = new Set(doubts.map(({ row }) => row))
    const agreeing = asked.filter((one) => !one.isOurs && !doubted.has(one.row))
    const rest = agreeing.map(({ row }): StateRow & { mac: Buffer | null } =>
      // The proof of the no is gone, and the chains still say that there was one.
      isPutBack(row) ? { ...row, state: 'withdrawn', since: deps.clock.now() } : row,
    )
    await mendStates(run, tx, { doubts, agreeing: rest })
  }
  return rows.at(-1)?.subject_id ?? null
}

async function mendStates(
  { deps, accountId }: Run,
  tx: Tx,
  { doubts, agreeing }: { doubts: readonly Doubt[]; agreeing: readonly StateRow[] },
): Promise<void> {
  const wordingOf = doubts.length === 0 ? () => null : await wordingFinder(tx, accountId)
  const gone = doubts.flatMap(({ row, fold }) => (fold === null ? [row] : []))
  const told = doubts.flatMap(({ row, fold }) =>
    fold === null ? [] : [rowOf(row, fold, wordingOf(row, fold))],
  )
  endStates(
    deps.guard,
    tx,
    accountId,
    doubts.map(({ row }) => row),
  )
  await deleteStates(tx, accountId, gone)
  await rewriteStates(deps.guard, tx, accountId, [...told, ...agreeing])
}

async function compareLegalBases(
  run: Run,
  tx: Tx,
  after: SubjectId | null,
): Promise<SubjectId | null> {
  const { deps, accountId } = run
  const rows = await nextLegalBases(tx, accountId, { after, limit: peopleAtOnce })
  const key = deps.guard.keyOf(accountId)
  const doubted = new Set(await doubtfulLegalBases(deps, tx, accountId, rows))
  const isFalse = (row: (typeof rows)[number]) =>
    row.mac === null
      ? deps.guard.isSealed(accountId)
      : !isSameMac(row.mac, legalBasisMac(key, accountId, row))
  const wrong = rows.filter((row) => doubted.has(row) || isFalse(row))
  tell(run, 'legal_basis_beyond_ledger', wrong.length)
  if (run.mends) await deleteLegalBases(deps.guard, tx, accountId, wrong)
  return rows.at(-1)?.subject_id ?? null
}

async function compareRest(run: Run, tx: Tx, pages: number): Promise<void> {
  const { deps, accountId } = run
  tell(run, 'entries_set_aside', (await countEntries(tx, accountId)).aside)
  for (const { shownText, sha256: known, state } of await listWordings(tx, accountId)) {
    const isSame = Buffer.compare(sha256(Buffer.from(shownText, 'utf8')), known) === 0
    if (state !== 'draft' && !isSame) tell(run, 'wording_altered')
  }
  if ((await deps.vault.pageVersions(tx, accountId)) < pages) tell(run, 'keys_rolled_back')
}

/** An administrator has looked: from here on what stands is what is held against. */
async function acceptMarks({ deps, accountId }: Run): Promise<void> {
  const { database, guard } = deps
  const seen = await database.inAccount(accountId, (tx) => seenNow(deps, tx, accountId))
  guard.replaceMark(accountId, { ...guard.mark(accountId), ...seen })
}
