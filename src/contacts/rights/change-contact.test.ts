// A contact is changed by hand: what is refused, who is protected, and what the journal keeps.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContactsApp, contactsApp } from '../../../test/support/contacts-app.ts'
import { type ContactId, rights } from '../../kernel/index.ts'
import { restrictContact } from '../store.ts'
import { correctContact } from './correct-contact.ts'

let app: ContactsApp
beforeAll(async () => {
  app = await contactsApp()
})
afterAll(() => app?.close())

test('A contact is changed without being shown; the journal names the fields, never their values', async () => {
  await app.ask('POST', '/v1/custom-fields', { name: 'Note', type: 'text' })
  await app.ask('POST', '/v1/custom-fields', { name: 'Visite', type: 'date_time' })
  await app.ask('POST', '/v1/custom-fields', { name: 'Points', type: 'number' })
  const fields = { firstName: 'Anne', email: 'anne@example.org', postcode: '75011' }
  const added = await app.ask('POST', '/v1/contacts', { number: '0639980085', fields })
  const { id } = added.body.contact
  const path = `/v1/contacts/${id}`
  const change = (body: object) => app.ask('PATCH', path, body)

  app.now.caller = { ...app.now.caller, rights: new Set(['contacts.read', 'contacts.write']) }
  const done = await change({
    fields: { firstName: 'Anne', email: 'anne.b@example.org', postcode: null, lastName: 'Islam' },
    custom: { visite: '3/12/2026 14h30', note: 'préfère le matin' },
  })
  expect(done.status).toBe(200)
  expect(done.body.changed).toEqual([
    ...['lastName', 'email', 'postcode', 'custom.note', 'custom.visite'],
  ])
  expect(done.body.contact).toMatchObject({
    numberMasked: added.body.contact.numberMasked,
    postcodeArea: null,
    fieldsHeld: ['firstName', 'lastName', 'email'],
  })
  expect(JSON.stringify(done.body)).not.toContain('example.org')
  expect((await change({ fields: { email: 'anne.b@example.org' } })).body.changed).toEqual([])
  expect((await app.ask('POST', `${path}/reveal`, { reason: 'pour voir' })).status).toBe(403)
  app.now.caller = { ...app.now.caller, rights: new Set(rights) }

  const shown = await app.ask('POST', `${path}/reveal`, { reason: 'pour vérifier' })
  expect(shown.body.fields).toEqual({
    ...{ firstName: 'Anne', lastName: 'Islam', email: 'anne.b@example.org' },
  })
  expect(shown.body.custom.map(({ value }: { value: string }) => value)).toEqual([
    'préfère le matin',
    '2026-12-03T14:30',
  ])
  const found = await app.ask('POST', '/v1/contacts/search', { text: 'anne.b@example.org' })
  expect(found.body.contact.id).toBe(id)
  const before = await app.ask('POST', '/v1/contacts/search', { text: 'anne@example.org' })
  expect(before.body.contact).toBe(null)

  const log = await app.ask('GET', '/v1/audit?action=contacts.changed')
  expect(log.body.items.map((entry: { details: object }) => entry.details)).toEqual([
    { contactId: id, fields: 'lastName, email, postcode, custom.note, custom.visite' },
  ])
  expect((await change({ custom: { note: null } })).body.changed).toEqual(['custom.note'])
  expect((await change({ custom: { points: '1 250,5' } })).body.changed).toEqual(['custom.points'])
  expect((await app.ask('PATCH', `/v1/contacts/${app.makeId()}`, { fields: {} })).status).toBe(404)
})

// biome-ignore format: a table reads as a table
const refusedValues: readonly (readonly [string, object, string])[] = [
  ['an e-mail without its @', { fields: { email: 'camille' } }, 'contacts.email_unusable'],
  ['a day that is none', { fields: { birthDate: '2001-02-31' } }, 'http.input_invalid'],
  ['an empty text for none', { fields: { lastName: '' } }, 'http.input_invalid'],
  ['a number', { number: '0639980099' }, 'http.input_invalid'],
  ['a field of religion', { fields: { religion: 'x' } }, 'http.input_invalid'],
  ['a social security number as a reference', { fields: { reference: '2 55 08 14 168 025 38' } }, 'contacts.value_never_kept'],
  ['an app.account number in a text', { custom: { note: 'FR76 3000 6000 0112 3456 7890 189' } }, 'contacts.value_never_kept'],
  ['a card in a sentence', { custom: { note: 'carte 4111 1111 1111 1111, merci' } }, 'contacts.value_never_kept'],
  ['an illness in a text', { custom: { note: 'diabétique, sous insuline depuis 2019' } }, 'contacts.value_sensitive'],
  ['a national number as a number', { custom: { points: '44051401359' } }, 'contacts.value_never_kept'],
  ['no date', { custom: { visite: 'demain' } }, 'contacts.custom_value_unread'],
  ['no field of the account', { custom: { nothing: 'x' } }, 'contacts.custom_field_unknown'],
]

test.each(refusedValues)('A change is refused whole: %s', async (_what, body, code) => {
  const found = await app.ask('POST', '/v1/contacts/search', { number: '0639980085' })
  const path = `/v1/contacts/${found.body.contact.id}`
  const before = await app.ask('GET', path)
  const answer = await app.ask('PATCH', path, body)
  expect([answer.status, answer.body.code]).toEqual([400, code])
  expect((await app.ask('GET', path)).body.updatedAt).toBe(before.body.updatedAt)
  if ('number' in body || code.startsWith('http.')) return
  // Whoever is added by hand is held to the same.
  const added = await app.ask('POST', '/v1/contacts', { number: '0639980085', ...body })
  expect([added.status, added.body.code]).toEqual([400, code])
})

