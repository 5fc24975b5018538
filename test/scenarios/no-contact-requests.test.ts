// Requests of people who are no contact: taken by letter or on the public page, searched for,
// tied or answered, and gone with the period of requests.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allTags, dense, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
}, 120_000)
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const tried = (method: Method, path: string, body?: unknown, by = token) =>
  accord.call<{ code?: string; id?: string }>(by, method, path, body)
const codeOf = async (method: Method, path: string, body?: unknown) => {
  const { status, body: said } = await tried(method, path, body)
  return `${status} ${said.code ?? ''}`
}

type View = {
  id: string
  kind: string
  whoAsks: string
  contactId: string | null
  numberMasked: string | null
  heardBy: string | null
  dueAt: string
  pausedAt: string | null
  answeredAt: string | null
  answer: string | null
  outcome: string | null
  identity: string
  identityWhy: string
  isIdentified: boolean
  steps: { kind: string; by: string; text: string | null; told: { why: string } | null }[]
  letters: { id: string }[]
  asker: { gave: string[]; search: { found: Body; endedAt: string | null } | null } | null
}
type Searched = {
  search: { endedAt: string | null; looked: number; found: Body }
  matches: { contactId: string; numberMasked: string; by: string[] }[]
  requests: { id: string; kind: string; answeredAt: string | null }[]
}
const take = (asker: Body, kind = 'access', more: Body = {}) =>
  ask<View>('POST', '/v1/person-requests/no-contact', {
    ...{ asker, kind, heardBy: 'letter', receivedOn: '2026-11-20', language: 'fr' },
    ...{ text: 'Demande ce que nous détenons sur lui.', ...more },
  })
const shown = (id: string) => ask<View>('GET', `/v1/person-requests/${id}`)
async function search(id: string): Promise<Searched> {
  for (;;) {
    const step = await ask<Searched>('POST', `/v1/person-requests/${id}/search`)
    if (step.search.endedAt !== null) return step
  }
}
const answer = (id: string, outcome: string, more: Body = {}) => ({
  path: `/v1/person-requests/${id}/answer`,
  body: { outcome, reason: 'Nous ne détenons rien sur vous.', ...more },
})
async function letterOf(id: string, query: string) {
  const headers = { authorization: `Bearer ${token}` }
  const url = `${accord.url}/v1/person-requests/${id}/reply.pdf?${query}`
  const response = await fetch(url, { headers })
  expect(response.status).toBe(200)
  return readPdf(Buffer.from(await response.arrayBuffer()))
}
async function contact(number: string, fields: Body = {}): Promise<string> {
  const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number, fields })
  return made.contact.id
}
const journal = async () => {
  type Entries = {
    items: { action: string; about?: Body[]; details: Body; reason: string | null }[]
  }
  return (await ask<Entries>('GET', '/v1/audit?limit=200')).items
}

