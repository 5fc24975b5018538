// The routes of contacts as a client sees them: masked numbers, rights, cursors, a recorded look.
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { testServer } from '../../test/support/test-server.ts'
import { createAudit } from '../audit/index.ts'
import {
  type AccountId,
  type Caller,
  type ContactId,
  rights,
  type UserId,
} from '../kernel/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { contactsRoutes, keepCounts, type Statuses, tagContacts } from './index.ts'
import { correctContact } from './rights/correct-contact.ts'
import { restrictContact } from './store.ts'

let db: TestDatabase
let folder: string
let server: FastifyInstance
const clock = testClock('2026-11-25T09:00:00Z')
const makeId = makeTestId(clock)
const account = makeId() as AccountId
let vault: Vault
let caller: Caller
/** That still have to read whichever list is asked about. */
let campaigns = 0

beforeAll(async () => {
  db = await testDatabase()
  folder = newTestFolder()
  const { database } = db
  const keysFolder = join(folder, 'keys')
  vault = await openVault({ keysFolder, database, randomness: seededRandomness(5) })
  await vault.createAccount(account)
  const by = { kind: 'user' as const, userId: makeId() as UserId }
  caller = { accountId: account, by, rights: new Set(rights), language: 'en', traceId: 't' }
  const audit = createAudit({ vault, clock, makeId })
  const accounts = { facts: async () => ({ kind: 'sandbox' as const, country: 'FR' }) }
  // Nobody here has agreed to anything, or said no.
  const statuses: Statuses = {
    facts: { lastReplyAt: 'null', agreedAt: 'null', writtenSince: () => 'false' },
    rule: async (_tx, accountId) => ({
      ...{ each: '', all: '', values: [accountId, 0, 0, 0, 0, 0] },
      status: `case when $1::uuid is null or 1 < any(array[$2::int, $3::int, $4::int, $5::int, $6::int])
            then 'checked' else 'unproven' end`,
    }),
    legalBases: async () => new Map(),
  }
  server = await testServer(
    contactsRoutes({
      ...{ database, vault, audit, accounts, clock, makeId },
      proofs: { letGo: async () => undefined },
      campaignsOf: async () => campaigns,
      statuses,
      counts: keepCounts({ database, clock, statuses }),
    }),
    {
      authenticate: async () => ({ caller, via: 'token' }),
      timers: clock,
    },
  )
})
afterAll(async () => {
  await server.close()
  await db.close()
  removeTestFolder(folder)
})

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
async function ask(method: Method, url: string, body?: object) {
  const answer = await server.inject({
    method,
    url,
    headers: { authorization: 'Bearer x' },
    ...(body === undefined ? {} : { payload: body }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

test('A contact is added, found, listed and shown masked, revealed by record, and deleted', async () => {
  const list = await ask('POST', '/v1/lists', { name: 'Clients' })
  expect(list.status).toBe(201)
  const listId = list.body.id
  const fields = { firstName: 'Camille', postcode: '97400' }
  const made = await ask('POST', '/v1/contacts', { number: '0639 98 00 21', fields, listId })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    created: true,
    contact: { numberMasked: '+33 6 ** ** ** 21', fieldsHeld: ['firstName', 'postcode'] },
  })
  expect(JSON.stringify(made.body)).not.toContain('Camille')
  const id = made.body.contact.id
  const found = await ask('POST', '/v1/contacts/search', { number: '+33639980021' })
  expect(found.body.contact.id).toBe(id)
  const none = await ask('POST', '/v1/contacts/search', { number: '+33639980022' })
  expect(none.body).toEqual({ contact: null, contacts: [] })
  const members = await ask('GET', `/v1/contacts?listId=${listId}`)
  expect(members.body.items).toEqual([made.body.contact])
  expect((await ask('GET', `/v1/lists/${listId}`)).body).toMatchObject({ members: 1 })

  const reason = 'The person asked what we hold'
  const seen = await ask('POST', `/v1/contacts/${id}/reveal`, { reason })
  expect(seen.body).toEqual({ id, number: '+33639980021', fields, custom: [] })
  expect((await ask('DELETE', `/v1/contacts/${id}`)).status).toBe(204)
  expect((await ask('GET', `/v1/contacts/${id}`)).body.code).toBe('contacts.contact_not_found')
  const log = await ask('GET', '/v1/audit')
  expect(log.body.items.map((entry: { action: string }) => entry.action)).toEqual([
    'contacts.deleted',
    'contacts.revealed',
    'contacts.numbers_asked',
    'contacts.numbers_asked',
  ])
  expect(log.body.items[1].reason).toBe(reason)
})

test('The journal names what each entry is about, by sort and by person', async () => {
  const list = await ask('POST', '/v1/lists', { name: 'Before' })
  const people = []
  for (const last of ['51', '52']) {
    const number = `06399800${last}`
    people.push((await ask('POST', '/v1/contacts', { number })).body.contact)
  }
  const [stays, goes] = people
  for (const { id } of people) {
    await ask('POST', `/v1/contacts/${id}/reveal`, { reason: 'They called' })
  }
  await ask('PATCH', `/v1/lists/${list.body.id}`, { name: 'After' })
  await ask('DELETE', `/v1/contacts/${goes.id}`)
  type Entry = { action: string; about: { kind: string; id: string | null; name: string | null }[] }
  const read = async (query: string) => {
    const { items } = (await ask('GET', `/v1/audit?${query}`)).body
    return items.map(({ action, about }: Entry) => [action, ...about])
  }
  const gone = { kind: 'contact', id: null, name: null }
  const person = { kind: 'contact', id: stays.id, name: '+33 6 ** ** ** 51' }
  expect(await read('limit=4')).toEqual([
    ['contacts.deleted', gone],
    ['contacts.list_renamed', { kind: 'list', id: list.body.id, name: 'After' }],
    ['contacts.revealed', gone],
    ['contacts.revealed', person],
  ])
  expect(await read('kind=looks&limit=2')).toEqual([
    ['contacts.revealed', gone],
    ['contacts.revealed', person],
  ])
  expect((await read('kind=people&limit=2')).map(([action]: [string]) => action)).toEqual([
    'contacts.deleted',
    'contacts.list_renamed',
  ])
  expect(await read(`subjectId=${stays.subjectId}`)).toEqual([['contacts.revealed', person]])
  expect(await read(`subjectId=${stays.subjectId}&kind=people`)).toEqual([])
  expect((await ask('GET', '/v1/audit?kind=everything')).status).toBe(400)
  await ask('DELETE', `/v1/contacts/${stays.id}`)
})

test('A page ends in a cursor that gives the next one', async () => {
  for (const last of ['31', '32', '33']) {
    await clock.advance(1)
    await ask('POST', '/v1/contacts', { number: `063998 00 ${last}` })
  }
  const first = await ask('GET', '/v1/contacts?limit=2&marketingState=quarantine')
  expect(first.body.items.length).toBe(2)
  const url = `/v1/contacts?limit=2&cursor=${first.body.nextCursor}`
  const second = await ask('GET', url)
  expect(second.body.items.map((one: { numberMasked: string }) => one.numberMasked)).toEqual([
    '+33 6 ** ** ** 31',
  ])
  expect(second.body.nextCursor).toBeNull()
})

test('A number that gets no SMS is refused with the reason', async () => {
  const answer = await ask('POST', '/v1/contacts', { number: '0199 00 12 34' })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ code: 'contacts.number_unusable' })
})

