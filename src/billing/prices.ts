// What a part costs in a country, and what a message of several parts does.

export type PriceOrigin = 'account' | 'installation' | 'starting_value'

/** By country, or '*' for every country without a line of its own. */
export type PriceTable = ReadonlyMap<string, { microEur: number; origin: PriceOrigin }>

/** A part, until the installation has set its own: prices of public lists in autumn 2026. */
export const startingPrices: ReadonlyMap<string, number> = new Map([
  ['FR', 45_000],
  ['*', 95_000],
])

/**
 * The price of so many parts, in millionths of a euro. Integers all the way: nothing is rounded.
 */
export function priceOf(prices: PriceTable, country: string, parts: number): number {
  const line = prices.get(country) ?? prices.get('*')
  return (line?.microEur ?? 0) * parts
}

export type PriceRow = { country: string; micro_eur: number }

/** An account's own line stands before the installation's, and a country's before '*'. */
export function priceTable(own: readonly PriceRow[], defaults: readonly PriceRow[]): PriceTable {
  const table = new Map<string, { microEur: number; origin: PriceOrigin }>()
  for (const [country, microEur] of startingPrices) {
    table.set(country, { microEur, origin: 'starting_value' })
  }
  for (const { country, micro_eur } of defaults) {
    table.set(country, { microEur: micro_eur, origin: 'installation' })
  }
  for (const { country, micro_eur } of own) {
    table.set(country, { microEur: micro_eur, origin: 'account' })
  }
  return table
}
