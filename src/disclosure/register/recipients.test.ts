// Where data leaves the European Economic Area, whoever takes it there.
import { expect, test } from 'vitest'
import type { InstallationFacts, SupplierInUse } from '../facts/installation-facts.ts'
import { transfersOf } from './recipients.ts'

const at = Date.parse('2026-11-30T12:00:00Z')
const day = (text: string) => `${text}T00:00:00.000Z`
const clauses = 'standard contractual clauses'

function supplierIn(
  country: string,
  more: Partial<SupplierInUse>,
  transferInstrument: 'standard_clauses' | 'adequacy' | null = 'standard_clauses',
): SupplierInUse {
  const contract = { validFrom: day('2026-01-01'), validUntil: null, endedAt: null, missing: [] }
  return {
    ...{ name: 'Acme', country, standing: 'valid', processingCountries: [], subprocessors: [] },
    contracts: [{ ...contract, kind: 'processor', transferInstrument }],
    ...more,
  } as unknown as SupplierInUse
}

const helper = (name: string, country: string, since: string, until: string | null = null) =>
  ({ name, country, since: day(since), until: until === null ? null : day(until) }) as never

const transfers = (supplier: SupplierInUse, operator: object = {}) => {
  const host = { hostName: null, hostCountry: null, ...operator }
  const facts = { suppliers: [supplier], operator: host, at } as unknown as InstallationFacts
  return transfersOf(facts, 'en').map(({ recipient, country, guarantee, origin }) =>
    [recipient, country, guarantee, origin].join(' | '),
  )
}

test.each([
  ['all inside', supplierIn('FR', { processingCountries: ['DE'] }), []],
  ['its own country', supplierIn('US', {}), [`Acme | United States | ${clauses} | measured`]],
  [
    'where else it processes',
    supplierIn('FR', { processingCountries: ['DE', 'IN', 'US'] }),
    [`Acme | India and United States | ${clauses} | measured`],
  ],
  [
    'a sub-processor, by now',
    supplierIn('FR', {
      subprocessors: [
        helper('Host', 'US', '2026-06-01'),
        helper('Inside', 'DE', '2026-06-01'),
        helper('Announced', 'US', '2027-01-01'),
        helper('Gone', 'US', '2025-01-01', '2026-06-01'),
      ],
    }),
    [`Host, sub-processor of Acme | United States | ${clauses} | measured`],
  ],
  [
    'on a decision of adequacy, which is of its own country alone',
    supplierIn(
      'GB',
      { processingCountries: ['IN'], subprocessors: [helper('Host', 'US', '2026-06-01')] },
      'adequacy',
    ),
    [
      'Acme | United Kingdom | adequacy decision | measured',
      'Acme | India |  | missing',
      'Host, sub-processor of Acme | United States |  | missing',
    ],
  ],
  [
    'on nothing',
    supplierIn('FR', { processingCountries: ['US'] }, null),
    ['Acme | United States |  | missing'],
  ],
])('a transfer is found: %s', (_name, supplier, expected) => {
  expect(transfers(supplier)).toEqual(expected)
})

test('a host outside is one, on nothing that is known', () => {
  expect(transfers(supplierIn('FR', {}), { hostName: 'Cloud', hostCountry: 'US' })).toEqual([
    'Cloud | United States |  | missing',
  ])
})