test('Members join and leave, and legal entities are added once', async () => {
  const list = await ask('POST', '/v1/lists', { name: 'Others' })
  const made = await ask('POST', '/v1/contacts', { number: '0639980041' })
  const path = `/v1/lists/${list.body.id}/members`
  const contactId = made.body.contact.id
  expect((await ask('POST', path, { contactIds: [contactId] })).body.changed).toBe(1)
  expect((await ask('DELETE', `${path}/${contactId}`)).body.changed).toBe(1)
  expect((await ask('GET', '/v1/lists?limit=1')).body.items[0].name).toBe('Others')
  const name = 'Exemple SAS'
  expect((await ask('POST', '/v1/controllers', { name })).body.isDefault).toBe(true)
  expect((await ask('POST', '/v1/controllers', { name })).status).toBe(409)
  expect((await ask('GET', '/v1/controllers')).body.items.length).toBe(1)
})

test('Who may only read sees no number in clear and no log', async () => {
  const made = await ask('POST', '/v1/contacts', { number: '0639980051' })
  const all = caller.rights
  caller = { ...caller, rights: new Set(['contacts.read']) }
  const reveal = `/v1/contacts/${made.body.contact.id}/reveal`
  expect((await ask('POST', reveal, { reason: 'Just looking' })).status).toBe(403)
  expect((await ask('GET', '/v1/audit')).status).toBe(403)
  expect((await ask('DELETE', `/v1/contacts/${made.body.contact.id}`)).status).toBe(403)
  caller = { ...caller, rights: all }
})