test('a letter of nobody we know is searched for, answered “nothing held”, and said in a letter', async () => {
  const request = await take({
    ...{ name: 'M. Octave Lemoine', email: 'octave@lemoine.example' },
    ...{ address: '4 rue du Puits\n35000 Rennes' },
  })
  expect(request).toMatchObject({
    ...{ whoAsks: 'no_contact', contactId: null, numberMasked: null },
    ...{ identity: 'none', identityWhy: 'no_contact', isIdentified: true },
  })
  expect(request.dueAt.slice(0, 10)).toBe('2026-12-20')
  const { id } = request
  // In the list of those that wait, and in no view with what they gave.
  const list = await ask<{ items: View[] }>('GET', '/v1/person-requests?state=open')
  expect(list.items.find((one) => one.id === id)?.whoAsks).toBe('no_contact')
  const detail = await shown(id)
  expect(detail.asker).toEqual({ gave: ['name', 'email', 'address'], search: null })
  expect(JSON.stringify([list, detail])).not.toMatch(/Lemoine|octave|Puits/)
  // Nothing is held of a person there: no act on their data, and no SMS.
  const path = `/v1/person-requests/${id}`
  const reason = 'On le fait comme demandé.'
  expect(await codeOf('POST', `${path}/prepare`, { reason, language: 'fr' })).toBe(
    '409 preferences.request_of_asker',
  )
  // Nobody says that nothing is held who has not looked.
  const nothing = answer(id, 'nothing_held')
  expect(await codeOf('POST', nothing.path, nothing.body)).toBe(
    '409 preferences.request_search_first',
  )
  const { search: found, matches } = await search(id)
  expect(matches).toEqual([])
  expect(found.found).toEqual({
    ...{ number: null, email: 0, reference: null, name: 0, suppression: null },
  })
  // A search of yesterday says nothing of a contact of today.
  accord.letPass(25 * 3_600_000)
  expect(await codeOf('POST', nothing.path, nothing.body)).toBe(
    '409 preferences.request_search_first',
  )
  await search(id)
  expect(await codeOf('POST', nothing.path, answer(id, 'copy_sent').body)).toBe(
    '400 preferences.request_outcome_unfit',
  )
  const answered = await ask<View>('POST', nothing.path, nothing.body)
  expect(answered).toMatchObject({ answer: 'done', outcome: 'nothing_held' })
  const after = await shown(id)
  expect(after.steps.map(({ kind }) => kind)).toEqual([
    'received',
    'searched',
    'searched',
    'answered',
  ])
  expect(after.steps.at(-1)?.told?.why).toContain('not a contact')
  for (const [language, says, about] of [
    ['fr', 'Nous ne détenons rien sur vous.', 'votre adresse e-mail et votre nom'],
    ['en', 'Nous ne détenons rien sur vous.', 'your e-mail address and your name'],
  ] as const) {
    const letter = await letterOf(id, `what=answer&language=${language}`)
    expect(faultsOf(letter)).toEqual([])
    expect(letter.pages.flatMap(({ tags }) => allTags(tags)).length).toBeGreaterThan(5)
    expect(letter.language.slice(0, 2)).toBe(language)
    expect(dense(letter.text)).toContain(dense(says))
    expect(dense(letter.text)).toContain(dense(about))
    expect(dense(letter.text)).toContain(dense('M. Octave Lemoine'))
    expect(dense(letter.text)).toContain(dense('4 rue du Puits'))
    // Nobody was erased here: there is no proof that was left out of the search.
    expect(dense(letter.text)).not.toContain(dense(language === 'fr' ? 'chiffrées' : 'encrypted'))
  }
  // Who they are is shown for a reason, and the journal says that it was, never who it is.
  const who = await ask<Body>('POST', `${path}/asker/reveal`, { reason: 'pour poster la réponse' })
  expect(who).toMatchObject({ name: 'M. Octave Lemoine', number: null })
  const entries = await journal()
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'preferences.request_taken',
      'preferences.request_searched',
      'preferences.request_answered',
      'preferences.reply_letter_made',
      'preferences.request_asker_shown',
    ]),
  )
  expect(JSON.stringify(entries)).not.toMatch(/Lemoine|octave|Puits/)
  expect(entries.filter(({ about }) => about?.some(({ kind }) => kind === 'contact'))).toEqual([])
}, 60_000)

test('who asked before is found by number or e-mail; once the number is erased nobody is known any more', async () => {
  const [number, email] = ['+33639980163', 'basile@chenevert.example']
  const reason = 'pour vérifier qui a demandé'
  const first = await take({ name: 'Basile Chênevert', number, email })
  await search(first.id)
  const nothing = answer(first.id, 'nothing_held')
  await ask('POST', nothing.path, nothing.body)
  const numbered = await take({ number }, 'portability')
  const mailed = await take({ email: 'BASILE@chenevert.example' }, 'complaint')
  const stranger = await take({ name: 'Basile Chênevert' })
  const found = async ({ id }: View) => (await search(id)).requests.map((one) => one.id)
  expect(await found(numbered)).toEqual([first.id])
  expect((await search(mailed.id)).requests).toMatchObject([
    { id: first.id, kind: 'access', answeredAt: expect.any(String) },
  ])
  expect(await found(stranger)).toEqual([])
  // An e-mail that comes later is looked for too.
  await ask('POST', `/v1/person-requests/${numbered.id}/asker`, { asker: { email } })
  expect(await found(mailed)).toEqual(expect.arrayContaining([numbered.id, first.id]))

  const contactId = await contact(number)
  await ask('DELETE', `/v1/contacts/${contactId}`)
  expect((await shown(first.id)).asker).toBeNull()
  expect(await codeOf('POST', `/v1/person-requests/${first.id}/asker/reveal`, { reason })).toBe(
    '409 preferences.request_not_of_asker',
  )
  // What still waits for an answer is still somebody's; that a request was answered stays.
  expect((await shown(numbered.id)).asker?.gave).toEqual(['number', 'email'])
  expect(await found(mailed)).toEqual([numbered.id])
  expect(await shown(first.id)).toMatchObject({
    ...{ outcome: 'nothing_held', answer: 'done', hasText: false, asker: null },
  })
})

