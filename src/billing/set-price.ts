// Sets what a part costs: for all accounts, or for one.
import { accountOf } from '../accounts/index.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import type { PriceLine } from './contract.ts'
import type { BillingDeps } from './deps.ts'
import { listPrices } from './read-prices.ts'
import { writeDefaultPrice, writeOwnPrice } from './store.ts'

export type PriceChange = { country: string; microEur: number | null }

export async function setDefaultPrice(
  deps: BillingDeps,
  caller: Caller,
  change: PriceChange,
): Promise<PriceLine[]> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await writeDefaultPrice(tx, change.country, change.microEur, deps.clock.now())
    await deps.record(tx, caller, { action: 'billing.default_price_set', details: told(change) })
  })
  return listPrices(deps, caller.accountId)
}

/** The record goes into the log of the account whose price it is. */
export async function setAccountPrice(
  deps: BillingDeps,
  caller: Caller,
  accountId: AccountId,
  change: PriceChange,
): Promise<PriceLine[]> {
  await deps.database.inAccount(accountId, async (tx) => {
    await accountOf(tx, accountId)
    await writeOwnPrice(tx, { accountId, ...change, at: deps.clock.now() })
    const inAccount = { ...caller, accountId }
    await deps.record(tx, inAccount, { action: 'billing.price_set', details: told(change) })
  })
  return listPrices(deps, accountId)
}

function told({ country, microEur }: PriceChange): Record<string, string | number> {
  return { country, price_micro_eur: microEur ?? 'taken_away' }
}