test('A field that a contact has not is told; of a special category, which way it comes in', async () => {
  const fields = { firstname: 'Camille', religion: 'x', bloodGroup: 'x' }
  const refused = await ask('POST', '/v1/contacts', { number: '0639 98 00 91', fields })
  expect([refused.status, refused.body.code]).toEqual([400, 'http.input_invalid'])
  const told = refused.body.errors.map((error: { pointer: string; detail: string }) => [
    error.pointer,
    error.detail.includes('articles 9 and 10') ? 'special' : error.detail,
  ])
  expect(told).toEqual([
    ['/fields/firstname', 'Unknown field “firstname”. Did you mean “firstName”?'],
    ['/fields/religion', 'special'],
    ['/fields/bloodGroup', 'special'],
  ])
  const none = await ask('POST', '/v1/contacts/search', { number: '0639 98 00 91' })
  expect(none.body).toEqual({ contact: null, contacts: [] })
})

test('how long contacts stay is told with its rule, and chosen with a reason', async () => {
  const path = '/v1/contacts/retention'
  const before = await ask('GET', path)
  expect(before.body).toMatchObject({
    months: 36,
    monthsMax: 36,
    erasesFrom: null,
    due: 0,
    soon: 0,
  })
  expect(before.body.rule.url).toMatch(/^https:/)
  expect((await ask('PUT', path, { months: 24 })).status).toBe(400)
  const reason = 'politique de conservation du 2 novembre'
  const tooLong = await ask('PUT', path, { months: 48, reason })
  expect([tooLong.status, tooLong.body.code]).toEqual([400, 'contacts.retention_too_long'])
  const chosen = await ask('PUT', path, { months: 24, reason })
  expect([chosen.status, chosen.body.months]).toEqual([200, 24])
  expect(Date.parse(chosen.body.erasesFrom) - clock.now()).toBe(30 * 86_400_000)
  const paused = { months: 24, pausedUntil: '2027-02-01T00:00:00.000Z', reason }
  expect((await ask('PUT', path, paused)).body).toMatchObject({
    months: 24,
    pausedUntil: paused.pausedUntil,
  })
  caller.rights = new Set(['contacts.read'])
  expect((await ask('PUT', path, { months: 24, reason })).status).toBe(403)
  caller.rights = new Set(rights)
})

test('Somebody is found by e-mail and own reference in any case, each found once', async () => {
  const fields = { email: 'Zoé.Fictive@Example.org', reference: 'Cli-77', lastName: 'Fictive' }
  const made = await ask('POST', '/v1/contacts', { number: '0639980061', fields })
  const other = { email: 'ZOÉ.fictive@example.org' }
  const alike = await ask('POST', '/v1/contacts', { number: '0639980062', fields: other })
  const ids = async (text: string): Promise<string[]> => {
    const { body } = await ask('POST', '/v1/contacts/search', { text })
    return body.contacts.map(({ id }: { id: string }) => id)
  }
  const [first, second] = [made.body.contact.id, alike.body.contact.id]
  expect(await ids('zoé.fictive@example.ORG')).toEqual([second, first])
  expect(await ids(' CLI-77 ')).toEqual([first])
  expect(await ids('06 39 98 00 61')).toEqual([first])
  // A name is sealed, and no part of a value finds anybody.
  expect([await ids('Fictive'), await ids('zoé.fictive'), await ids('cli-7')]).toEqual([[], [], []])
  // What is changed is found as it is now, and no longer as it was.
  await ask('POST', '/v1/contacts', { number: '0639980061', fields: { reference: 'CLI-78' } })
  expect([await ids('cli-77'), await ids('cli-78')]).toEqual([[], [first]])
  const both = await ask('POST', '/v1/contacts/search', { text: 'a@b.example', number: '06' })
  expect(both.status).toBe(400)
})