test('bad input is told: nothing given, no number, a contact’s number, a day to come', async () => {
  const path = '/v1/person-requests/no-contact'
  const body = { kind: 'access', heardBy: 'email', receivedOn: '2026-11-20', text: 'Ses données' }
  expect((await tried('POST', path, { ...body, asker: {} })).status).toBe(400)
  expect(await codeOf('POST', path, { ...body, asker: { number: 'quatre' } })).toBe(
    '400 preferences.request_number_unread',
  )
  await contact('+33639980801')
  expect(await codeOf('POST', path, { ...body, asker: { number: '06 39 98 08 01' } })).toBe(
    '409 preferences.request_of_contact',
  )
  expect(
    await codeOf('POST', path, {
      ...{ ...body, receivedOn: '2027-02-01', asker: { name: 'Zoé Petit' } },
    }),
  ).toBe('400 preferences.request_day_wrong')
  // A request of a contact is none of these, and another account sees none of ours.
  const known = await ask<View>('POST', '/v1/person-requests', {
    ...{ ...body, number: '+33639980801' },
  })
  expect(await codeOf('POST', `/v1/person-requests/${known.id}/search`)).toBe(
    '409 preferences.request_not_of_asker',
  )
  const ours = await take({ name: 'Zoé Petit' })
  const other = accord.accounts[1].token
  const foreign = await tried('POST', `/v1/person-requests/${ours.id}/search`, undefined, other)
  expect(foreign.body.code).toBe('preferences.request_not_found')
})

