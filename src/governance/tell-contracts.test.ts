// A contract that runs out is told of at 60, 30 and 7 days, unless another one follows it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, type TestClock, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { toldIn } from '../../test/support/told.ts'
import { instantOf, isoDateOf, wallTimeOf } from '../countries/index.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { art28Items, newContract } from './contract.ts'
import type { GovernanceDeps } from './deps.ts'
import { addContract, addSupplier, endContract } from './manage-suppliers.ts'
import { setBar } from './objection-store.ts'
import { tellEndingContracts, tellSupplierContracts } from './tell-contracts.ts'

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
  await db.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language,
         created_at)
       values ($1, 1001, 'Boutique Lumen', 'live', 'FR', 'Europe/Paris', 'fr', now())`,
      [caller.accountId],
    ),
  )
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

test('an account is told 30 and 7 days before, and once it has ended, of suppliers on its routes alone', async () => {
  const own = await addSupplier(deps, caller, { name: 'De mes routes SAS', country: 'FR' })
  const contract = await contractFor(own.id, 40)
  const other = await addSupplier(deps, caller, { name: 'Ailleurs SAS', country: 'FR' })
  await contractFor(other.id, 5)
  const carriersOf = async () => new Set([own.id])
  const tell = async () => {
    await tellSupplierContracts({ ...deps, carriersOf }, caller)
    await tellSupplierContracts({ ...deps, carriersOf }, caller)
    return (await toldIn(db))
      .filter(({ kind }) => kind === 'supplier_contract')
      .map(({ details }) => [details['name'], details['variant'], details['days']])
  }
  expect(await tell()).toEqual([])
  await clock.advance(11 * dayMs)
  const first = ['De mes routes SAS', 'ends', 29]
  expect(await tell()).toEqual([first])
  await clock.advance(23 * dayMs)
  const second = ['De mes routes SAS', 'ends', 6]
  expect(await tell()).toEqual([first, second])
  await clock.advance(3_600_000)
  await endContract(deps, caller, own.id, contract.contracts[0]?.id ?? '')
  const ended = ['De mes routes SAS', 'ended', undefined]
  expect(await tell()).toEqual([first, second, ended])
  await clock.advance(40 * dayMs)
  expect(await tell()).toEqual([first, second, ended])
})

test('the day of an end is that of the clock of the account, where it was typed', async () => {
  const typed = await addSupplier(deps, caller, { name: 'Minuit SAS', country: 'FR' })
  // The last day is the one that begins after ten days, in Paris.
  const { day } = wallTimeOf('Europe/Paris', clock.now() + 10 * dayMs)
  const end = instantOf('Europe/Paris', day, 0)
  await contractFor(typed.id, (end - clock.now()) / dayMs)
  await tellSupplierContracts({ ...deps, carriersOf: async () => new Set([typed.id]) }, caller)
  const notice = (await toldIn(db)).find(({ details }) => details['name'] === 'Minuit SAS')
  expect(notice?.details['day']).toBe(isoDateOf(day))
})

test('an account is told nothing of a supplier that it has barred', async () => {
  const barred = await addSupplier(deps, caller, { name: 'Écarté SAS', country: 'FR' })
  await contractFor(barred.id, 5)
  await db.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    const { rows } = await client.query<{ id: string }>(
      `insert into governance.subprocessor_change (change_id, supplier_id, kind, effective_at,
         announced_at)
       values (gen_random_uuid(), $1, 'added', now(), now()) returning change_id as id`,
      [barred.id],
    )
    const of = { supplierId: barred.id, changeId: rows[0]?.id ?? '' }
    await db.database.inAccount(caller.accountId, (tx) =>
      setBar(tx, caller.accountId, of, { from: clock.now() - dayMs }),
    )
  })
  await tellSupplierContracts({ ...deps, carriersOf: async () => new Set([barred.id]) }, caller)
  expect((await toldIn(db)).map(({ details }) => details['name'])).not.toContain('Écarté SAS')
})