test('Contacts of before get their tags, and those who have them keep them', async () => {
  const fields = { email: 'ancien@example.org' }
  const made = await ask('POST', '/v1/contacts', { number: '0639980063', fields })
  const { id } = made.body.contact
  const tags = () =>
    db.asSuperuser(async (client) => {
      const { rows } = await client.query(
        'select suppression_tag, email_tag from contacts.contact where id = $1',
        [id],
      )
      return rows[0]
    })
  const before = await tags()
  await db.asSuperuser((client) =>
    client.query(
      'update contacts.contact set suppression_tag = null, email_tag = null where id = $1',
      [id],
    ),
  )
  const deps = { database: db.database, vault }
  expect(await tagContacts(deps, account)).toBe(1)
  expect(await tags()).toEqual(before)
  expect(await tagContacts(deps, account)).toBe(0)
})

test('The export holds each person in clear with their status, and is in the log', async () => {
  const list = await ask('POST', '/v1/lists', { name: 'Export' })
  const fields = { lastName: '=HYPERLINK("x")', firstName: 'Ève, "la" Fictive' }
  await ask('POST', '/v1/contacts', { number: '0639980064', fields, listId: list.body.id })
  const url = `/v1/contacts/export?listId=${list.body.id}`
  const file = await server.inject({ url, headers: { authorization: 'Bearer x' } })
  const [head, line, end] = file.body.split('\r\n')
  expect(head?.split(',').slice(0, 3)).toEqual(['\uFEFFNumber', 'First name', 'Last name'])
  expect(line).toContain(`+33639980064,"Ève, ""la"" Fictive","'=HYPERLINK(""x"")",`)
  expect(line).toContain(',unproven,Not proven,,')
  expect(end).toBe('')
  const log = await ask('GET', '/v1/audit?action=contacts.exported')
  expect(log.body.items[0].details).toEqual({ listId: list.body.id })
  caller = { ...caller, rights: new Set(['contacts.read']) }
  expect((await server.inject({ url, headers: { authorization: 'Bearer x' } })).statusCode).toBe(
    403,
  )
  caller = { ...caller, rights: new Set(rights) }
})

test('Lists are renamed, merged, dealt out and deleted; nobody is deleted with them', async () => {
  const list = async (name: string): Promise<string> =>
    (await ask('POST', '/v1/lists', { name })).body.id
  const [first, second] = [await list('Un'), await list('Deux')]
  for (let n = 0; n < 5; n += 1) {
    const body = { number: `063998007${n}`, listId: n < 3 ? first : second }
    await ask('POST', '/v1/contacts', body)
  }
  await ask('POST', '/v1/contacts', { number: '0639980070', listId: second })
  const renamed = await ask('PATCH', `/v1/lists/${first}`, { name: 'Tous' })
  expect(renamed.body).toMatchObject({ name: 'Tous', members: 3 })
  const merged = await ask('POST', `/v1/lists/${first}/merge`, { listIds: [second, second] })
  expect(merged.body).toMatchObject({ id: first, members: 5 })
  expect((await ask('GET', `/v1/lists/${second}`)).status).toBe(404)
  const itself = await ask('POST', `/v1/lists/${first}/merge`, { listIds: [first] })
  expect(itself.body.code).toBe('contacts.nothing_to_merge')

  const parts = await ask('POST', `/v1/lists/${first}/split`, { parts: 2 })
  expect(parts.status).toBe(201)
  const names = parts.body.items.map((one: { name: string; members: number }) => one.name)
  expect(names).toEqual(['Tous 1/2', 'Tous 2/2'])
  const members = parts.body.items.map((one: { members: number }) => one.members)
  expect(members).toEqual([3, 2])
  const tooMany = await ask('POST', `/v1/lists/${first}/split`, { parts: 6 })
  expect(tooMany.body.code).toBe('contacts.too_few_to_split')

  campaigns = 1
  const used = await ask('DELETE', `/v1/lists/${first}`)
  expect(used.body).toMatchObject({ code: 'contacts.list_in_use', details: { campaigns: 1 } })
  campaigns = 0
  const before = (await ask('GET', '/v1/contacts/counts')).body.people
  expect((await ask('DELETE', `/v1/lists/${first}`)).status).toBe(204)
  expect((await ask('GET', `/v1/contacts/counts?listId=${first}`)).status).toBe(404)
  expect((await ask('GET', '/v1/contacts/counts')).body.people).toBe(before)
  const { body } = await ask('POST', '/v1/contacts/search', { number: '0639980070' })
  const lists = await ask('GET', `/v1/contacts/${body.contact.id}/lists`)
  expect(lists.body.items.length).toBe(1)
})

