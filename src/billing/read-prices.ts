// Reads the prices that count for an account.
import type { AccountId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { PriceLine } from './contract.ts'
import { type PriceTable, priceTable } from './prices.ts'
import { readPriceRows } from './store.ts'

/** Within a transaction of the account: its own lines over the installation's. */
export async function readPrices(tx: Tx, accountId: AccountId): Promise<PriceTable> {
  const { own, defaults } = await readPriceRows(tx, accountId)
  return priceTable(own, defaults)
}

/** Of the installation, whatever the account that asks has of its own. */
export async function listDefaultPrices(
  deps: { database: Database },
  accountId: AccountId,
): Promise<PriceLine[]> {
  const { defaults } = await deps.database.inAccount(accountId, (tx) =>
    readPriceRows(tx, accountId),
  )
  return [...priceTable([], defaults)].map(([country, line]) => ({ country, ...line }))
}

export async function listPrices(
  deps: { database: Database },
  accountId: AccountId,
): Promise<PriceLine[]> {
  const table = await deps.database.inAccount(accountId, (tx) => readPrices(tx, accountId))
  return [...table].map(([country, line]) => ({ country, ...line }))
}
