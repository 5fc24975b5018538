// Whether the nights are done: for the open points of an account, and for the self-check over all.
import type { AccountId, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type NightKind, nightKinds } from './contract.ts'
import { lateAfterMs } from './night.ts'
import { lastDoneInAnyAccount, lastRuns, type RunRow } from './store.ts'

type Asked = { at: Instant; createdAt: Instant }

/** Which kinds of data have no night that was done lately. A new account has had none yet. */
export function lateKinds(
  lastDone: ReadonlyMap<NightKind, Instant>,
  { at, createdAt }: Asked,
): NightKind[] {
  if (at - createdAt < lateAfterMs) return []
  return nightKinds.filter((kind) => at - (lastDone.get(kind) ?? 0) > lateAfterMs)
}

/** What a night that failed, or did not come, has not been applied to. */
export async function notApplied(tx: Tx, accountId: AccountId, asked: Asked): Promise<NightKind[]> {
  const runs = await lastRuns(tx, accountId)
  const failed = runs.filter(({ state }) => state === 'failed').map(({ kind }) => kind)
  const late = lateKinds(lastDoneOf(runs), asked)
  return nightKinds.filter((kind) => failed.includes(kind) || late.includes(kind))
}

const lastDoneOf = (runs: readonly RunRow[]) =>
  new Map(
    runs.flatMap(({ kind, state, endedAt }) =>
      state === 'done' && endedAt !== null ? [[kind, endedAt] as const] : [],
    ),
  )

/** How many of these accounts wait for a night longer than they should. */
export async function accountsNotApplied(
  tx: Tx,
  accounts: readonly { id: AccountId; createdAt: Instant }[],
  at: Instant,
): Promise<{ looked: number; late: number }> {
  const done = new Map<AccountId, Map<NightKind, Instant>>()
  for (const { accountId, kind, endedAt } of await lastDoneInAnyAccount(tx)) {
    const own = done.get(accountId) ?? new Map<NightKind, Instant>()
    done.set(accountId, own.set(kind, endedAt))
  }
  const old = accounts.filter(({ createdAt }) => at - createdAt >= lateAfterMs)
  const late = old.filter(
    ({ id, createdAt }) => lateKinds(done.get(id) ?? new Map(), { at, createdAt }).length > 0,
  )
  return { looked: old.length, late: late.length }
}