test('People are put into a list and taken out by hand, counted, and each act is in the log', async () => {
  const list = (await ask('POST', '/v1/lists', { name: 'À la main' })).body.id
  const add = async (number: string): Promise<string> =>
    (await ask('POST', '/v1/contacts', { number })).body.contact.id
  const [first, second] = [await add('0639980080'), await add('0639980081')]
  const gone = makeId()
  const members = `/v1/lists/${list}/members`
  const joined = await ask('POST', members, { contactIds: [first, first, gone] })
  expect(joined.body).toEqual({ changed: 1, already: 0, unknown: 1 })
  const both = await ask('POST', members, { contactIds: [first, second] })
  expect(both.body).toEqual({ changed: 1, already: 1, unknown: 0 })
  const left = await ask('POST', `${members}/remove`, { contactIds: [first, gone] })
  expect(left.body).toEqual({ changed: 1, already: 0, unknown: 1 })
  const again = await ask('DELETE', `${members}/${first}`)
  expect(again.body).toEqual({ changed: 0, already: 1, unknown: 0 })
  expect((await ask('GET', `/v1/lists/${list}`)).body.members).toBe(1)
  const tooMany = Array.from({ length: 1_001 }, () => makeId())
  expect((await ask('POST', members, { contactIds: tooMany })).status).toBe(400)
  expect((await ask('POST', `/v1/lists/${gone}/members`, { contactIds: [first] })).status).toBe(404)

  // Of several at once each has an entry, which names them: their own line of time tells it.
  const all = [first, second]
  await ask('POST', `${members}/remove`, { contactIds: all })
  expect((await ask('POST', members, { contactIds: all })).body.changed).toBe(2)
  type Entry = { subjectId: string; details: Record<string, string | number> }
  const entriesOf = async (action: string): Promise<Entry[]> => {
    const { items } = (await ask('GET', `/v1/audit?action=contacts.${action}`)).body
    return items.filter(({ details }: Entry) => details['listId'] === list)
  }
  const people = new Map<string, string>()
  for (const id of all) {
    people.set(id, (await ask('GET', `/v1/contacts/${id}`)).body.subjectId)
  }
  const toldOf = (entries: readonly Entry[]) =>
    entries.map(({ subjectId, details }) => {
      expect(subjectId).toBe(people.get(String(details['contactId'])))
      return [details['contactId'], details['people']]
    })
  const joins = toldOf(await entriesOf('list_joined'))
  expect(joins.slice(0, 2).sort()).toEqual(all.map((id) => [id, 2]).sort())
  expect(joins.slice(2)).toEqual([
    [second, 1],
    [first, 1],
  ])
  const leaves = toldOf(await entriesOf('list_left'))
  expect(leaves).toEqual([
    [second, 1],
    [first, 1],
  ])

  caller = { ...caller, rights: new Set(['contacts.read']) }
  expect((await ask('POST', `${members}/remove`, { contactIds: [second] })).status).toBe(403)
  caller = { ...caller, rights: new Set(rights) }
})

