// What a person gets of their own: a copy that they can read, and a place to say what is wrong.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPageOf, provenOf } from '../support/own-page.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
let controllerId: string
let wordingId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  ;({ controllerId, wordingId } = await publishedWording(accord))
}, 120_000)
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const reason = 'La personne a écrit ce matin'

async function person(number: string, fields: Body = {}): Promise<string> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number,
    fields: { firstName: 'Zoé', birthDate: '1990-04-00', ...fields },
  })
  await ask('POST', '/v1/consents', {
    number,
    wordingId,
    controllerId,
    channel: 'sms',
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse <n° 3>' },
  })
  return contact.id
}
const read = async (path: string, cookie = '') => {
  const answer = await fetch(`${accord.url}${path}`, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${accord.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams(fields),
  })
/** As it is read, without the tags. */
const plain = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const audit = async (action: string) =>
  (await ask<{ items: { reason: string; details: Body }[] }>('GET', `/v1/audit?action=${action}`))
    .items

test('the copy tells all that is held, in sentences, and nothing of it lies elsewhere', async () => {
  const number = '+33639980951'
  const id = await person(number, { email: 'zoe@example.org', lastName: '<Exemple>' })
  const list = await ask<{ id: string }>('POST', '/v1/lists', { name: 'Fidélité' })
  await ask('POST', `/v1/lists/${list.id}/members`, { contactIds: [id] })
  const sent = { to: number, class: 'alert', basis: 'contract', controllerId, sender: 'Tilleuls' }
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  await ask('POST', '/v1/messages', { ...sent, text: 'Votre commande 4512 & la suite' })
  const own = await ownPageOf(accord, token, id)
  await post(own, { action: 'object_marketing' })
  // Who has the link alone is asked for the code first, whatever they want to take.
  for (const [path, to] of [
    ['copy.html?lang=fr', 'read'],
    ['copy.html?lang=fr&save=1', 'save'],
    ['receipts.json', 'receipts'],
  ]) {
    const first = await read(`${own}/${path}`)
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe(`${own}/copy?to=${to}&lang=fr`)
  }
  expect(plain((await read(`${own}/copy?to=read&lang=fr`)).text)).toContain('M’envoyer un code')
  expect((await post(`${own}/copy/open?lang=fr`, { code: '12345' })).status).toBe(400)
  const cookie = await provenOf(accord, token, own)
  const saved = await read(`${own}/copy.html?lang=fr&save=1`, cookie)
  expect(saved.headers.get('content-disposition')).toContain('mes-donnees.html')
  const { status, text, headers } = await read(`${own}/copy.html?lang=fr`, cookie)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const words = plain(text)
  for (const told of [
    ...[number, 'Zoé', 'zoe@example.org', '&lt;Exemple&gt;', 'avril 1990'],
    ...['Votre commande 4512 &amp; la suite', 'caisse &lt;n° 3&gt;'],
    ...['Vous avez accepté', '5 janvier 2026', 'Vous avez demandé l’arrêt des messages'],
    ...['Par SMS, pour « offres »', 'France', 'De Tilleuls à vous', 'Fidélité'],
  ]) {
    expect(words).toContain(told)
  }
  // The words that were shown, and the link itself, which opens the page, left out.
  const { items } = await ask<{ items: { id: string; shownText: string }[] }>('GET', '/v1/wordings')
  expect(words).toContain(items.find((one) => one.id === wordingId)?.shownText)
  expect(text).not.toContain(own)
  expect(words).toContain('lien non affiché')
  // One file: nothing that a browser would have to fetch, and nothing that runs.
  expect(text).not.toMatch(/<(?:script|link|iframe|object)\b|\ssrc="(?!data:)|url\(|@import/)
  const english = plain((await read(`${own}/copy.html?lang=en`, cookie)).text)
  expect(english).toContain('You asked to stop')
  // What one code opened is of this link alone, and nothing can be made up.
  const other = await ownPageOf(accord, token, await person('+33639980959'))
  expect((await read(`${other}/receipts.json`, cookie)).status).toBe(303)
  const later = cookie.replace(/=\d/, '=9')
  expect((await read(`${own}/receipts.json`, later)).status).toBe(303)
  // Nobody else's link, and none after the person is gone.
  expect((await read(`/p/${'A'.repeat(22)}/copy.html`)).status).toBe(404)
  await accord.call(token, 'DELETE', `/v1/contacts/${id}`)
  expect((await read(`${own}/copy.html`, cookie)).status).toBe(404)
}, 60_000)

test('codes are not guessed: after five tries none is taken, not even the right one', async () => {
  const own = await ownPageOf(accord, token, await person('+33639980958'))
  const guess = async () => (await post(`${own}/copy/open?lang=fr`, { code: '000000' })).status
  for (let tried = 0; tried < 5; tried += 1) expect(await guess()).toBe(400)
  expect(await guess()).toBe(429)
  await expect(provenOf(accord, token, own)).rejects.toThrow('opens nothing: 429')
}, 60_000)

type Requests = {
  items: { id: string; kind: string; hasText: boolean; dueAt: string; answer: string | null }[]
}
const open = async () => (await ask<Requests>('GET', '/v1/person-requests?open=true')).items

test('what a person says is wrong reaches staff, who look for a reason and answer', async () => {
  const id = await person('+33639980952')
  const own = await ownPageOf(accord, token, id)
  const wrong = 'Mon prénom est Zoë,\r\net non <Zoé>.'
  const done = await post(`${own}?lang=fr`, { action: 'rectification', text: wrong })
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    `${own}?done=rectification&lang=fr`,
  ])
  const [request] = await open()
  expect(request).toMatchObject({ kind: 'rectification', hasText: true })
  expect(request?.dueAt.slice(0, 10)).toBe('2026-12-25')
  // The list says that there is a text, and not what it is.
  expect(JSON.stringify(await open())).not.toContain('prénom')
  const waiting = plain((await read(`${own}?lang=fr`)).text)
  expect(waiting).toContain('En attente de réponse')
  expect(waiting).toContain('25 décembre 2026')
  expect(waiting).toContain('et non &lt;Zoé&gt;.')

  const path = `/v1/person-requests/${request?.id}/reveal`
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: 'consents',
    rights: ['consent.read', 'consent.record'],
  })
  expect((await accord.call(made.body.secret, 'POST', path, { reason })).status).toBe(403)
  expect((await accord.call(token, 'POST', path, {})).status).toBe(400)
  const stranger = accord.accounts[1].token
  expect((await accord.call(stranger, 'POST', path, { reason })).status).toBe(404)
  expect(await audit('preferences.request_revealed')).toEqual([])
  expect(await ask('POST', path, { reason })).toEqual({
    text: 'Mon prénom est Zoë,\net non <Zoé>.',
  })
  expect(await audit('preferences.request_revealed')).toMatchObject([
    { reason, details: { requestId: request?.id, kind: 'rectification' } },
  ])
  const told = 'Votre prénom est corrigé.'
  await ask('POST', `/v1/person-requests/${request?.id}/answer`, {
    outcome: 'corrected',
    reason: told,
  })
  const answered = plain((await read(`${own}?lang=fr`)).text)
  expect(answered).toContain('Traitée')
  expect(answered).toContain('Corrigé le 25 novembre 2026')
  expect(answered).toContain(told)
  // Erased with the person.
  await accord.call(token, 'DELETE', `/v1/contacts/${id}`)
  expect(await accord.call(token, 'POST', path, { reason })).toMatchObject({
    status: 404,
    body: { code: 'preferences.request_without_text' },
  })
}, 60_000)