test('who cannot be found is asked for more while the clock stands still, then is found and tied', async () => {
  const id = await contact('+33639980811', {
    ...{ firstName: 'Ines', lastName: 'Caron', email: 'ines@caron.example' },
  })
  const namesake = await contact('+33639980812', { firstName: 'Inès', lastName: 'Caron' })
  const request = await take({ name: 'Mme Inès Caron' })
  const path = `/v1/person-requests/${request.id}`
  // A letter that came with it, sealed under the key of nobody else.
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')
  const file = { name: 'lettre.pdf', bytes: pdf }
  const added = await accord.upload<{ id: string }>(token, `${path}/letters`, file, {
    what: 'letter',
  })
  expect(added.status).toBe(201)
  // The clock stands still only once somebody has looked.
  expect(await codeOf('POST', `${path}/ask-details`)).toBe('409 preferences.request_search_first')
  const first = await search(request.id)
  expect(first.search.found['name']).toBe(2)
  expect(first.matches.map(({ contactId }) => contactId).sort()).toEqual([id, namesake].sort())
  expect(first.matches.every(({ by }) => by.join() === 'name')).toBe(true)
  const nothing = answer(request.id, 'nothing_held')
  expect(await codeOf('POST', nothing.path, nothing.body)).toBe('409 preferences.request_namesakes')
  const paused = await ask<View>('POST', `${path}/ask-details`)
  expect(paused.pausedAt).not.toBeNull()
  const letter = await letterOf(request.id, 'what=details')
  expect(dense(letter.text)).toContain(dense('article 11, paragraphe 2'))
  expect(dense(letter.text)).toContain(dense('N’envoyez jamais de pièce d’identité'))
  accord.letPass(3 * 86_400_000)
  const given = await ask<View>('POST', `${path}/asker`, {
    asker: { email: 'INES@caron.example' },
  })
  expect(given.pausedAt).toBeNull()
  expect(given.dueAt.slice(0, 10)).toBe('2026-12-23')
  const again = await search(request.id)
  expect(await codeOf('POST', `${path}/ask-details`)).toBe('409 preferences.request_details_asked')
  expect(again.matches.find(({ contactId }) => contactId === id)?.by).toEqual(['email', 'name'])
  // Nothing is held is not true any more; and nobody is tied by the search.
  const ruled = answer(request.id, 'nothing_held', { namesakesRuledOut: true })
  expect(await codeOf('POST', ruled.path, ruled.body)).toBe('409 preferences.request_match_found')
  expect((await shown(request.id)).whoAsks).toBe('no_contact')
  const tied = await ask<View>('POST', `${path}/tie`, {
    ...{ contactId: id, reason: 'L’adresse e-mail est celle du contact.' },
  })
  // Theirs from here on, and as sure as any request of theirs has to be.
  expect(tied).toMatchObject({ whoAsks: 'contact', contactId: id, identity: 'code' })
  expect([tied.isIdentified, tied.answeredAt]).toEqual([false, null])
  const detail = await shown(request.id)
  expect(detail.asker).toBeNull()
  expect(detail.steps.map(({ kind }) => kind)).toEqual([
    ...['received', 'document_added', 'searched', 'identity_asked', 'details_added', 'searched'],
    'tied',
  ])
  const text = await ask<{ text: string }>('POST', `${path}/reveal`, { reason: 'lit la demande' })
  expect(text.text).toContain('ce que nous détenons')
  const open = await fetch(`${accord.url}${path}/letters/${added.body.id}/open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'lit la lettre' }),
  })
  expect(Buffer.from(await open.arrayBuffer())).toEqual(pdf)
  expect(await codeOf('POST', `${path}/asker/reveal`, { reason: 'encore une fois' })).toBe(
    '409 preferences.request_not_of_asker',
  )
  expect(await codeOf('POST', `${path}/answer`, answer(request.id, 'copy_sent').body)).toBe(
    '409 preferences.request_not_identified',
  )
}, 60_000)

test('a number on the list of objections alone is told for what it is', async () => {
  const number = '+33639980821'
  // An objection by a number that nobody knows counts at once, and makes no contact of it.
  const objection = await take({ number }, 'objection', { text: 'Ne veut plus de publicité.' })
  const found = await ask<{ contacts: unknown[] }>('POST', '/v1/contacts/search', { number })
  expect(found.contacts).toEqual([])
  const { search: searched } = await search(objection.id)
  expect(searched.found).toMatchObject({ number: 0, suppression: 'marketing' })
  const nothing = answer(objection.id, 'nothing_held')
  expect(await codeOf('POST', nothing.path, nothing.body)).toBe(
    '409 preferences.request_objection_first',
  )
  const access = await take({ number })
  await search(access.id)
  const none = answer(access.id, 'nothing_held')
  expect(await codeOf('POST', none.path, none.body)).toBe('409 preferences.request_number_listed')
  const only = answer(objection.id, 'only_suppressed')
  expect(await ask<View>('POST', only.path, only.body)).toMatchObject({
    ...{ answer: 'done', outcome: 'only_suppressed', whoAsks: 'no_contact' },
  })
  const texts = await ask<{ items: { outcome: string; language: string; text: string }[] }>(
    ...(['GET', '/v1/answer-texts'] as const),
  )
  const own = texts.items.filter(({ outcome }) => outcome === 'only_suppressed')
  expect(own.map(({ text }) => text).join(' ')).toMatch(
    /our list of objections[\s\S]*notre liste des oppositions|notre liste des oppositions[\s\S]*our list of objections/,
  )
  const unlisted = await take({ number: '+33639980822' }, 'erasure')
  await search(unlisted.id)
  const wrong = answer(unlisted.id, 'only_suppressed')
  expect(await codeOf('POST', wrong.path, wrong.body)).toBe(
    '409 preferences.request_number_not_listed',
  )
  const unfound = answer(unlisted.id, 'not_identifiable')
  expect(await ask<View>('POST', unfound.path, unfound.body)).toMatchObject({ answer: 'refused' })
  const letter = await letterOf(unlisted.id, 'what=refusal')
  expect(dense(letter.text)).toContain(dense('autorité de contrôle'))
}, 60_000)

test('an extension and a complaint of nobody we know run by the same clock', async () => {
  const request = await take({ address: '2 quai Sud\n44000 Nantes' }, 'access', {
    receivedOn: '2026-11-26',
  })
  const path = `/v1/person-requests/${request.id}`
  const longer = { months: 2, reason: 'Nous cherchons dans nos anciens fichiers.' }
  const extended = await ask<View>('POST', `${path}/extend`, longer)
  expect(extended.dueAt.slice(0, 10)).toBe('2027-02-26')
  const letter = await letterOf(request.id, 'what=extension')
  expect(dense(letter.text)).toContain(dense(longer.reason))
  const complaint = await take({ email: 'lise@rey.example' }, 'complaint')
  const details = `/v1/person-requests/${complaint.id}/ask-details`
  await search(complaint.id)
  expect(await codeOf('POST', details)).toBe('409 preferences.request_act_unfit')
  const acknowledged = await ask<View>('POST', `/v1/person-requests/${complaint.id}/acknowledge`)
  expect(acknowledged.dueAt.slice(0, 10)).toBe('2027-02-20')
  // What waits and is nearly due is an open point as for anybody.
  const points = await ask<{ items: { kind: string; leadsTo?: string }[] }>(
    'GET',
    '/v1/overview/open-points',
  )
  expect(JSON.stringify(points.items)).toContain('request')
}, 60_000)

const post = (path: string, fields: Record<string, string>) =>
  fetch(`${accord.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams(fields),
  })
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('anybody asks on a public page of an account that has no form, linked from its notice', async () => {
  const forms = await ask<{ items: unknown[] }>('GET', '/v1/forms')
  expect(forms.items).toEqual([])
  const { path: notice } = await ask<{ path: string }>('GET', '/v1/public-notice')
  const read = await (await fetch(`${accord.url}${notice}?lang=fr`)).text()
  expect(read).toContain(`href="${notice}/request?lang=fr"`)
  const path = `${notice}/request`
  for (const [lang, title] of [
    ['fr', 'Une demande sur vos données'],
    ['en', 'A request about your data'],
  ] as const) {
    const page = await fetch(`${accord.url}${path}?lang=${lang}`)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).not.toMatch(/<script|https?:\/\//)
  }
  const sealOf = async () => {
    const html = await (await fetch(`${accord.url}${path}?lang=fr`)).text()
    return /name="seal" value="([^"]+)"/.exec(html)?.[1] ?? ''
  }
  const seal = await sealOf()
  const fields = {
    ...{ kind: 'access', name: 'Paul Vidal', number: '06 39 98 08 31', email: '', address: '' },
    ...{ text: '<b>Que savez-vous de moi ?</b>', website: '' },
  }
  const early = await post(`${path}?lang=fr`, { ...fields, seal })
  expect([early.status, textOf(await early.text())]).toEqual([
    400,
    expect.stringContaining('trop vite'),
  ])
  accord.letPass(5_000)
  // What is wrong is told with what was written, which comes back as text and no markup.
  const wrong = await post(`${path}?lang=fr`, { ...fields, kind: 'all', number: 'abc', seal })
  const told = await wrong.text()
  expect(wrong.status).toBe(400)
  expect(textOf(told)).toContain('Choisissez ce que vous demandez.')
  expect(textOf(told)).toContain('Ce n’est pas un numéro de téléphone.')
  expect(told).toContain('&lt;b&gt;Que savez-vous de moi ?&lt;/b&gt;')
  const nobody = await post(`${path}?lang=fr`, { ...fields, number: '', seal })
  expect(textOf(await nobody.text())).toContain('personne ne peut vous répondre')
  // Known or not, the same page comes back; the request is nobody's until staff tie it.
  const contactId = await contact('+33639980831', { firstName: 'Paul', lastName: 'Vidal' })
  const sent = await post(`${path}?lang=fr`, { ...fields, seal })
  expect(sent.status).toBe(200)
  const arrived = textOf(await sent.text())
  expect(arrived).toContain('Votre demande est bien arrivée')
  const twice = await post(`${path}?lang=fr`, { ...fields, seal })
  expect(textOf(await twice.text())).toContain('a déjà été envoyée')
  const unknown = { ...fields, number: '06 39 98 08 39', seal }
  const other = textOf(await (await post(`${path}?lang=fr`, unknown)).text())
  expect(other).toBe(arrived)
  const { items } = await ask<{ items: View[] }>('GET', '/v1/person-requests?limit=2')
  expect(items.map(({ whoAsks, heardBy }) => [whoAsks, heardBy])).toEqual([
    ['no_contact', 'web'],
    ['no_contact', 'web'],
  ])
  // Nobody of staff wrote it down: it is no mistake of theirs, and does not end without an answer.
  const mistake = answer(items[0]?.id ?? '', 'by_mistake')
  expect(await codeOf('POST', mistake.path, mistake.body)).toBe('409 preferences.request_is_theirs')
  const looked = [await search(items[0]?.id ?? ''), await search(items[1]?.id ?? '')]
  const of = looked.findIndex((one) => one.matches.some(({ by }) => by.includes('number')))
  const mine = items[of]?.id ?? ''
  const { matches } = looked[of] as Searched
  expect(matches).toMatchObject([{ contactId, by: ['number', 'name'] }])
  const tied = await ask<View>('POST', `/v1/person-requests/${mine}/tie`, {
    ...{ contactId, reason: 'Le numéro est celui du contact.' },
  })
  // Whoever filled in a page has shown nothing: the number still has to.
  expect(tied).toMatchObject({ identity: 'code', isIdentified: false, heardBy: 'web' })
  // From one place, a few in an hour.
  const answers: number[] = []
  for (let one = 0; one < 6; one += 1) {
    const body = { ...fields, text: `Encore ${one}`, seal }
    answers.push((await post(`${path}?lang=fr`, body)).status)
  }
  expect(answers.at(-1)).toBe(429)
  accord.letPass(3_600_000)
  const later = await post(`${path}?lang=fr`, { ...fields, text: 'Plus tard', seal })
  expect(later.status).toBe(200)
  const program = await post(`${path}?lang=fr`, { ...fields, website: 'x', seal })
  expect(program.status).toBe(400)
  expect((await fetch(`${accord.url}/notice/2222222222/request`)).status).toBe(404)
}, 60_000)