test('A contact is changed without being shown; the journal names the fields, never their values', async () => {
  await ask('POST', '/v1/custom-fields', { name: 'Note', type: 'text' })
  await ask('POST', '/v1/custom-fields', { name: 'Visite', type: 'date_time' })
  await ask('POST', '/v1/custom-fields', { name: 'Points', type: 'number' })
  const fields = { firstName: 'Anne', email: 'anne@example.org', postcode: '75011' }
  const added = await ask('POST', '/v1/contacts', { number: '0639980085', fields })
  const { id } = added.body.contact
  const path = `/v1/contacts/${id}`
  const change = (body: object) => ask('PATCH', path, body)

  caller = { ...caller, rights: new Set(['contacts.read', 'contacts.write']) }
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
  expect((await ask('POST', `${path}/reveal`, { reason: 'pour voir' })).status).toBe(403)
  caller = { ...caller, rights: new Set(rights) }

  const shown = await ask('POST', `${path}/reveal`, { reason: 'pour vérifier' })
  expect(shown.body.fields).toEqual({
    ...{ firstName: 'Anne', lastName: 'Islam', email: 'anne.b@example.org' },
  })
  expect(shown.body.custom.map(({ value }: { value: string }) => value)).toEqual([
    'préfère le matin',
    '2026-12-03T14:30',
  ])
  const found = await ask('POST', '/v1/contacts/search', { text: 'anne.b@example.org' })
  expect(found.body.contact.id).toBe(id)
  const before = await ask('POST', '/v1/contacts/search', { text: 'anne@example.org' })
  expect(before.body.contact).toBe(null)

  const log = await ask('GET', '/v1/audit?action=contacts.changed')
  expect(log.body.items.map((entry: { details: object }) => entry.details)).toEqual([
    { contactId: id, fields: 'lastName, email, postcode, custom.note, custom.visite' },
  ])
  expect((await change({ custom: { note: null } })).body.changed).toEqual(['custom.note'])
  expect((await change({ custom: { points: '1 250,5' } })).body.changed).toEqual(['custom.points'])
  expect((await ask('PATCH', `/v1/contacts/${makeId()}`, { fields: {} })).status).toBe(404)
})

// biome-ignore format: a table reads as a table
const refusedValues: readonly (readonly [string, object, string])[] = [
  ['an e-mail without its @', { fields: { email: 'camille' } }, 'contacts.email_unusable'],
  ['a day that is none', { fields: { birthDate: '2001-02-31' } }, 'http.input_invalid'],
  ['an empty text for none', { fields: { lastName: '' } }, 'http.input_invalid'],
  ['a number', { number: '0639980099' }, 'http.input_invalid'],
  ['a field of religion', { fields: { religion: 'x' } }, 'http.input_invalid'],
  ['a social security number as a reference', { fields: { reference: '2 55 08 14 168 025 38' } }, 'contacts.value_never_kept'],
  ['an account number in a text', { custom: { note: 'FR76 3000 6000 0112 3456 7890 189' } }, 'contacts.value_never_kept'],
  ['a card in a sentence', { custom: { note: 'carte 4111 1111 1111 1111, merci' } }, 'contacts.value_never_kept'],
  ['an illness in a text', { custom: { note: 'diabétique, sous insuline depuis 2019' } }, 'contacts.value_sensitive'],
  ['a national number as a number', { custom: { points: '44051401359' } }, 'contacts.value_never_kept'],
  ['no date', { custom: { visite: 'demain' } }, 'contacts.custom_value_unread'],
  ['no field of the account', { custom: { nothing: 'x' } }, 'contacts.custom_field_unknown'],
]

test.each(refusedValues)('A change is refused whole: %s', async (_what, body, code) => {
  const found = await ask('POST', '/v1/contacts/search', { number: '0639980085' })
  const path = `/v1/contacts/${found.body.contact.id}`
  const before = await ask('GET', path)
  const answer = await ask('PATCH', path, body)
  expect([answer.status, answer.body.code]).toEqual([400, code])
  expect((await ask('GET', path)).body.updatedAt).toBe(before.body.updatedAt)
  if ('number' in body || code.startsWith('http.')) return
  // Whoever is added by hand is held to the same.
  const added = await ask('POST', '/v1/contacts', { number: '0639980085', ...body })
  expect([added.status, added.body.code]).toEqual([400, code])
})

const corrected = (contactId: string, fields: object) =>
  db.database.inAccount(account, (tx) =>
    correctContact({ vault, audit: createAudit({ vault, clock, makeId }) }, tx, caller, {
      ...{ contactId: contactId as ContactId, fields, at: clock.now() },
      action: 'contacts.corrected',
    }),
  )