test('a correction that says nothing or too much comes back, with what was written', async () => {
  const own = await ownPageOf(accord, token, await person('+33639980953'))
  const before = (await open()).length
  const send = async (text: string) => {
    const answer = await post(`${own}?lang=en`, { action: 'rectification', text })
    return { status: answer.status, text: answer.status === 303 ? '' : await answer.text() }
  }
  const empty = await send('  ')
  expect([empty.status, empty.text.includes('Write what is wrong')]).toEqual([400, true])
  const long = `${'é'.repeat(1_001)} <end>`
  const tooMuch = await send(long)
  expect([tooMuch.status, tooMuch.text.includes('Shorten it to 1000 characters')]).toEqual([
    400,
    true,
  ])
  expect(tooMuch.text).toContain(`${'é'.repeat(1_001)} &lt;end&gt;`)
  expect((await open()).length).toBe(before)
  // One after another each is kept; a sixth that waits is not taken, and is not lost either.
  for (let time = 1; time <= 5; time += 1) expect((await send(`Erreur ${time}`)).status).toBe(303)
  const sixth = await send('Erreur six')
  expect(sixth.status).toBe(400)
  expect(sixth.text).toContain('already wait for an answer')
  expect(sixth.text).toContain('>Erreur six</textarea>')
  expect((await open()).length).toBe(before + 5)
}, 60_000)

