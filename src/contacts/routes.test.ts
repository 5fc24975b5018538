// The routes of contacts as a client sees them: masked numbers, rights, cursors, a recorded look.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContactsApp, contactsApp } from '../../test/support/contacts-app.ts'
import { rights } from '../kernel/index.ts'
import { tagContacts } from './index.ts'

let app: ContactsApp
beforeAll(async () => {
  app = await contactsApp()
})
afterAll(() => app?.close())

test('A contact is added, found, listed and shown masked, revealed by record, and deleted', async () => {
  const list = await app.ask('POST', '/v1/lists', { name: 'Clients' })
  expect(list.status).toBe(201)
  const listId = list.body.id
  const fields = { firstName: 'Camille', postcode: '97400' }
  const made = await app.ask('POST', '/v1/contacts', { number: '0639 98 00 21', fields, listId })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    created: true,
    contact: { numberMasked: '+33 6 ** ** ** 21', fieldsHeld: ['firstName', 'postcode'] },
  })
  expect(JSON.stringify(made.body)).not.toContain('Camille')
  const id = made.body.contact.id
  const found = await app.ask('POST', '/v1/contacts/search', { number: '+33639980021' })
  expect(found.body.contact.id).toBe(id)
  const none = await app.ask('POST', '/v1/contacts/search', { number: '+33639980022' })
  expect(none.body).toEqual({ contact: null, contacts: [] })
  const members = await app.ask('GET', `/v1/contacts?listId=${listId}`)
  expect(members.body.items).toEqual([made.body.contact])
  expect((await app.ask('GET', `/v1/lists/${listId}`)).body).toMatchObject({ members: 1 })

  const reason = 'The person asked what we hold'
  const seen = await app.ask('POST', `/v1/contacts/${id}/reveal`, { reason })
  expect(seen.body).toEqual({ id, number: '+33639980021', fields, custom: [] })
  expect((await app.ask('DELETE', `/v1/contacts/${id}`)).status).toBe(204)
  expect((await app.ask('GET', `/v1/contacts/${id}`)).body.code).toBe('contacts.contact_not_found')
  const log = await app.ask('GET', '/v1/audit')
  expect(log.body.items.map((entry: { action: string }) => entry.action)).toEqual([
    'contacts.deleted',
    'contacts.revealed',
    'contacts.numbers_asked',
    'contacts.numbers_asked',
  ])
  // What was written of the person went with them, and the entry says so.
  expect(log.body.items[1]).toMatchObject({ reason: null, isReasonErased: true })
})

