// The noun of the room: an account, the organisation that uses the platform; reading one.
import {
  type AccountId,
  type Caller,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Language,
  rights,
} from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { ProgramPart } from '../words/index.ts'
import type { AccountView } from './contract.ts'
import { accountsError } from './errors.ts'
import * as store from './store.ts'
import type { AccountRow } from './tables.ts'

export type Account = {
  id: AccountId
  /** Public, below 2^31: other platforms' clients want a number. */
  number: number
  name: string
  /** A sandbox account accepts numbers of the fiction ranges. */
  kind: 'live' | 'sandbox'
  /** ISO 3166-1 alpha-2. */
  country: string
  /** IANA zone. */
  zone: string
  language: Language
  createdAt: Instant
  /** By how much the clock that the hours of marketing are judged by is ahead; else 0. */
  sandboxAheadMs: number
  /** Since when nothing of it is accepted or leaves; null: it sends. */
  suspendedAt: Instant | null
  /** When it is deleted, and that nothing leaves until then; null: it is not to be. */
  deletionDueAt: Instant | null
}

/** Reads an account inside a transaction of that account. */
export async function accountOf(tx: Tx, accountId: AccountId): Promise<Account> {
  const row = await store.findAccount(tx, accountId)
  if (row === null) throw accountNotFound()
  return accountFrom(row)
}

export async function readAccount(database: Database, accountId: AccountId): Promise<Account> {
  return database.inAccount(accountId, (tx) => accountOf(tx, accountId))
}

/** All accounts, in the order of their numbers: for the installation's own work. */
export async function accountsInAnyAccount(database: Database): Promise<Account[]> {
  return (await database.inAnyAccount(store.listAccountsInAnyAccount)).map(accountFrom)
}

/** Names of accounts by their ids: for what the installation reads over all of them. */
export async function accountNamesInAnyAccount(
  tx: Tx,
  ids: readonly AccountId[],
): Promise<Map<AccountId, { number: number; name: string }>> {
  const rows = await store.accountNamesInAnyAccount(tx, ids)
  return new Map(rows.map(({ account_id, number, name }) => [account_id, { number, name }]))
}

/** The program itself at work for an account: jobs, the engine, commands on the machine. */
export function systemCaller(account: Account, what: ProgramPart, traceId: string): Caller {
  return {
    accountId: account.id,
    by: { kind: 'system', what },
    rights: new Set(rights),
    language: account.language,
    traceId,
  }
}

export function accountView(account: Account): AccountView {
  return {
    ...account,
    createdAt: isoTime(account.createdAt),
    suspendedAt: isoTimeOrNull(account.suspendedAt),
    deletionDueAt: isoTimeOrNull(account.deletionDueAt),
  }
}

export function accountFrom(row: AccountRow): Account {
  return {
    id: row.account_id,
    number: row.number,
    name: row.name,
    kind: row.kind,
    country: row.country,
    zone: row.zone,
    language: row.language,
    createdAt: row.created_at,
    sandboxAheadMs: row.sandbox_ahead_ms,
    suspendedAt: row.suspended_at,
    deletionDueAt: row.deletion_due_at,
  }
}

export function accountNotFound() {
  return accountsError('accounts.account_not_found', 'There is no such account.')
}