test('staff take the same copy for somebody who asked by letter, and it is recorded', async () => {
  const id = await person('+33639980956')
  const path = `/v1/contacts/${id}/desk/copy`
  const take = (bearer: string, body: Body) =>
    fetch(`${accord.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: 'looks at nobody',
    rights: ['contacts.read', 'consent.record'],
  })
  const wish = { reason, language: 'en' }
  expect((await take(made.body.secret, wish)).status).toBe(403)
  expect((await take(token, { language: 'en' })).status).toBe(400)
  expect((await take(accord.accounts[1].token, wish)).status).toBe(404)
  expect(await audit('preferences.copy_taken')).toEqual([])
  const page = await ownPageOf(accord, token, id)
  const cookie = await provenOf(accord, token, page)
  const taken = await take(token, wish)
  expect([taken.status, taken.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('my-data.html'),
  ])
  const own = await read(`${page}/copy.html?lang=en`, cookie)
  const parts = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title)
  const copy = await taken.text()
  expect(copy).toContain('+33639980956')
  expect(parts(copy)).toEqual(parts(own.text))
  expect(await audit('preferences.copy_taken')).toMatchObject([
    { reason, details: { contactId: id, language: 'en' } },
  ])
}, 60_000)

test('what staff hear is wrong is read by whoever answers, and by the person', async () => {
  const id = await person('+33639980955')
  const heard = 'Son nom est Dupré, et non Dupont'
  const act = { action: 'rectification', heardBy: 'phone', reason: heard }
  expect(await ask('POST', `/v1/contacts/${id}/desk/acts`, act)).toEqual({ done: 'rectification' })
  const [request] = await open()
  expect(request).toMatchObject({ kind: 'rectification', hasText: true })
  const shown = await ask('POST', `/v1/person-requests/${request?.id}/reveal`, { reason })
  expect(shown).toEqual({ text: heard })
  const page = plain((await read(`${await ownPageOf(accord, token, id)}?lang=fr`)).text)
  expect(page).toContain(`Ce qui a été noté ${heard}`)
  expect(page).toContain('noté par la personne qui vous a répondu')
}, 60_000)

test('a request whose answer is late says so to the person', async () => {
  const id = await person('+33639980954')
  await post(await ownPageOf(accord, token, id), { action: 'access' })
  // The link has ended by then; another one leads to the same page.
  accord.letPass(31 * 86_400_000)
  const late = plain((await read(`${await ownPageOf(accord, token, id)}?lang=fr`)).text)
  expect(late).toContain('La réponse est en retard')
  expect(late).toContain('La réponse était attendue pour le 25 décembre 2026')
}, 60_000)

test('codes are not guessed by patience either: what is tried in a day is counted too', async () => {
  const own = await ownPageOf(accord, token, await person('+33639980957'))
  const guess = async () => (await post(`${own}/copy/open?lang=fr`, { code: '000000' })).status
  for (let quarter = 0; quarter < 3; quarter += 1) {
    for (let tried = 0; tried < 5; tried += 1) expect(await guess()).toBe(400)
    accord.letPass(15 * 60_000)
  }
  expect(await guess()).toBe(429)
  accord.letPass(24 * 60 * 60_000)
  expect(await guess()).toBe(400)
}, 60_000)
