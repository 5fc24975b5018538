// Keeps the mark beside the keys: vouches once for rows from before MACs,
// then raises it as it grows.
import type { AccountId, Clock, SubjectId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Guard } from '../store/guard.ts'
import { legalBasisMac } from '../store/guard-macs.ts'
import { chainCount, type GuardMark } from '../store/guard-mark.ts'
import {
  hasUnmarkedBatches,
  markLegalBasis,
  nextLegalBases,
  nextStates,
} from '../store/reconcile-store.ts'
import { rewriteStates } from '../store/state-store.ts'
import { readTree } from '../store/tree-store.ts'
import { doubtfulLegalBases, doubtsAmong, peopleOf, type TruthDeps } from './ledger-truth.ts'

export type UpkeepDeps = TruthDeps & {
  database: Database
  clock: Clock
  guard: Guard
  vault: TruthDeps['vault'] & Pick<Vault, 'pageVersions'>
}

/** Each is opened: more of them at once would keep requests waiting. */
const peopleAtOnce = 200

/**
 * Rows from before MACs are held against the ledger, some hundreds at a time beside everything
 * else, and get theirs where they agree. Until all are through, one without a MAC counts as it
 * always did; from the mark on it is false. False: it is not done, batches from before still wait.
 */
export async function vouch(
  deps: UpkeepDeps,
  accountId: AccountId,
  isStopping: () => boolean = () => false,
): Promise<boolean> {
  const { database, guard, clock } = deps
  if (guard.isSealed(accountId)) return true
  if (await database.inAccount(accountId, (tx) => hasUnmarkedBatches(tx, accountId))) return false
  let doubtful = 0
  for (const vouchForSome of [vouchForPage, vouchForLegalBases]) {
    let after: SubjectId | null = null
    do {
      if (isStopping()) return false
      const from: SubjectId | null = after
      const page: Page = await database.inAccount(accountId, (tx) =>
        vouchForSome(deps, tx, accountId, from),
      )
      doubtful += page.doubtful
      after = page.last
    } while (after !== null)
  }
  for (let chain = 0; chain < chainCount; chain += 1) {
    await database.inAccount(accountId, (tx) => guard.suppressions.snapshot(tx, accountId, chain))
  }
  const seen = await database.inAccount(accountId, (tx) => seenNow(deps, tx, accountId))
  guard.raiseMark(accountId, { ...seen, sealedAt: clock.now() })
  if (doubtful > 0) guard.alarm({ accountId, kind: 'ledger_differs', count: doubtful })
  return true
}

type Page = { doubtful: number; last: SubjectId | null }

async function vouchForPage(
  deps: UpkeepDeps,
  tx: Tx,
  accountId: AccountId,
  after: SubjectId | null,
): Promise<Page> {
  const rows = await nextStates(tx, accountId, { after, limit: peopleAtOnce, lock: true })
  const unmarked = rows.filter(({ mac }) => mac === null)
  const asked = unmarked.map((row) => ({ row, isOurs: false }))
  const subjects = [...new Set(unmarked.map((row) => row.subject_id))]
  const people = await peopleOf(deps, tx, accountId, subjects)
  const doubts = new Set((await doubtsAmong(people, tx, accountId, asked)).map(({ row }) => row))
  const agreeing = unmarked.filter((row) => !doubts.has(row))
  await rewriteStates(deps.guard, tx, accountId, agreeing)
  return { doubtful: doubts.size, last: rows.at(-1)?.subject_id ?? null }
}

async function vouchForLegalBases(
  deps: UpkeepDeps,
  tx: Tx,
  accountId: AccountId,
  after: SubjectId | null,
): Promise<Page> {
  const rows = await nextLegalBases(tx, accountId, { after, limit: peopleAtOnce })
  const unmarked = rows.filter(({ mac }) => mac === null)
  const doubts = new Set(await doubtfulLegalBases(deps, tx, accountId, unmarked))
  const key = deps.guard.keyOf(accountId)
  for (const row of unmarked) {
    if (!doubts.has(row))
      await markLegalBasis(tx, accountId, row, legalBasisMac(key, accountId, row))
  }
  return { doubtful: doubts.size, last: rows.at(-1)?.subject_id ?? null }
}

/** How far everything has come that only grows. */
export async function seenNow(
  { guard, vault }: UpkeepDeps,
  tx: Tx,
  accountId: AccountId,
): Promise<Pick<GuardMark, 'chains' | 'treeSize' | 'pages'>> {
  const chains = await guard.suppressions.look(tx, accountId)
  const tree = await readTree(tx, accountId)
  return {
    chains: chains.map(({ seq }) => seq),
    treeSize: tree?.size ?? 0,
    pages: await vault.pageVersions(tx, accountId),
  }
}

/** Vouches where that is still to be done, and raises the mark. */
export async function watchAccount(
  deps: UpkeepDeps,
  accountId: AccountId,
  isStopping: () => boolean = () => false,
): Promise<void> {
  if (!deps.guard.isSealed(accountId) && !(await vouch(deps, accountId, isStopping))) return
  const seen = await deps.database.inAccount(accountId, (tx) => seenNow(deps, tx, accountId))
  deps.guard.raiseMark(accountId, seen)
}