test('The journal names what each entry is about, by sort and by person', async () => {
  const list = await app.ask('POST', '/v1/lists', { name: 'Before' })
  const people = []
  for (const last of ['51', '52']) {
    const number = `06399800${last}`
    people.push((await app.ask('POST', '/v1/contacts', { number })).body.contact)
  }
  const [stays, goes] = people
  for (const { id } of people) {
    await app.ask('POST', `/v1/contacts/${id}/reveal`, { reason: 'They called' })
  }
  await app.ask('PATCH', `/v1/lists/${list.body.id}`, { name: 'After' })
  await app.ask('DELETE', `/v1/contacts/${goes.id}`)
  type Entry = { action: string; about: { kind: string; id: string | null; name: string | null }[] }
  const read = async (query: string) => {
    const { items } = (await app.ask('GET', `/v1/audit?${query}`)).body
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
  expect((await app.ask('GET', '/v1/audit?kind=everything')).status).toBe(400)
  await app.ask('DELETE', `/v1/contacts/${stays.id}`)
})

test('A page ends in a cursor that gives the next one', async () => {
  for (const last of ['31', '32', '33']) {
    await app.clock.advance(1)
    await app.ask('POST', '/v1/contacts', { number: `063998 00 ${last}` })
  }
  const first = await app.ask('GET', '/v1/contacts?limit=2&marketingState=quarantine')
  expect(first.body.items.length).toBe(2)
  const url = `/v1/contacts?limit=2&cursor=${first.body.nextCursor}`
  const second = await app.ask('GET', url)
  expect(second.body.items.map((one: { numberMasked: string }) => one.numberMasked)).toEqual([
    '+33 6 ** ** ** 31',
  ])
  expect(second.body.nextCursor).toBeNull()
})

test('Contacts are narrowed by country and département, and stand by their last change', async () => {
  const ids: string[] = []
  for (const [number, postcode] of [
    ['0639 98 00 61', '20000'],
    ['0639 98 00 62', '75011'],
    ['+447700900123', 'SW1A'],
  ]) {
    await app.clock.advance(1)
    const made = await app.ask('POST', '/v1/contacts', { number, fields: { postcode } })
    ids.push(made.body.contact.id)
  }
  const [corsican, parisian, british] = ids
  const shown = async (query: string) => {
    const { items } = (await app.ask('GET', `/v1/contacts?${query}`)).body
    return items.map(({ id }: { id: string }) => id).filter((id: string) => ids.includes(id))
  }
  expect(await shown('country=GB')).toEqual([british])
  expect(await shown('postcodeArea=75')).toEqual([parisian])
  expect(await shown('postcodeArea=75&country=GB')).toEqual([])
  const counts = await app.ask('GET', '/v1/contacts/counts?country=GB')
  expect(counts.body.people).toBe(1)
  await app.clock.advance(1)
  const change = { fields: { firstName: 'Camille' } }
  await app.ask('PATCH', `/v1/contacts/${corsican}`, change)
  expect(await shown('sort=changed')).toEqual([corsican, british, parisian])
  const first = await app.ask('GET', '/v1/contacts?sort=changed&limit=1')
  expect(first.body.items[0].id).toBe(corsican)
  const { nextCursor } = first.body
  const next = await app.ask('GET', `/v1/contacts?sort=changed&limit=1&cursor=${nextCursor}`)
  expect(next.body.items[0].id).toBe(british)
  // A cursor of one order is none of the other.
  expect((await app.ask('GET', `/v1/contacts?cursor=${nextCursor}`)).status).toBe(400)
  const rules = [{ field: 'country', op: 'is', country: 'FR' }]
  const segment = await app.ask('POST', '/v1/segments', { name: 'France', match: 'all', rules })
  const refused = await app.ask('GET', `/v1/contacts?sort=changed&segmentId=${segment.body.id}`)
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.body)).toContain('/sort')
  for (const wrong of ['country=France', 'postcodeArea=7', 'postcodeArea=75011']) {
    expect((await app.ask('GET', `/v1/contacts?${wrong}`)).status).toBe(400)
  }
  expect(await shown(`segmentId=${segment.body.id}&postcodeArea=75`)).toEqual([parisian])
  for (const id of ids) await app.ask('DELETE', `/v1/contacts/${id}`)
})

test('A list is found by a part of its name, by its id, or among the newest', async () => {
  const made: string[] = []
  for (const name of ['Noël 2026', 'noël', 'Soldes 100 %']) {
    await app.clock.advance(1)
    made.push((await app.ask('POST', '/v1/lists', { name })).body.id)
  }
  const [christmas, short, sales] = made
  const named = async (query: string) => {
    const { items } = (await app.ask('GET', `/v1/lists/names?${query}`)).body
    return items.map(({ id }: { id: string }) => id)
  }
  // The one that has just the name stands first.
  expect(await named('name=NOËL')).toEqual([short, christmas])
  expect(await named('name=0%20%25')).toEqual([sales])
  expect(await named('name=%25')).toEqual([sales])
  expect(await named('order=newest&limit=2')).toEqual([sales, short])
  expect(await named(`id=${christmas}`)).toEqual([christmas])
  expect(await named('id=01990000-0000-7000-8000-00000000ffff')).toEqual([])
  const one = await app.ask('GET', `/v1/lists/names?id=${christmas}`)
  expect(one.body.items[0]).toMatchObject({ name: 'Noël 2026', createdAt: expect.any(String) })
  for (const id of made) await app.ask('DELETE', `/v1/lists/${id}`)
})

test('A number that gets no SMS is refused with the reason', async () => {
  const answer = await app.ask('POST', '/v1/contacts', { number: '0199 00 12 34' })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ code: 'contacts.number_unusable' })
})

