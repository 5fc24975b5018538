// A contract that runs out is told of at 60, 30 and 7 days, unless another one follows it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, type TestClock, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { toldIn } from '../../test/support/told.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { art28Items, newContract } from './contract.ts'
import type { GovernanceDeps } from './deps.ts'
import { addContract, addSupplier } from './manage-suppliers.ts'
import { tellEndingContracts } from './tell-contracts.ts'

const dayMs = 86_400_000
let db: TestDatabase
let clock: TestClock
let deps: GovernanceDeps
let caller: Caller
beforeAll(async () => {
  db = await testDatabase()
  clock = testClock()
  const makeId = makeTestId()
  deps = { database: db.database, clock, makeId, record: async () => undefined }
  caller = {
    ...{ accountId: makeId() as AccountId, by: { kind: 'system', what: 'test' } },
    ...{ rights: new Set(), language: 'fr', traceId: '' },
  }
})
afterAll(() => db.close())

const contractFor = (supplierId: string, days: number) =>
  addContract(
    deps,
    caller,
    supplierId,
    newContract.parse({
      reference: 'DPA-1',
      validFrom: new Date(clock.now() - dayMs).toISOString(),
      validUntil: new Date(clock.now() + days * dayMs).toISOString(),
      art28Items: [...art28Items],
    }),
  )
const look = async () => {
  await tellEndingContracts(deps)
  await tellEndingContracts(deps)
}
const told = async () =>
  (await toldIn(db))
    .filter(({ details }) => details['name'] === 'Opérateur Exemple SAS')
    .map(({ details }) => details['days'])

test('each mark once, none for a supplier with a further contract', async () => {
  const ending = await addSupplier(deps, caller, { name: 'Opérateur Exemple SAS', country: 'FR' })
  await contractFor(ending.id, 61)
  const followed = await addSupplier(deps, caller, { name: 'Autre Exemple SAS', country: 'FR' })
  await contractFor(followed.id, 20)
  await contractFor(followed.id, 400)
  await look()
  expect(await told()).toEqual([])
  for (const days of [1, 10, 25, 20]) {
    await clock.advance(days * dayMs)
    await look()
  }
  expect(await told()).toEqual([60, 25, 5])
  await clock.advance(6 * dayMs)
  await look()
  expect(await told()).toEqual([60, 25, 5])
  expect((await toldIn(db)).map(({ details }) => details['name'])).not.toContain(
    'Autre Exemple SAS',
  )
})
