// Somebody rings or writes: staff see them in clear for a reason, act in their own name,
// and say what was done.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPageOf } from '../support/own-page.ts'
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
const reason = 'La personne a téléphoné ce matin'

async function person(number: string): Promise<string> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number,
    fields: { firstName: 'Zoé' },
  })
  await ask('POST', '/v1/consents', {
    number,
    wordingId,
    controllerId,
    channel: 'sms',
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse' },
  })
  return contact.id
}

async function tokenWith(rights: string[]): Promise<string> {
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: rights.join(' '),
    rights,
  })
  return made.body.secret
}

type Desk = {
  number: string
  fields: Body
  suppression: string | null
  choices: { state: string; channel: string; purpose: string; controllerId: string }[]
  requests: { id: string; kind: string; outcome: string | null; reason: string | null }[]
}
const deskOf = (id: string) => ask<Desk>('POST', `/v1/contacts/${id}/desk`, { reason })
const audit = async (action: string) =>
  (
    await ask<{ items: { reason: string; subjectId: string; details: Body }[] }>(
      'GET',
      `/v1/audit?action=${action}`,
    )
  ).items

test('the desk needs its right and a reason, and each look is in the log', async () => {
  const id = await person('+33639980901')
  const path = `/v1/contacts/${id}/desk`
  const weak = await tokenWith(['consent.record', 'contacts.read', 'consent.read'])
  expect((await accord.call(weak, 'POST', path, { reason })).status).toBe(403)
  expect((await accord.call(token, 'POST', path, { reason: '' })).status).toBe(400)
  const other = accord.accounts[1].token
  expect((await accord.call(other, 'POST', path, { reason })).status).toBe(404)
  expect(await audit('preferences.desk_opened')).toEqual([])
  const desk = await deskOf(id)
  expect(desk).toMatchObject({
    number: '+33639980901',
    fields: { firstName: 'Zoé' },
    choices: [{ channel: 'sms', purpose: 'offers', state: 'given' }],
  })
  expect(await audit('preferences.desk_opened')).toMatchObject([
    { reason, details: { contactId: id } },
  ])
})

test('what staff do for a person says so: who, and how they heard it', async () => {
  const id = await person('+33639980902')
  const path = `/v1/contacts/${id}/desk/acts`
  const withdrawal = { action: 'withdraw', controllerId, channel: 'sms', purpose: 'offers' }
  const heard = { heardBy: 'phone', reason }
  const looksOnly = await tokenWith(['contacts.reveal'])
  const refused = await accord.call(looksOnly, 'POST', path, { ...withdrawal, ...heard })
  expect(refused).toMatchObject({ status: 403, body: { code: 'http.right_missing' } })
  // How it was heard is no detail that may be left out.
  expect((await accord.call(token, 'POST', path, { ...withdrawal, reason })).status).toBe(400)
  expect(await ask('POST', path, { ...withdrawal, ...heard })).toEqual({ done: 'withdrawn' })
  const again = await accord.call(token, 'POST', path, { ...withdrawal, ...heard })
  expect(again).toMatchObject({ status: 409, body: { code: 'preferences.nothing_to_withdraw' } })
  const letter = { action: 'object_all', heardBy: 'letter', reason: 'Lettre du 20 novembre' }
  expect(await ask('POST', path, letter)).toEqual({ done: 'objected' })
  type Events = { events: { entryId: string; kind: string; heardBy: string | null }[] }
  const { events } = await ask<Events>('GET', `/v1/consents?contactId=${id}`)
  expect(events.map(({ kind, heardBy }) => [kind, heardBy])).toEqual(
    expect.arrayContaining([
      ['consent.withdrawn', 'phone'],
      ['objection', 'letter'],
    ]),
  )
  expect(await audit('preferences.desk_acted')).toMatchObject([
    { reason: 'Lettre du 20 novembre', details: { did: 'objected', heardBy: 'letter' } },
    { reason, details: { did: 'withdrawn', heardBy: 'phone' } },
  ])
  expect((await deskOf(id)).suppression).toBe('all')
})