test('who asks to be erased on the page is erased as one who asked there', async () => {
  const { path: notice } = await ask<{ path: string }>('GET', '/v1/public-notice')
  const html = await (await fetch(`${accord.url}${notice}/request`)).text()
  const seal = /name="seal" value="([^"]+)"/.exec(html)?.[1] ?? ''
  accord.letPass(3_700_000)
  const contactId = await contact('+33639980841')
  const fields = { kind: 'erasure', number: '+33639980841', text: '', seal }
  expect((await post(`${notice}/request`, fields)).status).toBe(200)
  const { items } = await ask<{ items: View[] }>('GET', '/v1/person-requests?limit=1')
  const path = `/v1/person-requests/${items[0]?.id}`
  await ask('POST', `${path}/tie`, { contactId, reason: 'Le numéro est celui du contact.' })
  const how = { how: 'shared_fact', reason: 'a donné la date de sa commande' }
  await ask('POST', `${path}/identified`, how)
  const erased = await ask<View>('POST', `${path}/erase`, { reason: 'Vous êtes effacé.' })
  expect(erased).toMatchObject({ outcome: 'erased', whoAsks: 'erased' })
  const erasures = await ask<{ items: { askedHow: string }[] }>(
    ...(['GET', `/v1/erasures?contactId=${contactId}`] as const),
  )
  expect(erasures.items[0]?.askedHow).toBe('web')
}, 60_000)