test('A minor is made older by hand only by whoever says why, and the journal keeps it', async () => {
  const number = '0639980086'
  const added = await ask('POST', '/v1/contacts', { number, fields: { birthDate: '2014-05-10' } })
  const { id } = added.body.contact
  const birth = (birthDate: string | null) =>
    ask('PATCH', `/v1/contacts/${id}`, { fields: { birthDate, firstName: 'Lou' } })
  for (const birthDate of [null, '1990-05-10', '2013-05-10']) {
    const answer = await birth(birthDate)
    expect([answer.status, answer.body.code]).toEqual([409, 'contacts.minor_protected'])
  }
  // Nor by the door that adds people.
  const again = { number, fields: { birthDate: '1990-05-10' } }
  expect((await ask('POST', '/v1/contacts', again)).body.code).toBe('contacts.minor_protected')
  expect((await ask('GET', `/v1/contacts/${id}`)).body.fieldsHeld).toEqual(['birthDate'])

  expect((await birth('2014-06-10')).body.changed).toEqual(['firstName', 'birthDate'])
  expect((await ask('POST', '/v1/contacts', { number, fields: { lastName: 'X' } })).status).toBe(
    201,
  )
  const reason = 'Date vue sur sa carte.'
  const older = { fields: { birthDate: '2014-06-01' }, reason }
  expect((await ask('PATCH', `/v1/contacts/${id}`, older)).body.changed).toEqual(['birthDate'])
  expect((await ask('PATCH', `/v1/contacts/${id}`, { ...older, reason: 'x' })).status).toBe(400)
  const byProgram = { number, fields: { birthDate: '2014-05-20' }, reason }
  expect((await ask('POST', '/v1/contacts', byProgram)).status).toBe(201)
  const journal = await ask('GET', '/v1/audit?action=contacts.made_older')
  expect(journal.body.items).toMatchObject([
    { reason, details: { contactId: id, fields: 'birthDate' } },
    { reason, details: { contactId: id, fields: 'birthDate' } },
  ])
  // Where nobody is made older the reason is not kept.
  const plain = { fields: { lastName: 'Y' }, reason }
  expect((await ask('PATCH', `/v1/contacts/${id}`, plain)).body.changed).toEqual(['lastName'])
  expect((await ask('GET', '/v1/audit?action=contacts.made_older')).body.items).toHaveLength(2)
  // At the person's own request it is corrected, and is then held like any other.
  expect(await corrected(id, { birthDate: '1990-05-10' })).toEqual(['birthDate'])
  expect((await birth(null)).body.changed).toEqual(['birthDate'])
  expect((await birth('2014-06-10')).body.changed).toEqual(['birthDate'])
})

test('What is kept and not used is changed by nobody but the person', async () => {
  const number = '0639980087'
  const { id } = (await ask('POST', '/v1/contacts', { number })).body.contact
  const restrict = (isRestricted: boolean) =>
    db.database.inAccount(account, (tx) =>
      restrictContact(tx, account, { contactId: id, at: clock.now(), isRestricted }),
    )
  await restrict(true)
  const fields = { lastName: 'Exemple' }
  const change = () => ask('PATCH', `/v1/contacts/${id}`, { fields })
  const refused = await change()
  expect([refused.status, refused.body.code]).toEqual([409, 'contacts.data_restricted'])
  const added = await ask('POST', '/v1/contacts', { number, fields })
  expect([added.status, added.body.code]).toEqual([409, 'contacts.data_restricted'])
  expect((await ask('POST', '/v1/contacts', { number })).status).toBe(201)
  const because = { fields, reason: 'Date vue sur sa carte.' }
  expect((await ask('PATCH', `/v1/contacts/${id}`, because)).body.code).toBe(
    'contacts.data_restricted',
  )
  expect(await corrected(id, { lastName: 'Corrigé' })).toEqual(['lastName'])
  await restrict(false)
  expect((await change()).body.changed).toEqual(['lastName'])
})

test('A change says what it has read, and is refused where the contact changed since', async () => {
  const { contact } = (await ask('POST', '/v1/contacts', { number: '0639980088' })).body
  const change = (lastName: string, updatedAt?: string) =>
    ask('PATCH', `/v1/contacts/${contact.id}`, { fields: { lastName }, updatedAt })
  await clock.advance(10)
  const first = await change('Un', contact.updatedAt)
  expect(first.body.changed).toEqual(['lastName'])
  const late = await change('Deux', contact.updatedAt)
  expect([late.status, late.body.code]).toEqual([409, 'contacts.contact_stale'])
  await clock.advance(10)
  // The same instant, written with another offset.
  const read = first.body.contact.updatedAt.replace('Z', '+00:00')
  expect((await change('Trois', read)).body.changed).toEqual(['lastName'])
  expect((await change('Quatre')).body.changed).toEqual(['lastName'])
})
