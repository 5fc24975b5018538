// What a link and a code to a number open: never what needs a second sign in an answer, by no door.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { lastCodeOf, ownPageOf, provenOf } from '../support/own-page.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
let consent: { controllerId: string; wordingId: string }
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  consent = await publishedWording(accord)
}, 120_000)
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const codeOf = async (method: Method, path: string, body?: unknown) => {
  const answer = await accord.call<{ code?: string }>(token, method, path, body)
  return [answer.status, answer.body.code]
}
const reason = 'Vos données sont traitées comme vous le demandez.'

async function person(number: string, fields: Body = {}): Promise<string> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    ...{ number, fields: { firstName: 'Zoë-ancienne', ...fields } },
  })
  await ask('POST', '/v1/consents', {
    ...{ ...consent, number, channel: 'sms', purpose: 'offers' },
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse-ancienne' },
  })
  return contact.id
}
const send = (to: string, text: string) =>
  ask<{ id: string }>('POST', '/v1/messages', {
    ...{ to, class: 'alert', basis: 'contract', sender: 'Tilleuls', text },
  })
async function replied(id: string, number: string, text: string): Promise<void> {
  await textFrom(accord, number, text)
  await eventually(async () => {
    const { items } = await ask<{ items: unknown[] }>('GET', `/v1/contacts/${id}/timeline`)
    return JSON.stringify(items).includes('"reply"') ? true : null
  })
}
const read = async (path: string, cookie = '') => {
  const answer = await fetch(`${accord.url}${path}`, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${accord.url}${path}`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin: accord.url } },
    body: new URLSearchParams(fields),
  })
type View = {
  id: string
  kind: string
  askedAt: string
  heardBy: string | null
  identity: string
  identityWhy: string
  isIdentified: boolean
  answerFile: string
}
const openOf = async (contactId: string) => {
  type Open = { items: (View & { contactId: string })[] }
  const { items } = await ask<Open>('GET', '/v1/person-requests?open=true&limit=100')
  return items.filter((one) => one.contactId === contactId)
}
const shown = (id: string) => ask<View>('GET', `/v1/person-requests/${id}`)
const ready = (id: string) =>
  eventually(async () => ((await shown(id)).answerFile === 'ready' ? true : null))

type Work = Parameters<typeof withClient<unknown>>[2]
const inDatabase = (work: Work) => {
  const at = { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord' }
  return withClient({ ...at, ssl: false }, { user: superuser }, work)
}

/** The sandbox operator says it of some numbers alone, from the first message on. */
async function answeredAsNobodys(
  contactId: string,
  since = '2026-11-25T10:10:00+01:00',
): Promise<void> {
  await inDatabase((client) =>
    client.query(
      `insert into sending.dead_number (account_id, number_tag, subject_id, since, message_id,
         answer, failures)
       select account_id, number_tag, subject_id, $2, gen_random_uuid(), 'unknown_subscriber', 1
       from contacts.contact where id = $1`,
      [contactId, since],
    ),
  )
}

/** All that the copy gives: to read, as a file, and for programs. */
const doors = ['copy.html?lang=fr', 'copy.html?lang=en&save=1', 'receipts.json'] as const

test('where somebody replied, one code opens everything but the messages, and says so', async () => {
  const number = '+33639980701'
  const id = await person(number)
  await send(number, 'Tilleuls : rendez-vous secret mardi.')
  await replied(id, number, 'ma réponse intime')
  const own = await ownPageOf(accord, token, id)
  const cookie = await provenOf(accord, token, own)
  for (const door of doors) {
    const { status, text } = await read(`${own}/${door}`, cookie)
    expect([door, status]).toEqual([door, 200])
    expect(text).not.toMatch(/rendez-vous secret|réponse intime/)
  }
  const french = (await read(`${own}/copy.html?lang=fr`, cookie)).text
  for (const told of ['Zoë-ancienne', 'caisse-ancienne', 'Ils ne sont pas dans cette copie']) {
    expect(french).toContain(told)
  }
  const english = (await read(`${own}/copy.html?lang=en`, cookie)).text
  expect(english).toContain('They are not in this copy')
  expect(english).toContain('Request a copy of my data')
  // What it says leads there: the request asks for the second sign.
  await post(own, { action: 'access' })
  expect(await openOf(id)).toMatchObject([{ identity: 'second', identityWhy: 'holds_replies' }])
  // Staff who give it for a reason give all of it.
  const taken = await fetch(`${accord.url}/v1/contacts/${id}/desk/copy`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason, language: 'fr' }),
  })
  expect(await taken.text()).toContain('ma réponse intime')
}, 60_000)

test('where nobody replied, one code opens the messages too', async () => {
  const number = '+33639980702'
  const id = await person(number)
  await send(number, 'Tilleuls : votre commande 88.')
  const own = await ownPageOf(accord, token, id)
  const cookie = await provenOf(accord, token, own)
  expect((await read(`${own}/copy.html?lang=fr`, cookie)).text).toContain('votre commande 88')
}, 60_000)

test('the word that asks for a copy is no reply that needs a second sign', async () => {
  const number = '+33639980715'
  const id = await person(number)
  const sent = await send(number, 'Tilleuls : votre commande 88.')
  await eventually(async () => {
    const { state } = await ask<{ state: string }>('GET', `/v1/messages/${sent.id}`)
    return state === 'delivered' ? true : null
  })
  await replied(id, number, 'MesDonnées')
  const [request] = await eventually(async () => {
    const found = await openOf(id)
    return found.length > 0 ? found : null
  })
  expect(request).toMatchObject({ kind: 'access', heardBy: 'sms' })
  await ask('POST', `/v1/person-requests/${request?.id}/prepare`, { reason, language: 'fr' })
  await ready(request?.id ?? '')
  const made = { identity: 'code', identityWhy: 'code_to_number' }
  expect(await shown(request?.id ?? '')).toMatchObject(made)
  const own = await ownPageOf(accord, token, id)
  expect((await post(`${own}/requests/${request?.id}/code?lang=fr`)).status).toBe(200)
}, 60_000)

test('whoever has a number that was nobody’s reads nothing of who had it before', async () => {
  const number = '+33639980705'
  const email = 'ancienne@example.org'
  const id = await person(number, { email })
  const paper = { name: 'accord.pdf', bytes: '%PDF-1.4\nsigned: ancienne\n%%EOF' }
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: 'papier', language: 'fr', medium: 'paper', controllerId: consent.controllerId },
    shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    ...{ channels: ['sms'], purposes: ['reminders'] },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const fields = { number, wordingId: wording.id, controllerId: consent.controllerId }
  const kept = await accord.upload<{ document: { id: string } }>(
    ...([accord.owner.cookie, '/v1/consents/documents', paper] as const),
    {
      ...fields,
      channels: 'sms',
      purpose: 'reminders',
      givenAt: '2026-11-20T12:00:00Z',
      source: 'c',
    },
  )
  expect(kept.status).toBe(201)
  const before = await ownPageOf(accord, token, id)
  const old = await provenOf(accord, token, before)
  await post(before, { action: 'rectification', text: 'mon nom est Ancienne-Dupont' })
  await post(before, { action: 'access' })
  const earlier = (await openOf(id)).find(({ kind }) => kind === 'access')
  await ask('POST', `/v1/person-requests/${earlier?.id}/prepare`, { reason, language: 'fr' })
  await ready(earlier?.id ?? '')
  await send(number, 'Tilleuls : message à l’ancienne.')
  // Whatever was asked before then is of whoever had it; the clock goes on past it.
  await answeredAsNobodys(id)
  accord.letPass(15 * 60_000)
  // Somebody else asks for a link. No receipt has told yet that the number works again.
  const own = await ownPageOf(accord, token, id)
  const former =
    /Zoë-ancienne|caisse-ancienne|ancienne@|Ancienne-Dupont|message à l’ancienne|signed:/
  const page = (await read(`${own}?lang=fr`)).text
  expect(page).not.toMatch(former)
  expect(page).not.toMatch(/copy\.html|receipts\.json|documents\//)
  expect(page).toContain('Ce numéro a peut-être changé de main')
  expect(page).toContain('Demander une copie de mes données')
  expect((await read(`${own}?lang=en`)).text).toContain('This number may have changed hands')
  const document = `documents/${kept.body.document.id}`
  // With a code that was typed in time, and without: by the old link and the new one.
  for (const [link, cookie] of [
    [own, ''],
    [before, old],
  ] as const) {
    for (const door of [...doors, document, 'copy?to=read']) {
      const { status, text } = await read(`${link}/${door}`, cookie)
      expect([door, status]).toEqual([door, 403])
      expect(text).not.toMatch(former)
    }
    expect((await post(`${link}/copy/code?lang=fr`)).status).toBe(403)
  }
  // The file that was made before, and what staff wrote down of a letter, are not theirs either.
  expect((await post(`${own}/requests/${earlier?.id}/code`)).status).toBe(403)
  const letter = await ask<View>('POST', '/v1/person-requests', {
    ...{ number, kind: 'access', heardBy: 'letter', receivedOn: '2026-11-25' },
    text: 'Mme Ancienne-Dupont demande ses données',
  })
  expect((await read(`${own}?lang=fr`)).text).not.toMatch(former)
  const path = `/v1/person-requests/${letter.id}`
  const changed = [409, 'preferences.request_number_changed_hands']
  expect(await codeOf('POST', `${path}/identity`, { sendFrom: 'Tilleuls' })).toEqual(changed)
  expect(await codeOf('POST', `${path}/prepare`, { reason, language: 'fr' })).toEqual(changed)
  expect((await post(`${own}/requests/${letter.id}/confirm`)).status).toBe(403)
  expect(await codeOf('POST', `${path}/answer`, { outcome: 'copy_sent', reason })).toEqual([
    409,
    'preferences.request_not_identified',
  ])
  const known = { how: 'shared_fact', reason: 'Le montant du dernier achat.' }
  await ask('POST', `${path}/identified`, known)
  await ask('POST', `${path}/answer`, { outcome: 'copy_sent', reason })
  // What they ask for themselves stands on their page, and opens once staff know who they are.
  await post(own, { action: 'access' })
  const asking = (await openOf(id)).find(({ kind }) => kind === 'access')
  expect(asking).toMatchObject({ identity: 'second', identityWhy: 'number_changed_hands' })
  await ask('POST', `/v1/person-requests/${asking?.id}/prepare`, { reason, language: 'fr' })
  await ready(asking?.id ?? '')
  const file = `${own}/requests/${asking?.id}`
  const refused = await post(`${file}/code?lang=fr`)
  expect([refused.status, (await refused.text()).includes('Appelez-nous')]).toEqual([409, true])
  await ask('POST', `/v1/person-requests/${asking?.id}/identified`, known)
  expect((await post(`${file}/code?lang=fr`)).status).toBe(200)
  const given = await post(`${file}/answer?lang=fr`, { code: await lastCodeOf(accord, token) })
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/zip'])
  // It is known once.
  expect(await codeOf('POST', `/v1/person-requests/${asking?.id}/identified`, known)).toEqual([
    409,
    'preferences.request_answered',
  ])
  // They can still say no.
  await post(own, { action: 'object_all' })
  expect((await read(`${own}?lang=fr`)).text).toMatch(/Vous avez arrêté tous les messages/)
}, 90_000)

test('an operator that says a number is nobody’s closes the page’s copy', async () => {
  // By its last digits the sandbox operator answers that nobody has it.
  const number = '+33639980901'
  const id = await person(number)
  const own = await ownPageOf(accord, token, id)
  // A page may be asked for so often a minute: the wait looks elsewhere.
  await eventually(async () => {
    const { items } = await ask<{ items: unknown[] }>('GET', '/v1/dead-numbers')
    return JSON.stringify(items).includes(id) ? true : null
  })
  expect((await read(`${own}/copy?to=read&lang=fr`)).status).toBe(403)
  expect((await read(`${own}?lang=fr`)).text).toContain('Ce numéro a peut-être changé de main')
}, 60_000)

/** A page of the account on which anybody can type an address; with the code to the number. */
let formPath: string | null = null
async function openForm(): Promise<string> {
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: 'Page', language: 'fr', medium: 'web', controllerId: consent.controllerId },
    shownText: 'Oui, j’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    ...{ channels: ['sms'], purposes: ['offers'], form: { boxInitially: 'unticked' } },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const made = await ask<{ id: string }>('POST', '/v1/forms', {
    ...{ name: 'Site', language: 'fr', controllerId: consent.controllerId, sender: 'Tilleuls' },
    wordingIds: [wording.id],
    notice: {
      ...{ controllerAddress: '1 rue des Tilleuls, 69000 Lyon', controllerContact: 'a@b.example' },
      ...{ recipients: 'la boutique et son opérateur', retention: 'trois ans' },
    },
  })
  const form = await ask<{ url: string }>('POST', `/v1/forms/${made.id}/open`)
  return new URL(form.url).pathname
}
async function typed(number: string, email: string): Promise<void> {
  formPath ??= await openForm()
  const pathname = formPath
  const field = (text: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
  const { text } = await read(pathname)
  accord.letPass(2_100)
  const box = /name="(box_[^"]+)"/.exec(text)?.[1] ?? ''
  const fields = { number, email, seal: field(text, 'seal'), [box]: 'yes' }
  const waiting = await (await post(pathname, fields)).text()
  const code = await lastCodeOf(accord, token)
  const confirmed = await post(`${pathname}/code`, { pending: field(waiting, 'pending'), code })
  expect(confirmed.status).toBe(200)
}

test('an address that a form took from whoever has the number is no second sign', async () => {
  const number = '+33639980706'
  const id = await person(number, { email: 'ancienne@example.org' })
  await send(number, 'Tilleuls : une question ?')
  await replied(id, number, 'ma réponse intime')
  await typed(number, 'nouveau@example.org')
  const own = await ownPageOf(accord, token, id)
  await post(own, { action: 'access' })
  const [request] = await openOf(id)
  await ask('POST', `/v1/person-requests/${request?.id}/prepare`, { reason, language: 'fr' })
  await ready(request?.id ?? '')
  const refused = await post(`${own}/requests/${request?.id}/code?lang=fr`)
  expect([refused.status, (await refused.text()).includes('Appelez-nous')]).toEqual([409, true])
  expect(await isSecondCodeMailed()).toBe(false)
}, 60_000)

async function isSecondCodeMailed(): Promise<boolean> {
  type Mails = { items: { content: { subject: string } | null }[] }
  const { items } = await ask<Mails>('GET', '/v1/mails')
  return items.some(({ content }) => content?.subject === 'Votre second code')
}

test.each([
  ['a correction', '+33639980707', { email: 'ancienne@example.org' }],
  ['a correction where none was held', '+33639980708', {}],
  ['hand', '+33639980709', { email: 'ancienne@example.org' }],
] as const)(
  'an address that came by %s after somebody replied is no second sign',
  async (how, number, held) => {
    const id = await person(number, held)
    await send(number, 'Tilleuls : une question ?')
    await replied(id, number, 'ma réponse intime')
    const own = await ownPageOf(accord, token, id)
    const email = 'nouveau@example.org'
    if (how === 'hand') await ask('PATCH', `/v1/contacts/${id}`, { fields: { email } })
    else {
      await post(own, { action: 'rectification', text: `mon adresse est ${email}` })
      const [asking] = await openOf(id)
      await ask('POST', `/v1/person-requests/${asking?.id}/correct`, { fields: { email }, reason })
    }
    await post(own, { action: 'access' })
    const [request] = await openOf(id)
    await ask('POST', `/v1/person-requests/${request?.id}/prepare`, { reason, language: 'fr' })
    await ready(request?.id ?? '')
    const code = `${own}/requests/${request?.id}/code?lang=fr`
    const refused = await post(code)
    expect([refused.status, (await refused.text()).includes('Appelez-nous')]).toEqual([409, true])
    expect(await isSecondCodeMailed()).toBe(false)
    // Staff know by something else who it is: that is the second sign.
    const known = { how: 'shared_fact', reason: 'Le montant du dernier achat.' }
    await ask('POST', `/v1/person-requests/${request?.id}/identified`, known)
    expect((await post(code)).status).toBe(200)
  },
  60_000,
)

test.each([
  ['rectification', '+33639980711', 'correct', { fields: { firstName: 'Nouvelle' } }],
  ['restriction', '+33639980712', 'restrict', {}],
  ['erasure', '+33639980713', 'erase', {}],
] as const)(
  '%s asked from a number that may be somebody else’s needs more than the number',
  async (kind, number, act, more) => {
    const id = await person(number)
    const own = await ownPageOf(accord, token, id)
    const text = kind === 'rectification' ? 'mon prénom est Nouvelle' : ''
    await post(own, { action: kind, text })
    const [earlier] = await openOf(id)
    expect(earlier).toMatchObject({ kind, identity: 'none', isIdentified: true })
    const { askedAt = '' } = earlier ?? {}
    await answeredAsNobodys(id, new Date(Date.parse(askedAt) + 1).toISOString())
    // What the former holder asked for on their page was theirs, and is another request.
    expect(await shown(earlier?.id ?? '')).toMatchObject({ isIdentified: true })
    await post(await ownPageOf(accord, token, id), { action: kind, text })
    const asking = (await openOf(id)).find((one) => one.id !== earlier?.id)
    const doubtful = { identity: 'second', identityWhy: 'number_changed_hands' }
    expect(asking).toMatchObject({ kind, ...doubtful, isIdentified: false })
    const path = `/v1/person-requests/${asking?.id}`
    const unsure = [409, 'preferences.request_not_identified']
    expect(await codeOf('POST', `${path}/${act}`, { reason, ...more })).toEqual(unsure)
    if (kind === 'rectification') {
      // The one from before is still carried out.
      await ask('POST', `/v1/person-requests/${earlier?.id}/${act}`, { reason, ...more })
      return
    }
    const known = { how: 'known_to_staff', reason: 'Venue en boutique.' }
    await ask('POST', `${path}/identified`, known)
    expect((await codeOf('POST', `${path}/${act}`, { reason }))[0]).toBe(200)
  },
  60_000,
)

test('who asked before it was known that the number changed hands is looked at again', async () => {
  const number = '+33639980714'
  const id = await person(number)
  await post(await ownPageOf(accord, token, id), { action: 'erasure' })
  const [asking] = await openOf(id)
  const path = `/v1/person-requests/${asking?.id}`
  // The receipt was older than the request, and judged after it.
  const before = Date.parse(asking?.askedAt ?? '') - 60_000
  await answeredAsNobodys(id, new Date(before).toISOString())
  const doubtful = { identity: 'second', identityWhy: 'number_changed_hands', isIdentified: false }
  expect(await shown(asking?.id ?? '')).toMatchObject(doubtful)
  const unsure = [409, 'preferences.request_not_identified']
  expect(await codeOf('POST', `${path}/erase`, { reason })).toEqual(unsure)
}, 60_000)

test('a reply that came between the order and the answer needs its second sign', async () => {
  const number = '+33639980716'
  const id = await person(number)
  await send(number, 'Tilleuls : une question ?')
  const own = await ownPageOf(accord, token, id)
  await post(own, { action: 'access' })
  const [request] = await openOf(id)
  const path = `/v1/person-requests/${request?.id}`
  await inDatabase(async (client) => {
    // A table that is read for the answer alone: it is begun, and waits.
    await client.query('begin')
    await client.query('lock table preferences.answer_code in access exclusive mode')
    const ordered = await ask<View>('POST', `${path}/prepare`, { reason, language: 'fr' })
    expect(ordered.identity).toBe('code')
    await replied(id, number, 'ma réponse intime')
    await client.query('commit')
  })
  await ready(request?.id ?? '')
  expect(await shown(request?.id ?? '')).toMatchObject({
    ...{ identity: 'second', identityWhy: 'holds_replies' },
  })
  const refused = await post(`${own}/requests/${request?.id}/code?lang=fr`)
  expect(refused.status).toBe(409)
}, 60_000)

test('what staff say they changed or handed over needs to be sure who asked', async () => {
  const number = '+33639980703'
  await person(number)
  const take = (kind: string) =>
    ask<View>('POST', '/v1/person-requests', {
      ...{ number, kind, heardBy: 'phone', receivedOn: '2026-11-25', text: `Demande : ${kind}` },
    })
  for (const [kind, outcome] of [
    ['access', 'copy_sent'],
    ['portability', 'file_sent'],
    ['rectification', 'corrected'],
    ['erasure', 'erased_in_part'],
  ] as const) {
    const path = `/v1/person-requests/${(await take(kind)).id}`
    const unsure = [409, 'preferences.request_not_identified']
    expect([kind, await codeOf('POST', `${path}/answer`, { outcome, reason })]).toEqual([
      kind,
      unsure,
    ])
    await ask('POST', `${path}/identified`, { how: 'known_to_staff', reason: 'Venue en boutique.' })
    expect(await ask('POST', `${path}/answer`, { outcome, reason })).toMatchObject({ outcome })
  }
  // A no needs no proof of who asked.
  const unknown = await take('access')
  const refusal = { outcome: 'not_identified', reason }
  expect(await ask('POST', `/v1/person-requests/${unknown.id}/answer`, refusal)).toMatchObject({
    answer: 'refused',
  })
}, 60_000)

test('a link shows who has the phone, which is too little for what needs a second sign', async () => {
  const number = '+33639980704'
  const id = await person(number)
  await send(number, 'Tilleuls : une question ?')
  await replied(id, number, 'oui merci bien')
  const { id: requestId } = await ask<View>('POST', '/v1/person-requests', {
    ...{ number, kind: 'access', heardBy: 'letter', receivedOn: '2026-11-25', text: 'Ses données' },
  })
  const path = `/v1/person-requests/${requestId}`
  const own = await ownPageOf(accord, token, id)
  expect((await post(`${own}/requests/${requestId}/confirm`)).status).toBe(303)
  const answer = { outcome: 'copy_sent', reason }
  expect(await codeOf('POST', `${path}/answer`, answer)).toEqual([
    409,
    'preferences.request_not_identified',
  ])
  expect(await shown(requestId)).toMatchObject({ isIdentified: false })
  await ask('POST', `${path}/identified`, { how: 'shared_fact', reason: 'Le dernier achat.' })
  expect(await shown(requestId)).toMatchObject({ isIdentified: true })
  await ask('POST', `${path}/answer`, answer)
}, 60_000)

/** A value of article 9, from a file, on a legal basis that a second person approved. */
async function illnessOf(number: string, illness: string): Promise<void> {
  const { id: legalBasisId } = await ask<{ id: string }>('POST', '/v1/sensitive-legal-bases', {
    ...{ controllerId: consent.controllerId, category: 'health', basis: 'health_care' },
    justification: 'Rappels de suivi par un professionnel tenu au secret médical.',
    endsAt: '2027-05-01T00:00:00Z',
  })
  await inDatabase((client) =>
    client.query(
      `update sensitive.legal_basis
       set state = 'in_force', approved_by = 'user:second', approved_at = recorded_at
       where legal_basis_id = $1`,
      [legalBasisId],
    ),
  )
  const bytes = `Mobile;Diagnostic\n${number};${illness}\n`
  const file = { name: 'suivi.csv', bytes }
  const { body } = await accord.upload<{ id: string }>(token, '/v1/imports', file)
  type Import = { state: string; counts: { sensitiveKept: number } | null }
  const path = `/v1/imports/${body.id}`
  const at = (...states: string[]) =>
    eventually(async () => {
      const view = await ask<Import>('GET', path)
      return states.includes(view.state) ? view : null
    })
  await at('analysed', 'mapping_needed')
  await ask('POST', `${path}/mapping`, {
    columns: [{ index: 0, field: 'number' }],
    sensitive: [{ index: 1, legalBasisId }],
    listName: 'Suivi',
  })
  expect((await at('done', 'failed')).counts).toMatchObject({ sensitiveKept: 1 })
}
const preparedFor = async (id: string, own: string) => {
  await post(own, { action: 'access' })
  const [request] = await openOf(id)
  const requestId = request?.id ?? ''
  await ask('POST', `/v1/person-requests/${requestId}/prepare`, { reason, language: 'fr' })
  await ready(requestId)
  return requestId
}

test('an address that was typed before the first reply opens no sensitive data', async () => {
  const number = '+33639980717'
  const id = await person(number)
  await illnessOf(number, 'asthme')
  await send(number, 'Tilleuls : une question ?')
  accord.letPass(2 * 60_000)
  // Whoever holds the phone gives an address of theirs, and only then replies.
  await typed(number, 'nouveau@example.org')
  accord.letPass(60_000)
  await replied(id, number, 'bonjour')
  const own = await ownPageOf(accord, token, id)
  const requestId = await preparedFor(id, own)
  expect(await shown(requestId)).toMatchObject({
    ...{ identity: 'second', identityWhy: 'holds_sensitive' },
  })
  const code = `${own}/requests/${requestId}/code?lang=fr`
  const refused = await post(code)
  expect([refused.status, (await refused.text()).includes('Appelez-nous')]).toEqual([409, true])
  // The file that was made holds the value still, whoever has it erased since.
  await ask('POST', `/v1/contacts/${id}/sensitive/erase`, { reason: 'le suivi est clos' })
  expect((await post(code)).status).toBe(409)
  expect(await isSecondCodeMailed()).toBe(false)
}, 90_000)

test('an address that was there before the first reply is a second sign for replies', async () => {
  const number = '+33639980718'
  const id = await person(number)
  await send(number, 'Tilleuls : une question ?')
  accord.letPass(2 * 60_000)
  await ask('PATCH', `/v1/contacts/${id}`, { fields: { email: 'zoe@example.org' } })
  accord.letPass(60_000)
  await replied(id, number, 'ma réponse intime')
  const own = await ownPageOf(accord, token, id)
  const requestId = await preparedFor(id, own)
  expect((await post(`${own}/requests/${requestId}/code?lang=fr`)).status).toBe(200)
  expect(await isSecondCodeMailed()).toBe(true)
}, 60_000)
