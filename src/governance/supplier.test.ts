// When data may go to a supplier: as a table, and on a real database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestId, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { art28Items, newContract } from './contract.ts'
import { addContract, addSupplier, endContract, listSuppliers } from './manage-suppliers.ts'
import {
  type Contract,
  type ContractId,
  contractStanding,
  missingItems,
  type SupplierId,
} from './supplier.ts'
import { validContract } from './valid-contract.ts'

const supplierId = 'supplier' as SupplierId
function contract(change: Partial<Contract> = {}): Contract {
  return {
    contractId: 'contract' as ContractId,
    supplierId,
    kind: 'processor',
    reference: 'DPA',
    validFrom: 100,
    validUntil: 200,
    art28Items: [...art28Items],
    transferInstrument: null,
    endedAt: null,
    ...change,
  }
}
const standing = (contracts: Contract[], at: number, country = 'FR') =>
  contractStanding({ supplierId, name: 'S', country, contracts }, at)

describe('the standing of a supplier', () => {
  test.each<[string, Contract[], number, string, number | null]>([
    ['no contract', [], 150, 'missing', null],
    ['not yet begun', [contract()], 99, 'missing', null],
    ['its first instant', [contract()], 100, 'valid', 200],
    ['its last instant', [contract()], 199, 'valid', 200],
    ['the instant it ends', [contract()], 200, 'expired', null],
    ['ended by hand', [contract({ endedAt: 120 })], 120, 'expired', null],
    ['without an end', [contract({ validUntil: null })], 1e12, 'valid', null],
    ['renewed', [contract(), contract({ validFrom: 150, validUntil: 300 })], 160, 'valid', 300],
    [
      'followed without a gap',
      [contract(), contract({ validFrom: 200, validUntil: 300 })],
      150,
      'valid',
      300,
    ],
    [
      'followed after a gap',
      [contract(), contract({ validFrom: 201, validUntil: 300 })],
      150,
      'valid',
      200,
    ],
    ['one article missing', [contract({ art28Items: [] })], 150, 'incomplete', null],
    ['the installation itself', [contract({ kind: 'own', art28Items: [] })], 150, 'valid', 200],
  ])('%s', (_why, contracts, at, state, until) => {
    expect(standing(contracts, at)).toEqual({ state, until })
  })

  test('outside the European Economic Area an instrument of transfer is needed', () => {
    expect(standing([contract()], 150, 'US').state).toBe('incomplete')
    expect(missingItems(contract(), { country: 'US' })).toEqual(['transfer_instrument'])
    const elsewhere = { country: 'FR', processingCountries: ['DE', 'US'] }
    expect(missingItems(contract(), elsewhere)).toEqual(['transfer_instrument'])
    const covered = contract({ transferInstrument: 'standard_clauses' })
    expect(standing([covered], 150, 'US').state).toBe('valid')
  })
})

let base: TestDatabase
beforeAll(async () => {
  base = await testDatabase()
})
afterAll(() => base.close())

test('suppliers and contracts are kept, ended, told and recorded', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const actions: string[] = []
  let told = 0
  const deps = {
    database: base.database,
    clock,
    makeId: makeTestId(clock),
    record: async (_tx: unknown, _caller: Caller, entry: { action: string }) => {
      actions.push(entry.action)
    },
    contractsChanged: async () => {
      told += 1
    },
  }
  const caller: Caller = {
    accountId: '0193f6a0-0000-7000-8000-00000000000a' as AccountId,
    by: { kind: 'system', what: 'test' },
    rights: new Set(),
    language: 'en',
    traceId: 't',
  }
  const { id } = await addSupplier(deps, caller, { name: 'Operator', country: 'FR' })
  const input = newContract.parse({
    reference: 'DPA',
    validFrom: '2026-01-01T00:00:00.000Z',
    art28Items: [...art28Items],
  })
  const swapped = { ...input, validUntil: '2025-01-01T00:00:00.000Z' }
  await expect(addContract(deps, caller, id, swapped)).rejects.toMatchObject({
    code: 'governance.contract_dates_swapped',
  })
  await expect(
    addContract(deps, caller, '0193f6a0-0000-7000-8000-0000000000ff', input),
  ).rejects.toMatchObject({ code: 'governance.supplier_not_found' })
  const added = await addContract(deps, caller, id, input)
  expect(added).toMatchObject({ standing: 'valid', contracts: [{ missing: [] }] })
  const contractId = added.contracts[0]?.id ?? ''
  expect(await endContract(deps, caller, id, contractId)).toMatchObject({ standing: 'expired' })
  await expect(endContract(deps, caller, id, contractId)).rejects.toMatchObject({
    code: 'governance.contract_not_found',
  })
  expect(await listSuppliers(deps)).toMatchObject([{ name: 'Operator', standing: 'expired' }])
  const ask = (at: number) =>
    base.database.inInstallation((tx) => validContract(tx, id as SupplierId, at))
  expect((await ask(clock.now())).state).toBe('expired')
  expect((await ask(clock.now() - 1)).state).toBe('valid')
  expect(told).toBe(2)
  expect(actions).toEqual([
    'governance.supplier_added',
    'governance.contract_added',
    'governance.contract_ended',
  ])
})
