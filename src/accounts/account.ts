// The noun of the room: an account, the organisation that uses the platform; making and reading one.
import {
  type AccountId,
  type Caller,
  type Instant,
  type Language,
  rights,
} from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { ProgramPart } from '../words/index.ts'
import type { AccountRequest, AccountView } from './contract.ts'
import type { AccountsDeps } from './deps.ts'
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
}

/** Reads an account inside a transaction of that account. */
export async function accountOf(tx: Tx, accountId: AccountId): Promise<Account> {
  const row = await store.findAccount(tx, accountId)
  if (row === null) throw accountNotFound()
  return fromRow(row)
}

export async function readAccount(database: Database, accountId: AccountId): Promise<Account> {
  return database.inAccount(accountId, (tx) => accountOf(tx, accountId))
}

/** All accounts, in the order of their numbers: for the installation's own work. */
export async function accountsInAnyAccount(database: Database): Promise<Account[]> {
  return (await database.inAnyAccount(store.listAccountsInAnyAccount)).map(fromRow)
}

/** Work that must commit with the account: its first member. */
type Within = (tx: Tx, account: Account) => Promise<void>

/** Makes an account with its keys; its keys come first, so that no row is ever without them. */
export async function makeAccount(
  deps: AccountsDeps,
  request: AccountRequest,
  within: Within,
): Promise<Account> {
  demandZone(request.zone)
  const accountId = deps.makeId() as AccountId
  await deps.vault.createAccount(accountId)
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await store.insertAccount(tx, {
      account_id: accountId,
      name: request.name,
      kind: request.kind,
      country: request.country,
      zone: request.zone,
      language: request.language,
      created_at: deps.clock.now(),
    })
    const account = fromRow(row)
    await deps.accountMade(tx, account)
    await within(tx, account)
    return account
  })
}

/** A further account, whose first owner is the one who makes it. */
export async function createAccount(
  deps: AccountsDeps,
  caller: Caller,
  request: AccountRequest,
): Promise<Account> {
  const { by } = caller
  return makeAccount(deps, request, async (tx, account) => {
    if (by.kind === 'user') {
      await store.insertMembership(tx, {
        accountId: account.id,
        userId: by.userId,
        role: 'owner',
        at: deps.clock.now(),
      })
    }
    const inside = { ...caller, accountId: account.id }
    await deps.record(tx, inside, {
      action: 'accounts.account_created',
      details: { number: account.number, kind: account.kind },
    })
  })
}

export async function changeAccount(
  deps: AccountsDeps,
  caller: Caller,
  change: { name?: string | undefined; zone?: string | undefined; language?: Language | undefined },
): Promise<Account> {
  if (change.zone !== undefined) demandZone(change.zone)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const row = await store.updateAccount(tx, caller.accountId, {
      name: change.name ?? null,
      zone: change.zone ?? null,
      language: change.language ?? null,
    })
    if (row === null) throw accountNotFound()
    const changed = Object.keys(change).sort().join(',')
    await deps.record(tx, caller, { action: 'accounts.account_changed', details: { changed } })
    return fromRow(row)
  })
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
  return { ...account, createdAt: new Date(account.createdAt).toISOString() }
}

function fromRow(row: AccountRow): Account {
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
  }
}

function demandZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw accountsError(
      'accounts.zone_unknown',
      'This is no IANA time zone; write one such as Europe/Paris or Indian/Reunion.',
    )
  }
}

function accountNotFound() {
  return accountsError('accounts.account_not_found', 'There is no such account.')
}
