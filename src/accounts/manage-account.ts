// What whoever manages the installation does with an account: suspended, let go on,
// live or sandbox.
import type { AccountId, Caller } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type Account, accountFrom, accountNotFound } from './account.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import * as store from './store.ts'

/** A page of all accounts that somebody wishes to see, in the order of their numbers. */
export async function pageOfAccounts(
  deps: Pick<AccountsDeps, 'database'>,
  wish: store.AccountWish,
  page: { after: number; limit: number },
): Promise<{ items: Account[]; last: number | null }> {
  const { after, limit } = page
  const rows = await deps.database.inAnyAccount((tx) =>
    store.pageOfAccountsInAnyAccount(tx, wish, { after, limit: limit + 1 }),
  )
  const items = rows.slice(0, limit).map(accountFrom)
  return { items, last: rows.length > limit ? (items.at(-1)?.number ?? null) : null }
}

/** From this commit on nothing of it is accepted, and what waits is kept. Twice is once. */
export async function suspendAccount(
  deps: AccountsDeps,
  caller: Caller,
  accountId: AccountId,
  reason: string,
): Promise<Account> {
  return inAccount(deps, accountId, async (tx, account) => {
    const row = await store.setSuspended(tx, accountId, deps.clock.now())
    if (row === null) return account
    const inside = { ...caller, accountId }
    await deps.record(tx, inside, { action: 'accounts.account_suspended', details: {}, reason })
    return accountFrom(row)
  })
}

export async function resumeAccount(
  deps: AccountsDeps,
  caller: Caller,
  accountId: AccountId,
): Promise<Account> {
  return inAccount(deps, accountId, async (tx, account) => {
    const row = await store.setSuspended(tx, accountId, null)
    if (row === null) return account
    await deps.accountResumed(tx, accountId)
    const inside = { ...caller, accountId }
    await deps.record(tx, inside, { action: 'accounts.account_resumed', details: {} })
    return accountFrom(row)
  })
}

/**
 * What was tried is never taken for true: a sandbox that has people in it stays one. What waits was
 * accepted for the routes of one kind, so it leaves first.
 */
export async function changeKind(
  deps: AccountsDeps,
  caller: Caller,
  accountId: AccountId,
  kind: Account['kind'],
): Promise<Account> {
  return inAccount(deps, accountId, async (tx, account) => {
    if (account.kind === kind) return account
    const holds = await deps.accountHolds(tx, accountId)
    if (kind === 'live' && holds.people) throw sandboxHasPeople()
    if (holds.waiting) throw messagesWait()
    const row = await store.setKind(tx, accountId, kind)
    if (row === null) throw accountNotFound()
    const inside = { ...caller, accountId }
    await deps.record(tx, inside, { action: 'accounts.account_kind_changed', details: { kind } })
    return accountFrom(row)
  })
}

/** Locked until the end, so that two who change it at once do so one after the other. */
async function inAccount(
  deps: AccountsDeps,
  accountId: AccountId,
  act: (tx: Tx, account: Account) => Promise<Account>,
): Promise<Account> {
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await store.lockAccount(tx, accountId)
    if (row === null) throw accountNotFound()
    return act(tx, accountFrom(row))
  })
}

function sandboxHasPeople() {
  return accountsError(
    'accounts.sandbox_has_people',
    'People were recorded in this account while it was a sandbox, so it stays one.',
  )
}

function messagesWait() {
  return accountsError(
    'accounts.messages_wait',
    'Messages of this account still wait to leave. Let them leave or cancel them first.',
  )
}
