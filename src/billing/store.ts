// The SQL of prices.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { PriceRow } from './prices.ts'

/** Both lists in one statement, since every group of messages asks for them. */
export async function readPriceRows(
  tx: Tx,
  accountId: AccountId,
): Promise<{ own: PriceRow[]; defaults: PriceRow[] }> {
  const text = `
select country, micro_eur, true as "isOwn" from billing.price where account_id = $1
union all
select country, micro_eur, false from billing.default_price
order by country`
  const statement = { name: 'billing_prices', text }
  const { rows } = await tx.query<PriceRow & { isOwn: boolean }>(statement, [accountId])
  return { own: rows.filter((row) => row.isOwn), defaults: rows.filter((row) => !row.isOwn) }
}

export async function writeDefaultPrice(
  tx: Tx,
  country: string,
  microEur: number | null,
  at: Instant,
): Promise<void> {
  if (microEur === null) {
    await tx.query('delete from billing.default_price where country = $1', [country])
    return
  }
  await tx.query(
    `insert into billing.default_price (country, micro_eur, changed_at) values ($1, $2, $3)
     on conflict (country) do update set micro_eur = $2, changed_at = $3`,
    [country, microEur, toTimestamp(at)],
  )
}

type OwnPrice = { accountId: AccountId; country: string; microEur: number | null; at: Instant }

export async function writeOwnPrice(tx: Tx, { accountId, country, microEur, at }: OwnPrice) {
  if (microEur === null) {
    await tx.query('delete from billing.price where account_id = $1 and country = $2', [
      accountId,
      country,
    ])
    return
  }
  await tx.query(
    `insert into billing.price (account_id, country, micro_eur, changed_at)
     values ($1, $2, $3, $4)
     on conflict (account_id, country) do update set micro_eur = $3, changed_at = $4`,
    [accountId, country, microEur, toTimestamp(at)],
  )
}