test('an objection that turns out to be a contact’s is carried out with the tie', async () => {
  const number = '+33639980851'
  const contactId = await contact(number, { email: 'remi@blot.example' })
  const objection = await take({ email: 'remi@blot.example' }, 'objection')
  const found = await search(objection.id)
  expect(found.matches).toMatchObject([{ contactId, by: ['email'] }])
  const tied = await ask<View>('POST', `/v1/person-requests/${objection.id}/tie`, {
    ...{ contactId, reason: 'L’adresse e-mail est celle du contact.' },
  })
  expect(tied).toMatchObject({ outcome: 'stopped', answer: 'done', whoAsks: 'contact' })
  // What they wrote goes with them, and the journal stays.
  expect(JSON.stringify(await journal())).not.toContain('ce que nous détenons sur lui')
  const checked = await ask<{ suppression: string | null }>(
    'GET',
    `/v1/consents?contactId=${contactId}`,
  )
  expect(checked.suppression).toBe('marketing')
}, 60_000)

const suppressionOf = async (number: string) => {
  const contactId = await contact(number)
  type Checked = { suppression: string | null }
  return (await ask<Checked>('GET', `/v1/consents?contactId=${contactId}`)).suppression
}
async function publicPage() {
  const { path: notice } = await ask<{ path: string }>('GET', '/v1/public-notice')
  const path = `${notice}/request?lang=en`
  const html = await (await fetch(`${accord.url}${path}`)).text()
  const seal = /name="seal" value="([^"]+)"/.exec(html)?.[1] ?? ''
  accord.letPass(3_700_000)
  return { seal, send: (fields: Record<string, string>) => post(path, { ...fields, seal }) }
}