const corrected = (contactId: string, fields: object) =>
  app.db.database.inAccount(app.account, (tx) =>
    correctContact(app, tx, app.now.caller, {
      ...{ contactId: contactId as ContactId, fields, at: app.clock.now() },
      action: 'contacts.corrected',
    }),
  )

test('A minor is made older by hand only by whoever says why, and the journal keeps it', async () => {
  const number = '0639980086'
  const added = await app.ask('POST', '/v1/contacts', {
    number,
    fields: { birthDate: '2014-05-10' },
  })
  const { id } = added.body.contact
  const birth = (birthDate: string | null) =>
    app.ask('PATCH', `/v1/contacts/${id}`, { fields: { birthDate, firstName: 'Lou' } })
  for (const birthDate of [null, '1990-05-10', '2013-05-10']) {
    const answer = await birth(birthDate)
    expect([answer.status, answer.body.code]).toEqual([409, 'contacts.minor_protected'])
  }
  // Nor by the door that adds people.
  const again = { number, fields: { birthDate: '1990-05-10' } }
  expect((await app.ask('POST', '/v1/contacts', again)).body.code).toBe('contacts.minor_protected')
  expect((await app.ask('GET', `/v1/contacts/${id}`)).body.fieldsHeld).toEqual(['birthDate'])

  expect((await birth('2014-06-10')).body.changed).toEqual(['firstName', 'birthDate'])
  expect(
    (await app.ask('POST', '/v1/contacts', { number, fields: { lastName: 'X' } })).status,
  ).toBe(201)
  const reason = 'Date vue sur sa carte.'
  const older = { fields: { birthDate: '2014-06-01' }, reason }
  expect((await app.ask('PATCH', `/v1/contacts/${id}`, older)).body.changed).toEqual(['birthDate'])
  expect((await app.ask('PATCH', `/v1/contacts/${id}`, { ...older, reason: 'x' })).status).toBe(400)
  const byProgram = { number, fields: { birthDate: '2014-05-20' }, reason }
  expect((await app.ask('POST', '/v1/contacts', byProgram)).status).toBe(201)
  const journal = await app.ask('GET', '/v1/audit?action=contacts.made_older')
  expect(journal.body.items).toMatchObject([
    { reason, details: { contactId: id, fields: 'birthDate' } },
    { reason, details: { contactId: id, fields: 'birthDate' } },
  ])
  // Where nobody is made older the reason is not kept.
  const plain = { fields: { lastName: 'Y' }, reason }
  expect((await app.ask('PATCH', `/v1/contacts/${id}`, plain)).body.changed).toEqual(['lastName'])
  expect((await app.ask('GET', '/v1/audit?action=contacts.made_older')).body.items).toHaveLength(2)
  // At the person's own request it is corrected, and is then held like any other.
  expect(await corrected(id, { birthDate: '1990-05-10' })).toEqual(['birthDate'])
  expect((await birth(null)).body.changed).toEqual(['birthDate'])
  expect((await birth('2014-06-10')).body.changed).toEqual(['birthDate'])
})

test('What is kept and not used is changed by nobody but the person', async () => {
  const number = '0639980087'
  const { id } = (await app.ask('POST', '/v1/contacts', { number })).body.contact
  const restrict = (isRestricted: boolean) =>
    app.db.database.inAccount(app.account, (tx) =>
      restrictContact(tx, app.account, { contactId: id, at: app.clock.now(), isRestricted }),
    )
  await restrict(true)
  const fields = { lastName: 'Exemple' }
  const change = () => app.ask('PATCH', `/v1/contacts/${id}`, { fields })
  const refused = await change()
  expect([refused.status, refused.body.code]).toEqual([409, 'contacts.data_restricted'])
  const added = await app.ask('POST', '/v1/contacts', { number, fields })
  expect([added.status, added.body.code]).toEqual([409, 'contacts.data_restricted'])
  expect((await app.ask('POST', '/v1/contacts', { number })).status).toBe(201)
  const because = { fields, reason: 'Date vue sur sa carte.' }
  expect((await app.ask('PATCH', `/v1/contacts/${id}`, because)).body.code).toBe(
    'contacts.data_restricted',
  )
  expect(await corrected(id, { lastName: 'Corrigé' })).toEqual(['lastName'])
  await restrict(false)
  expect((await change()).body.changed).toEqual(['lastName'])
})

test('A change says what it has read, and is refused where the contact changed since', async () => {
  const { contact } = (await app.ask('POST', '/v1/contacts', { number: '0639980088' })).body
  const change = (lastName: string, updatedAt?: string) =>
    app.ask('PATCH', `/v1/contacts/${contact.id}`, { fields: { lastName }, updatedAt })
  await app.clock.advance(10)
  const first = await change('Un', contact.updatedAt)
  expect(first.body.changed).toEqual(['lastName'])
  const late = await change('Deux', contact.updatedAt)
  expect([late.status, late.body.code]).toEqual([409, 'contacts.contact_stale'])
  await app.clock.advance(10)
  // The same instant, written with another offset.
  const read = first.body.contact.updatedAt.replace('Z', '+00:00')
  expect((await change('Trois', read)).body.changed).toEqual(['lastName'])
  expect((await change('Quatre')).body.changed).toEqual(['lastName'])
})