test('Members join and leave, and legal entities are added once', async () => {
  const list = await app.ask('POST', '/v1/lists', { name: 'Others' })
  const made = await app.ask('POST', '/v1/contacts', { number: '0639980041' })
  const path = `/v1/lists/${list.body.id}/members`
  const contactId = made.body.contact.id
  expect((await app.ask('POST', path, { contactIds: [contactId] })).body.changed).toBe(1)
  expect((await app.ask('DELETE', `${path}/${contactId}`)).body.changed).toBe(1)
  expect((await app.ask('GET', '/v1/lists?limit=1')).body.items[0].name).toBe('Others')
  const name = 'Exemple SAS'
  expect((await app.ask('POST', '/v1/controllers', { name })).body.isDefault).toBe(true)
  expect((await app.ask('POST', '/v1/controllers', { name })).status).toBe(409)
  expect((await app.ask('GET', '/v1/controllers')).body.items.length).toBe(1)
})

test('Who may only read sees no number in clear and no log', async () => {
  const made = await app.ask('POST', '/v1/contacts', { number: '0639980051' })
  const all = app.now.caller.rights
  app.now.caller = { ...app.now.caller, rights: new Set(['contacts.read']) }
  const reveal = `/v1/contacts/${made.body.contact.id}/reveal`
  expect((await app.ask('POST', reveal, { reason: 'Just looking' })).status).toBe(403)
  expect((await app.ask('GET', '/v1/audit')).status).toBe(403)
  expect((await app.ask('DELETE', `/v1/contacts/${made.body.contact.id}`)).status).toBe(403)
  app.now.caller = { ...app.now.caller, rights: all }
})

test('A field that a contact has not is told; of a special category, which way it comes in', async () => {
  const fields = { firstname: 'Camille', religion: 'x', bloodGroup: 'x' }
  const refused = await app.ask('POST', '/v1/contacts', { number: '0639 98 00 91', fields })
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
  const none = await app.ask('POST', '/v1/contacts/search', { number: '0639 98 00 91' })
  expect(none.body).toEqual({ contact: null, contacts: [] })
})

test('how long contacts stay is told with its rule, and chosen with a reason', async () => {
  const path = '/v1/contacts/retention'
  const before = await app.ask('GET', path)
  expect(before.body).toMatchObject({
    months: 36,
    monthsMax: 36,
    erasesFrom: null,
    due: 0,
    soon: 0,
  })
  expect(before.body.rule.url).toMatch(/^https:/)
  expect((await app.ask('PUT', path, { months: 24 })).status).toBe(400)
  const reason = 'politique de conservation du 2 novembre'
  const tooLong = await app.ask('PUT', path, { months: 48, reason })
  expect([tooLong.status, tooLong.body.code]).toEqual([400, 'contacts.retention_too_long'])
  const chosen = await app.ask('PUT', path, { months: 24, reason })
  expect([chosen.status, chosen.body.months]).toEqual([200, 24])
  expect(Date.parse(chosen.body.erasesFrom) - app.clock.now()).toBe(30 * 86_400_000)
  const paused = { months: 24, pausedUntil: '2027-02-01T00:00:00.000Z', reason }
  expect((await app.ask('PUT', path, paused)).body).toMatchObject({
    months: 24,
    pausedUntil: paused.pausedUntil,
  })
  app.now.caller.rights = new Set(['contacts.read'])
  expect((await app.ask('PUT', path, { months: 24, reason })).status).toBe(403)
  app.now.caller.rights = new Set(rights)
})

test('Somebody is found by e-mail and own reference in any case, each found once', async () => {
  const fields = { email: 'Zoé.Fictive@Example.org', reference: 'Cli-77', lastName: 'Fictive' }
  const made = await app.ask('POST', '/v1/contacts', { number: '0639980061', fields })
  const other = { email: 'ZOÉ.fictive@example.org' }
  const alike = await app.ask('POST', '/v1/contacts', { number: '0639980062', fields: other })
  const ids = async (text: string): Promise<string[]> => {
    const { body } = await app.ask('POST', '/v1/contacts/search', { text })
    return body.contacts.map(({ id }: { id: string }) => id)
  }
  const [first, second] = [made.body.contact.id, alike.body.contact.id]
  expect(await ids('zoé.fictive@example.ORG')).toEqual([second, first])
  expect(await ids(' CLI-77 ')).toEqual([first])
  expect(await ids('06 39 98 00 61')).toEqual([first])
  // A name is sealed, and no part of a value finds anybody.
  expect([await ids('Fictive'), await ids('zoé.fictive'), await ids('cli-7')]).toEqual([[], [], []])
  // What is changed is found as it is now, and no longer as it was.
  await app.ask('POST', '/v1/contacts', { number: '0639980061', fields: { reference: 'CLI-78' } })
  expect([await ids('cli-77'), await ids('cli-78')]).toEqual([[], [first]])
  const both = await app.ask('POST', '/v1/contacts/search', { text: 'a@b.example', number: '06' })
  expect(both.status).toBe(400)
})

