// Makes an account with its keys, and changes one.
import type { AccountId, Caller, Language } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type Account, accountFrom, accountNotFound } from './account.ts'
import type { AccountFacts } from './contract.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import * as store from './store.ts'

/** Work that must commit with the account: its first member. */
type Within = (tx: Tx, account: Account) => Promise<void>

/** Makes an account with its keys; its keys come first, so that no row is ever without them. */
export async function makeAccount(
  deps: AccountsDeps,
  request: AccountFacts,
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
    const account = accountFrom(row)
    await deps.accountMade(tx, account)
    await within(tx, account)
    return account
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
    return accountFrom(row)
  })
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
