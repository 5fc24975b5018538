// Merging a row into a contact: it adds, and never takes away.
import { expect, test } from 'vitest'
import { asE164, type E164 } from '../kernel/index.ts'
import type { ContactRow } from './contact.ts'
import { mergeContact } from './merge-contact.ts'

const place = { country: 'FR', territory: 'FR', zone: 'Europe/Paris', postcodeArea: null }
const open = { marketingState: 'open', quarantineReason: null } as const
const shut = { marketingState: 'quarantine', quarantineReason: 'no_proof_of_consent' } as const
const row = (over: Partial<ContactRow>): ContactRow => ({
  number: asE164('+33639980012') as E164,
  fields: {},
  ...place,
  ...shut,
  ...over,
})

test('Nothing new changes nothing', () => {
  const kept = { ...place, ...shut, fields: { firstName: 'Ana' } }
  expect(mergeContact(kept, row({}))).toBeNull()
  expect(mergeContact(kept, row({ fields: { firstName: 'Ana' } }))).toBeNull()
})

test('Fields of the row replace, fields it lacks stay', () => {
  const kept = { ...place, ...shut, fields: { firstName: 'Ana', email: 'ana@example.org' } }
  const merged = mergeContact(kept, row({ fields: { firstName: 'Anna', lastName: 'Exemple' } }))
  expect(merged?.fields).toEqual({
    firstName: 'Anna',
    lastName: 'Exemple',
    email: 'ana@example.org',
  })
})

test.each([
  ['open stays open when a row has no proof', open, shut, null],
  ['quarantine opens when a row has its proof', shut, open, 'open'],
  [
    'quarantine takes the newer reason',
    shut,
    { ...shut, quarantineReason: 'consent_without_date' },
    'quarantine',
  ],
] as const)('%s', (_, kept, brought, state) => {
  const merged = mergeContact({ ...place, ...kept, fields: {} }, row(brought))
  expect(merged?.marketingState ?? null).toBe(state)
  if (merged !== null) expect(merged.quarantineReason).toBe(brought.quarantineReason)
})

test('A place known by postcode is not lost to a row without one', () => {
  const kept = { ...place, ...shut, postcodeArea: '67', fields: {} }
  expect(mergeContact(kept, row({}))).toBeNull()
  expect(mergeContact(kept, row({ postcodeArea: '68' }))?.postcodeArea).toBe('68')
})
