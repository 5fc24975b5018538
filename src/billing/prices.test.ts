// What a part costs: precedence of prices, whole numbers,
// and accounts that do not see each other's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { priceOf, priceTable } from './prices.ts'
import { listPrices, readPrices } from './read-prices.ts'
import { setAccountPrice, setDefaultPrice } from './set-price.ts'

test('an account’s line comes first, then the installation’s, then the starting value', () => {
  const table = priceTable(
    [{ country: 'FR', micro_eur: 30_000 }],
    [
      { country: 'FR', micro_eur: 40_000 },
      { country: 'BE', micro_eur: 70_000 },
    ],
  )
  expect(priceOf(table, 'FR', 3)).toBe(90_000)
  expect(priceOf(table, 'BE', 1)).toBe(70_000)
  expect(priceOf(table, 'DE', 2)).toBe(190_000)
  expect(priceOf(table, 'FR', 0)).toBe(0)
  expect(priceOf(table, 'FR', 1_000_000)).toBe(30_000_000_000)
})

let base: TestDatabase
beforeAll(async () => {
  base = await testDatabase()
})
afterAll(() => base.close())

test('prices are set, taken away, and belong to one account', async () => {
  const one = '0193f6a0-0000-7000-8000-00000000000a' as AccountId
  const two = '0193f6a0-0000-7000-8000-00000000000b' as AccountId
  await base.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at)
       values ($1, 902, 'Chorale du Lac', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [two],
    ),
  )
  const actions: string[] = []
  const deps = {
    database: base.database,
    clock: testClock(),
    record: async (_tx: unknown, by: Caller, entry: { action: string }) => {
      actions.push(`${entry.action} ${by.accountId.slice(-1)}`)
    },
  }
  const caller: Caller = {
    accountId: one,
    by: { kind: 'system', what: 'test' },
    rights: new Set(),
    language: 'en',
    traceId: 't',
  }
  await setDefaultPrice(deps, caller, { country: 'FR', microEur: 40_000 })
  await setAccountPrice(deps, caller, two, { country: 'FR', microEur: 20_000 })
  const france = async (accountId: AccountId) =>
    (await listPrices(deps, accountId)).find(({ country }) => country === 'FR')
  expect(await france(one)).toEqual({ country: 'FR', microEur: 40_000, origin: 'installation' })
  expect(await france(two)).toEqual({ country: 'FR', microEur: 20_000, origin: 'account' })
  // A statement that names the other account still sees nothing of it.
  const stolen = await base.database.inAccount(one, (tx) => readPrices(tx, two))
  expect(stolen.get('FR')?.origin).toBe('installation')
  await setAccountPrice(deps, caller, two, { country: 'FR', microEur: null })
  expect((await france(two))?.origin).toBe('installation')
  await setDefaultPrice(deps, caller, { country: 'FR', microEur: null })
  expect((await france(one))?.origin).toBe('starting_value')
  expect(actions).toEqual([
    'billing.default_price_set a',
    'billing.price_set b',
    'billing.price_set b',
    'billing.default_price_set a',
  ])
})