test('an objection on the public page counts at once, and is closed as what it is', async () => {
  const { send } = await publicPage()
  const number = '+33639980861'
  const fields = { kind: 'objection', number, text: '' }
  expect((await send(fields)).status).toBe(200)
  // Sent once more, it is the same request.
  expect(textOf(await (await send(fields)).text())).toContain('has been sent already')
  const { items } = await ask<{ items: View[] }>('GET', '/v1/person-requests?state=open&limit=50')
  const sent = items.filter(({ kind, heardBy }) => kind === 'objection' && heardBy === 'web')
  expect(sent).toHaveLength(1)
  const id = sent[0]?.id ?? ''
  expect((await search(id)).search.found['suppression']).toBe('marketing')
  for (const outcome of ['nothing_held', 'not_identifiable', 'excessive']) {
    const other = answer(id, outcome)
    expect(await codeOf('POST', other.path, other.body)).toBe(
      '409 preferences.request_objection_first',
    )
  }
  const only = answer(id, 'only_suppressed')
  expect(await ask<View>('POST', only.path, only.body)).toMatchObject({ answer: 'done' })
  expect(await suppressionOf(number)).toBe('marketing')
  // Of a contact too, whose number it is: nobody has to be known to say no.
  const known = '+33639980862'
  await contact(known)
  expect((await send({ kind: 'objection', number: known, text: '' })).status).toBe(200)
  expect(await suppressionOf(known)).toBe('marketing')
}, 60_000)

test('an objection whose number comes later counts from then on', async () => {
  const number = '+33639980863'
  const { id } = await take({ email: 'nadia@perrin.example' }, 'objection')
  await ask('POST', `/v1/person-requests/${id}/asker`, { asker: { number } })
  expect(await suppressionOf(number)).toBe('marketing')
}, 60_000)

test('a complaint on the page is told both of its days', async () => {
  const { send } = await publicPage()
  const email = 'lise@marchand.example'
  const sent = await send({ kind: 'complaint', email, text: 'Trop de messages.' })
  const told = textOf(await sent.text())
  const days = [...told.matchAll(/by (\d+ \w+ \d{4})/g)].map(([, day]) => Date.parse(day ?? ''))
  expect(days).toHaveLength(2)
  const [confirmed = 0, answered = 0] = days
  // Thirty days, then three months from the day on which it came.
  expect((answered - confirmed) / 86_400_000).toBeGreaterThan(55)
}, 60_000)

test('a contact with the same e-mail is ruled out with a reason, or nobody can tell', async () => {
  await contact('+33639980864', { email: 'famille@roux.example' })
  const first = await take({ email: 'famille@roux.example' })
  await search(first.id)
  const nothing = answer(first.id, 'nothing_held')
  expect(await codeOf('POST', nothing.path, nothing.body)).toBe(
    '409 preferences.request_match_found',
  )
  const shows = 'Elle partage cet e-mail avec sa mère, et l’a dit au téléphone.'
  const ruled = answer(first.id, 'nothing_held', { matchesRuledOut: shows })
  // Who came since the search was shown to nobody.
  await contact('+33639980865', { email: 'famille@roux.example' })
  expect(await codeOf('POST', ruled.path, ruled.body)).toBe('409 preferences.request_match_found')
  await search(first.id)
  expect(await ask<View>('POST', ruled.path, ruled.body)).toMatchObject({ outcome: 'nothing_held' })
  const entries = await journal()
  expect(
    entries.filter(({ action }) => action === 'preferences.request_matches_ruled_out'),
  ).toMatchObject([{ reason: shows, details: { requestId: first.id, contacts: 2 } }])
  const second = await take({ email: 'famille@roux.example' })
  await search(second.id)
  const unfound = answer(second.id, 'not_identifiable')
  expect(await ask<View>('POST', unfound.path, unfound.body)).toMatchObject({ answer: 'refused' })
}, 60_000)

test('more people of one name than are shown are ruled out by nobody', async () => {
  for (let one = 0; one <= 50; one += 1) {
    await contact(`+336399807${String(one).padStart(2, '0')}`, {
      ...{ firstName: 'Marie', lastName: 'Legrandnom' },
    })
  }
  const { id } = await take({ name: 'Marie Legrandnom' })
  expect((await search(id)).search.found['name']).toBe(51)
  const nothing = answer(id, 'nothing_held', { namesakesRuledOut: true })
  expect(await codeOf('POST', nothing.path, nothing.body)).toBe(
    '409 preferences.request_matches_unseen',
  )
}, 60_000)