test('a request is answered with what was done and why, and the person reads that', async () => {
  const id = await person('+33639980903')
  const own = await ownPageOf(accord, token, id)
  const read = async () => (await fetch(`${accord.url}${own}?lang=fr`)).text()
  const asks = (action: string) =>
    fetch(`${accord.url}${own}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: accord.url },
      body: new URLSearchParams({ action }),
    })
  await asks('access')
  type Requests = {
    items: { id: string; kind: string; numberMasked: string | null; heardBy: string | null }[]
  }
  const open = async () => (await ask<Requests>('GET', '/v1/person-requests?open=true')).items
  const [request] = await open()
  // Who asks is shown, so that nobody answers in the dark, and masked as everywhere.
  expect(request).toMatchObject({ kind: 'access', heardBy: null })
  expect(request?.numberMasked).toMatch(/\+33 .*03$/)
  const path = `/v1/person-requests/${request?.id}/answer`
  const answer = (body: unknown) => accord.call(token, 'POST', path, body)
  expect((await answer({ outcome: 'copy_sent' })).status).toBe(400)
  expect((await answer({ answer: 'done' })).status).toBe(400)
  expect(await answer({ outcome: 'corrected', reason })).toMatchObject({
    status: 400,
    body: { code: 'preferences.request_outcome_unfit' },
  })
  const told = 'Nous n’avons pas pu vérifier votre identité ; écrivez-nous.'
  const done = await answer({ outcome: 'not_identified', reason: told })
  expect(done.body).toMatchObject({ answer: 'refused', outcome: 'not_identified' })
  expect(await answer({ outcome: 'copy_sent', reason })).toMatchObject({ status: 409 })
  const page = await read()
  expect(page).toContain('votre identité n’a pas pu être confirmée')
  expect(page).toContain(told)
  expect(page).toContain('CNIL')
  expect(page).not.toContain('avec une copie de vos données')
  expect(await audit('preferences.request_answered')).toMatchObject([
    { reason: told, details: { kind: 'access', outcome: 'not_identified' } },
  ])
})

test('nobody is told that they were erased while they are still here', async () => {
  const id = await person('+33639980904')
  const heard = { heardBy: 'in_person', reason }
  await ask('POST', `/v1/contacts/${id}/desk/acts`, { action: 'erasure', ...heard })
  const desk = await deskOf(id)
  expect(desk.requests).toMatchObject([{ kind: 'erasure', heardBy: 'in_person', outcome: null }])
  // Who asks to be erased also says stop.
  expect(desk.suppression).toBe('marketing')
  const path = `/v1/person-requests/${desk.requests[0]?.id}/answer`
  const said = { outcome: 'erased', reason: 'Contact supprimé le jour même' }
  const early = await accord.call(token, 'POST', path, said)
  expect(early).toMatchObject({ status: 409, body: { code: 'preferences.request_not_erased' } })
  // Nor do they go by hand: their own request erases them, once it is sure who asks.
  const byHand = await accord.call(token, 'DELETE', `/v1/contacts/${id}`)
  expect(byHand).toMatchObject({
    ...{ status: 409, body: { code: 'contacts.deletion_request_open' } },
  })
  const request = `/v1/person-requests/${desk.requests[0]?.id}`
  const known = { how: 'known_to_staff', reason: 'Elle est venue avec sa carte de cliente.' }
  await ask('POST', `${request}/identified`, known)
  const done = await accord.call(token, 'POST', `${request}/erase`, { reason: said.reason })
  expect(done).toMatchObject({
    status: 200,
    body: { outcome: 'erased', contactId: null, numberMasked: null },
  })
})

test('no button of a person’s page can be read the other way in French', async () => {
  const own = await ownPageOf(accord, token, await person('+33639980905'))
  const page = await (await fetch(`${accord.url}${own}?lang=fr`)).text()
  const buttons = [...page.matchAll(/<button[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(buttons).toContain('Arrêter la publicité')
  expect(buttons).toContain('Arrêter tous les messages, sauf ceux qui doivent m’être envoyés')
  // “Plus de …” without a “ne” before it also says “more …”.
  expect(buttons.filter((text) => /^Plus\b/.test(text ?? ''))).toEqual([])
})