test('Contacts of before get their tags, and those who have them keep them', async () => {
  const fields = { email: 'ancien@example.org' }
  const made = await app.ask('POST', '/v1/contacts', { number: '0639980063', fields })
  const { id } = made.body.contact
  const tags = () =>
    app.db.asSuperuser(async (client) => {
      const { rows } = await client.query(
        'select suppression_tag, email_tag from contacts.contact where id = $1',
        [id],
      )
      return rows[0]
    })
  const before = await tags()
  await app.db.asSuperuser((client) =>
    client.query(
      'update contacts.contact set suppression_tag = null, email_tag = null where id = $1',
      [id],
    ),
  )
  const deps = { database: app.db.database, vault: app.vault }
  expect(await tagContacts(deps, app.account)).toBe(1)
  expect(await tags()).toEqual(before)
  expect(await tagContacts(deps, app.account)).toBe(0)
})

test('The export holds each person in clear with their status, and is in the log', async () => {
  const list = await app.ask('POST', '/v1/lists', { name: 'Export' })
  const fields = { lastName: '=HYPERLINK("x")', firstName: 'Ève, "la" Fictive' }
  await app.ask('POST', '/v1/contacts', { number: '0639980064', fields, listId: list.body.id })
  // A French spreadsheet cuts at semicolons, and what stands behind one begins a cell.
  const cut = { number: '0639980065', fields: { firstName: 'x;=1+1;y' }, listId: list.body.id }
  await app.ask('POST', '/v1/contacts', cut)
  const url = `/v1/contacts/export?listId=${list.body.id}`
  const reason = 'A mailing by post'
  const take = (payload: object) =>
    app.server.inject({ method: 'POST', url, headers: { authorization: 'Bearer x' }, payload })
  expect((await take({})).statusCode).toBe(400)
  const file = await take({ reason })
  const [head, ...lines] = file.body.split('\r\n')
  const line = lines.find((one) => one.startsWith('+33639980064'))
  expect(head?.split(',').slice(0, 3)).toEqual(['\uFEFFNumber', 'First name', 'Last name'])
  expect(line).toContain(`+33639980064,"Ève, ""la"" Fictive","'=HYPERLINK(""x"")",`)
  expect(line).toContain(',unproven,Not proven,,')
  expect(lines.find((one) => one.startsWith('+33639980065'))).toContain(`,"x;'=1+1;y",`)
  expect(lines[2]).toBe('')
  const log = await app.ask('GET', '/v1/audit?action=contacts.exported')
  expect(log.body.items).toHaveLength(1)
  expect(log.body.items[0]).toMatchObject({ reason, details: { listId: list.body.id } })
  app.now.caller = { ...app.now.caller, rights: new Set(['contacts.read']) }
  expect((await take({ reason })).statusCode).toBe(403)
  app.now.caller = { ...app.now.caller, rights: new Set(rights) }
})

test('Lists are renamed, merged, dealt out and deleted; nobody is deleted with them', async () => {
  const list = async (name: string): Promise<string> =>
    (await app.ask('POST', '/v1/lists', { name })).body.id
  const [first, second] = [await list('Un'), await list('Deux')]
  for (let n = 0; n < 5; n += 1) {
    const body = { number: `063998007${n}`, listId: n < 3 ? first : second }
    await app.ask('POST', '/v1/contacts', body)
  }
  await app.ask('POST', '/v1/contacts', { number: '0639980070', listId: second })
  const renamed = await app.ask('PATCH', `/v1/lists/${first}`, { name: 'Tous' })
  expect(renamed.body).toMatchObject({ name: 'Tous', members: 3 })
  const merged = await app.ask('POST', `/v1/lists/${first}/merge`, { listIds: [second, second] })
  expect(merged.body).toMatchObject({ id: first, members: 5 })
  expect((await app.ask('GET', `/v1/lists/${second}`)).status).toBe(404)
  const itself = await app.ask('POST', `/v1/lists/${first}/merge`, { listIds: [first] })
  expect(itself.body.code).toBe('contacts.nothing_to_merge')

  const parts = await app.ask('POST', `/v1/lists/${first}/split`, { parts: 2 })
  expect(parts.status).toBe(201)
  const names = parts.body.items.map((one: { name: string; members: number }) => one.name)
  expect(names).toEqual(['Tous 1/2', 'Tous 2/2'])
  const members = parts.body.items.map((one: { members: number }) => one.members)
  expect(members).toEqual([3, 2])
  const tooMany = await app.ask('POST', `/v1/lists/${first}/split`, { parts: 6 })
  expect(tooMany.body.code).toBe('contacts.too_few_to_split')

  app.now.campaigns = 1
  const used = await app.ask('DELETE', `/v1/lists/${first}`)
  expect(used.body).toMatchObject({ code: 'contacts.list_in_use', details: { campaigns: 1 } })
  app.now.campaigns = 0
  const before = (await app.ask('GET', '/v1/contacts/counts')).body.people
  expect((await app.ask('DELETE', `/v1/lists/${first}`)).status).toBe(204)
  expect((await app.ask('GET', `/v1/contacts/counts?listId=${first}`)).status).toBe(404)
  expect((await app.ask('GET', '/v1/contacts/counts')).body.people).toBe(before)
  const { body } = await app.ask('POST', '/v1/contacts/search', { number: '0639980070' })
  const lists = await app.ask('GET', `/v1/contacts/${body.contact.id}/lists`)
  expect(lists.body.items.length).toBe(1)
})

test('People are put into a list and taken out by hand, counted, and each act is in the log', async () => {
  const list = (await app.ask('POST', '/v1/lists', { name: 'À la main' })).body.id
  const add = async (number: string): Promise<string> =>
    (await app.ask('POST', '/v1/contacts', { number })).body.contact.id
  const [first, second] = [await add('0639980080'), await add('0639980081')]
  const gone = app.makeId()
  const members = `/v1/lists/${list}/members`
  const joined = await app.ask('POST', members, { contactIds: [first, first, gone] })
  expect(joined.body).toEqual({ changed: 1, already: 0, unknown: 1 })
  const both = await app.ask('POST', members, { contactIds: [first, second] })
  expect(both.body).toEqual({ changed: 1, already: 1, unknown: 0 })
  const left = await app.ask('POST', `${members}/remove`, { contactIds: [first, gone] })
  expect(left.body).toEqual({ changed: 1, already: 0, unknown: 1 })
  const again = await app.ask('DELETE', `${members}/${first}`)
  expect(again.body).toEqual({ changed: 0, already: 1, unknown: 0 })
  expect((await app.ask('GET', `/v1/lists/${list}`)).body.members).toBe(1)
  const tooMany = Array.from({ length: 1_001 }, () => app.makeId())
  expect((await app.ask('POST', members, { contactIds: tooMany })).status).toBe(400)
  expect((await app.ask('POST', `/v1/lists/${gone}/members`, { contactIds: [first] })).status).toBe(
    404,
  )

  // Of several at once each has an entry, which names them: their own line of time tells it.
  const all = [first, second]
  await app.ask('POST', `${members}/remove`, { contactIds: all })
  expect((await app.ask('POST', members, { contactIds: all })).body.changed).toBe(2)
  type Entry = { subjectId: string; details: Record<string, string | number> }
  const entriesOf = async (action: string): Promise<Entry[]> => {
    const { items } = (await app.ask('GET', `/v1/audit?action=contacts.${action}`)).body
    return items.filter(({ details }: Entry) => details['listId'] === list)
  }
  const people = new Map<string, string>()
  for (const id of all) {
    people.set(id, (await app.ask('GET', `/v1/contacts/${id}`)).body.subjectId)
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

  app.now.caller = { ...app.now.caller, rights: new Set(['contacts.read']) }
  expect((await app.ask('POST', `${members}/remove`, { contactIds: [second] })).status).toBe(403)
  app.now.caller = { ...app.now.caller, rights: new Set(rights) }
})
