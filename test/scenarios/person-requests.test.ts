// The life of people's requests: taken, sure who asks, extended, carried out, fetched by code.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomsOnPaper } from '../../src/app/index.ts'
import { leftOutColumns, leftOutTables } from '../../src/preferences/answer/left-out.ts'
import { capital } from '../../src/preferences/html.ts'
import { lastCodeOf, ownPageOf } from '../support/own-page.ts'
import { publishedWording } from '../support/published-wording.ts'
import { allTags, dense, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord, textFrom } from '../support/scenario.ts'
import { unzip, unzipOctets } from '../support/unzip.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
}, 120_000)
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const tried = (method: Method, path: string, body?: unknown) =>
  accord.call<{ code?: string }>(token, method, path, body)
const reason = 'Vos données sont traitées comme vous le demandez.'

async function person(number: string, fields: Body = {}): Promise<string> {
  const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    ...{ number, fields: { firstName: 'Zoë', ...fields } },
  })
  return made.contact.id
}
type View = {
  id: string
  kind: string
  dueAt: string
  identity: string
  identityWhy: string
  identifiedAt: string | null
  pausedAt: string | null
  answerFile: string
  outcome: string | null
  isRestricted: boolean
  steps: { kind: string; by: string; text: string | null }[]
}
const take = (number: string, kind: string, receivedOn = '2026-11-20') =>
  ask<View>('POST', '/v1/person-requests', {
    ...{ number, kind, heardBy: 'letter', receivedOn, text: `Par lettre : ${kind}` },
  })
const shown = (id: string) => ask<View>('GET', `/v1/person-requests/${id}`)
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${accord.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams(fields),
  })
const pageText = async (path: string) =>
  (await (await fetch(`${accord.url}${path}`)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const alert = (to: string) => ({
  ...{ to, class: 'alert', basis: 'contract', sender: 'Tilleuls' },
  text: 'Tilleuls : votre commande est prête.',
})
/** An answer finds the account whose message left to the number last. */
async function alerted(to: string): Promise<void> {
  const { id } = await ask<{ id: string }>('POST', '/v1/messages', alert(to))
  await eventually(async () => {
    const { state } = await ask<{ state: string }>('GET', `/v1/messages/${id}`)
    return state === 'delivered' ? true : null
  })
}

test('a letter’s request counts from its day, waits for the person, and goes on', async () => {
  const number = '+33639980961'
  const id = await person(number)
  const early = { number, kind: 'access', heardBy: 'phone', text: 'Ses données' }
  expect(
    (await tried('POST', '/v1/person-requests', { ...early, receivedOn: '2026-12-25' })).body,
  ).toMatchObject({ code: 'preferences.request_day_wrong' })
  const request = await take(number, 'rectification')
  expect(request).toMatchObject({ identity: 'code', identityWhy: 'code_to_number' })
  expect(request.dueAt.slice(0, 10)).toBe('2026-12-20')
  const path = `/v1/person-requests/${request.id}`
  await ask('POST', '/v1/custom-fields', { name: 'Carte', type: 'text' })
  const correction = { fields: { firstName: 'Zoé' }, custom: { carte: 'Or' }, reason }
  expect((await tried('POST', `${path}/correct`, correction)).body.code).toBe(
    'preferences.request_not_identified',
  )
  const paused = await ask<View>('POST', `${path}/identity`, { sendFrom: 'Tilleuls' })
  expect(paused.pausedAt).not.toBeNull()
  accord.letPass(2 * 86_400_000)
  const own = await ownPageOf(accord, token, id)
  expect(await pageText(`${own}?lang=fr`)).toContain('cette demande vient de moi')
  const confirmed = await post(`${own}/requests/${request.id}/confirm?lang=fr`)
  expect(confirmed.headers.get('location')).toBe(`${own}?done=identified&lang=fr`)
  const going = await shown(request.id)
  expect([going.pausedAt, going.identifiedAt === null]).toEqual([null, false])
  expect(going.dueAt.slice(0, 10)).toBe('2026-12-22')
  // Corrected from the request itself, and told.
  expect(await ask<View>('POST', `${path}/correct`, correction)).toMatchObject({
    outcome: 'corrected',
  })
  const revealed = await ask<{ fields: Body; custom: Body[] }>(
    'POST',
    `/v1/contacts/${id}/reveal`,
    { reason: 'looks whether it is right' },
  )
  expect(revealed.fields['firstName']).toBe('Zoé')
  expect(revealed.custom).toMatchObject([{ key: 'carte', value: 'Or' }])
  expect((await shown(request.id)).steps.map(({ kind }) => kind)).toEqual([
    ...['received', 'identity_asked', 'identified', 'corrected', 'answered'],
  ])
  expect(await pageText(`${own}?lang=fr`)).toContain('Vos données ont été corrigées')
}, 60_000)

test('an extension is a letter with its reasons, once, and counted from the day it came', async () => {
  const number = '+33639980962'
  const id = await person(number)
  const request = await take(number, 'access', '2026-11-24')
  const path = `/v1/person-requests/${request.id}/extend`
  expect((await tried('POST', path, { months: 3, reason })).body.code).toBe('http.input_invalid')
  const told = 'Nos archives sur papier doivent être relues une à une.'
  const longer = await ask<View>('POST', path, { months: 2, reason: told })
  expect(longer.dueAt.slice(0, 10)).toBe('2027-02-24')
  expect((await tried('POST', path, { months: 1, reason })).body.code).toBe(
    'preferences.request_extended',
  )
  const own = await ownPageOf(accord, token, id)
  const letter = await pageText(`${own}?lang=en`)
  expect(letter).toContain('We need more time')
  expect(letter).toContain(told)
  expect(letter).toContain('complain to the supervisory authority')
}, 60_000)

test('a complaint is acknowledged within its own days', async () => {
  await person('+33639980963')
  const complaint = await take('+33639980963', 'complaint')
  expect([complaint.identity, complaint.dueAt.slice(0, 10)]).toEqual(['none', '2026-12-20'])
  const path = `/v1/person-requests/${complaint.id}/acknowledge`
  expect((await ask<View>('POST', path)).dueAt.slice(0, 10)).toBe('2027-02-20')
}, 60_000)

test('restricted data is kept and not used, until it is lifted and told', async () => {
  const number = '+33639980964'
  const id = await person(number)
  const own = await ownPageOf(accord, token, id)
  await post(own, { action: 'restriction' })
  type List = { items: View[] }
  const { items } = await ask<List>('GET', '/v1/person-requests?open=true')
  const request = items.find(({ kind }) => kind === 'restriction')
  expect(request).toMatchObject({ identityWhy: 'asked_on_page' })
  const path = `/v1/person-requests/${request?.id}`
  // Nobody says that it was done who has not done it.
  const said = await tried('POST', `${path}/answer`, { outcome: 'restricted', reason })
  expect(said.body.code).toBe('preferences.request_not_carried_out')
  expect(await ask<View>('POST', `${path}/restrict`, { reason })).toMatchObject({
    ...{ outcome: 'restricted', isRestricted: true },
  })
  type Contact = { status: { code: string } }
  expect((await ask<Contact>('GET', `/v1/contacts/${id}`)).status.code).toBe('restricted')
  const refused = await ask<{ state: string; refusal?: string; id: string }>(
    ...(['POST', '/v1/messages', alert(number)] as const),
  )
  const message = await ask<Body>('GET', `/v1/messages/${refused.id}`)
  expect(JSON.stringify(message)).toContain('restricted')
  expect(message['state']).toBe('refused')
  expect(await pageText(`${own}?lang=fr`)).toContain('conservées sans être utilisées')
  // Kept is kept: nobody deletes it by hand, and the answer says where it is lifted.
  const deleted = await tried('DELETE', `/v1/contacts/${id}`)
  expect([deleted.status, deleted.body]).toMatchObject([
    409,
    { code: 'contacts.deletion_restricted', details: { requestId: request?.id } },
  ])
  expect(await ask<Body>('GET', '/v1/retention')).toMatchObject({ restricted: { people: 1 } })
  await ask('POST', `${path}/lift`, { reason: 'L’exactitude est vérifiée.' })
  expect((await ask<Contact>('GET', `/v1/contacts/${id}`)).status.code).toBe('unproven')
  expect(await pageText(`${own}?lang=fr`)).toContain('L’exactitude est vérifiée.')
}, 60_000)

test('an objection by phone counts at once; who asks to be erased is erased from the request', async () => {
  await person('+33639980965')
  expect(await take('+33639980965', 'objection')).toMatchObject({ outcome: 'stopped' })
  const id = await person('+33639980966')
  const request = await take('+33639980966', 'erasure')
  const path = `/v1/person-requests/${request.id}`
  expect((await tried('POST', `${path}/erase`, { reason })).body.code).toBe(
    'preferences.request_not_identified',
  )
  const known = { how: 'known_to_staff', reason: 'La personne est venue en boutique.' }
  await ask('POST', `${path}/identified`, known)
  expect(await ask<View>('POST', `${path}/erase`, { reason })).toMatchObject({ outcome: 'erased' })
  expect((await tried('GET', `/v1/contacts/${id}`)).status).toBe(404)
}, 60_000)

test('nobody is deleted while a request waits; who asks to be erased first is, for a reason', async () => {
  const number = '+33639980968'
  const id = await person(number)
  const access = await take(number, 'access')
  const waits = { code: 'contacts.deletion_request_open', details: { requestId: access.id } }
  const deleted = await tried('DELETE', `/v1/contacts/${id}`)
  expect([deleted.status, deleted.body]).toMatchObject([409, waits])
  const erasure = await take(number, 'erasure')
  const path = `/v1/person-requests/${erasure.id}`
  const known = { how: 'known_to_staff', reason: 'La personne est venue en boutique.' }
  await ask('POST', `${path}/identified`, known)
  const undecided = await tried('POST', `${path}/erase`, { reason })
  expect([undecided.status, undecided.body]).toMatchObject([
    409,
    { code: 'preferences.request_others_open', details: { requestId: access.id } },
  ])
  const othersReason = 'they_chose'
  const erased = await ask<View>('POST', `${path}/erase`, { reason, othersReason })
  expect(erased.outcome).toBe('erased')
  const journal = await ask<{ items: { actorName: string | null }[] }>(
    ...(['GET', '/v1/audit?action=preferences.erased_they_chose'] as const),
  )
  expect(journal.items).toHaveLength(1)
  expect((await tried('GET', `/v1/contacts/${id}`)).status).toBe(404)
  // Of whom nothing waits any more a deletion by hand goes as before.
  const other = await person('+33639980969')
  const answered = await take('+33639980969', 'access')
  expect((await tried('DELETE', `/v1/contacts/${other}`)).status).toBe(409)
  const refused = { outcome: 'excessive', reason }
  await ask('POST', `/v1/person-requests/${answered.id}/answer`, refused)
  expect((await tried('DELETE', `/v1/contacts/${other}`)).status).toBe(204)
}, 60_000)

test('a letter is sealed with its request and opened for a reason; an identity paper is refused', async () => {
  await person('+33639980967')
  const request = await take('+33639980967', 'access')
  const path = `/v1/person-requests/${request.id}/letters`
  const file = { name: 'lettre.pdf', bytes: '%PDF-1.4 Madame, Monsieur' }
  const paper = await accord.upload<{ code: string }>(token, path, file, { what: 'identity_paper' })
  expect([paper.status, paper.body.code]).toEqual([400, 'preferences.request_identity_paper'])
  const kept = await accord.upload<{ id: string }>(token, path, file, { what: 'letter' })
  expect(kept.status).toBe(201)
  const open = `${path}/${kept.body.id}/open`
  expect((await tried('POST', open, {})).status).toBe(400)
  const bytes = await accord.call<string>(token, 'POST', open, { reason: 'relire la demande' })
  expect(String(bytes.body)).toContain('Madame, Monsieur')
  type Deeds = { items: { reason: string }[] }
  const deeds = await ask<Deeds>('GET', '/v1/audit?action=preferences.request_letter_opened')
  expect(deeds.items[0]?.reason).toBe('relire la demande')
}, 60_000)

test('own words for an answer, and the program’s again', async () => {
  type Texts = { items: { outcome: string; language: string; text: string; isOwn: boolean }[] }
  const chosen = { outcome: 'copy_sent', language: 'fr', text: 'Voici vos données.' }
  const find = ({ items }: Texts) =>
    items.find(({ outcome, language }) => outcome === 'copy_sent' && language === 'fr')
  const before = find(await ask<Texts>('GET', '/v1/answer-texts'))
  expect(before?.isOwn).toBe(false)
  expect(find(await ask<Texts>('PUT', '/v1/answer-texts', chosen))).toMatchObject(chosen)
  const back = await ask<Texts>('PUT', '/v1/answer-texts', { ...chosen, text: null })
  expect(find(back)).toEqual(before)
}, 60_000)

/** Six digits that the (imagined) handset got last. */
async function codeOn(): Promise<string> {
  return eventually(async () => {
    type Found = { items: { id: string }[] }
    const { items } = await ask<Found>('GET', `/v1/messages?limit=50`)
    for (const { id } of items) {
      const body = { reason: 'reads the code as the person does' }
      const { body: text } = await accord.call<{ text?: string; to?: string }>(
        ...([token, 'POST', `/v1/messages/${id}/handset`, body] as const),
      )
      const code = /\b(\d{6})\b/.exec(text.text ?? '')?.[1]
      if (code !== undefined) return code
    }
    return null
  })
}

test('the answer is one sealed archive that opens with codes alone, and the fetch is recorded', async () => {
  const number = '+33639980968'
  const email = 'zoe@example.org'
  const id = await person(number, { email })
  await alerted(number)
  await textFrom(accord, number, 'Merci beaucoup')
  await eventually(async () => {
    const { items } = await ask<{ items: unknown[] }>('GET', '/v1/inbound')
    return items.length > 0 ? items : null
  })
  const own = await ownPageOf(accord, token, id)
  await post(own, { action: 'access' })
  type List = { items: View[] }
  const { items } = await ask<List>('GET', '/v1/person-requests?open=true')
  const request = items[0]
  // The answer holds what the person wrote: a code to the number is not enough.
  expect(request).toMatchObject({ identity: 'second', identityWhy: 'holds_replies' })
  const path = `/v1/person-requests/${request?.id}`
  // Whom the register and the public notice name, the answer names as well.
  const declared = { place: 'rights', field: 'recipients', value: 'Cabinet Exemple' }
  await ask('PUT', '/v1/register/declarations', declared)
  const program = { url: 'https://crm.tilleuls.example/accord', events: ['contact.opted_out'] }
  await ask('POST', '/v1/webhooks', { ...program, country: 'BE' })
  await ask('POST', `${path}/prepare`, { reason, language: 'fr' })
  const ready = await eventually(async () => {
    const view = await shown(request?.id ?? '')
    return view.answerFile === 'ready' ? view : null
  })
  expect(ready.outcome).toBe('copy_sent')
  const page = `${own}/requests/${request?.id}`
  const asking = await (await post(`${page}/code?lang=fr`)).text()
  expect(asking).toContain('Code reçu par e-mail')
  const code = await codeOn()
  type Mails = { items: { content: { subject: string; text: string } | null }[] }
  const mails = await ask<Mails>('GET', '/v1/mails')
  const mail = mails.items.find(({ content }) => content?.subject === 'Votre second code')
  const emailCode = /\b(\d{6})\b/.exec(mail?.content?.text ?? '')?.[1] ?? ''
  const wrong = await post(`${page}/answer?lang=fr`, { code, emailCode: '000000' })
  expect(wrong.status).toBe(400)
  const given = await post(`${page}/answer?lang=fr`, { code, emailCode })
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const octets = Buffer.from(await given.arrayBuffer())
  const files = unzip(octets)
  expect([...files.keys()]).toEqual([
    ...['answer.html', 'answer.pdf', 'answer.json', 'receipts.json', 'contact.csv', 'README.txt'],
  ])
  // They have agreed to nothing and objected to nothing: nothing is promised to be checked.
  expect(files.get('README.txt')).toContain('il n’y a rien à vérifier')
  const html = files.get('answer.html') ?? ''
  expect(html).not.toContain('verify.mjs')
  for (const told of [
    ...[
      'Que détenons-nous',
      'Quel texte avez-vous accepté',
      ...['Qui les a reçues', 'crm.tilleuls.example (Belgique)', 'Cabinet Exemple, pour'],
      'Comment les changer',
    ],
    ...[number, email, 'Merci beaucoup', 'votre commande est prête', 'sending.message'],
    'contient des messages que vous avez écrits',
  ]) {
    expect(html.replaceAll('&#39;', '’')).toContain(told)
  }
  // Nothing that a browser would have to fetch, and nothing that runs.
  expect(html).not.toMatch(/<(?:script|link|iframe|object)\b|\ssrc="(?!data:)|url\(|@import/)
  const pdf = await readPdf(unzipOctets(octets).get('answer.pdf') ?? Buffer.alloc(0))
  expect([faultsOf(pdf), pdf.language]).toEqual([[], 'fr'])
  // Page one answers the five questions; what follows begins on the next.
  const first = allTags(pdf.pages[0]?.tags ?? []).filter(({ marks }) => marks.length > 0)
  expect(first.filter(({ role }) => role === 'H1')).toHaveLength(1)
  expect(first.filter(({ role }) => role === 'H2')).toHaveLength(6)
  for (const told of ['Que détenons-nous', 'Comment les changer', 'answer.pdf']) {
    expect(pdf.pages[0]?.text).toContain(told)
  }
  expect(pdf.pages[0]?.text).not.toContain('Vos données dans le temps')
  expect(pdf.pages[1]?.text).toContain('Vos données dans le temps')
  const json = JSON.parse(files.get('answer.json') ?? '{}') as Body
  expect(json['dpv:hasRight']).toBe('gdpr:A15')
  expect(files.get('contact.csv')).toContain('"+33639980968"')
  const after = await shown(request?.id ?? '')
  expect(after.answerFile).toBe('fetched')
  expect(after.steps.at(-1)).toMatchObject({ kind: 'fetched', by: 'person' })
  // A code opens once.
  expect((await post(`${page}/answer?lang=fr`, { code, emailCode })).status).toBe(400)
}, 90_000)

/** What is encrypted has no column that could be read: its markers come in by the doors. */
const sealedMarkers: Readonly<Record<string, readonly string[]>> = {
  'contacts.contact.sealed': ['Prénom-m1', 'Nom-m2', 'm3@example.org', '44000', 'Réf-m4'],
  'consent.entry_body.body_sealed': ['source-m5'],
  'sending.message.body_sealed': ['commande m6'],
  'sending.inbound.body_sealed': ['réponse m7'],
  'preferences.request.told_sealed': ['réclamation m8'],
  'preferences.request.reason_sealed': ['explication m9'],
  'preferences.request_step.text_sealed': ['prolongation m10'],
}
/** Of its own keys and its own legal basis: shown from what its room gives of a person. */
const elsewhere: readonly string[] = [
  'sensitive.value.sealed',
  'contacts.held_row.sealed',
  'campaigns.test_number.number_sealed',
]

type Labelled = {
  'dct:language': string
  tables: { label: string; labels: Record<string, string>; words: Record<string, object> }[]
  leftOut: { tables: Record<string, string>; columns: Record<string, string> }
}

/** Of tables, columns, codes and reasons, in a French answer. */
function expectNoEnglish(answer: { html: string; printed: string; json: string }): void {
  const plain = answer.html.replaceAll('&#39;', "'")
  const json = JSON.parse(answer.json) as Labelled
  const { tables, leftOut } = json
  const labels = tables.flatMap((one) => [one.label, ...Object.values(one.labels)])
  const reasons = [...Object.values(leftOut.tables), ...Object.values(leftOut.columns)]
  expect([json['dct:language'], labels.length > 50, reasons.length > 20]).toEqual([
    ...['fr', true, true],
  ])
  const whys = roomsOnPaper().dataMaps.flatMap((map) =>
    Object.values(map).flatMap((columns) => Object.values(columns).map(({ why }) => why)),
  )
  const told = new Set([...labels, ...reasons])
  const leftOutWhys = Object.values({ ...leftOutColumns, ...leftOutTables }).map(({ en }) => en)
  const english = [...new Set([...whys, ...leftOutWhys])]
  expect(english.filter((why) => told.has(why))).toEqual([])
  const cell = (why: string) => `<th scope="row">${capital(why)}\n`
  expect(english.filter((why) => plain.includes(cell(why)))).toEqual([])
  // A long sentence stands by itself; a short one may be a part of any text.
  const long = english.filter((why) => why.length > 30).map((why) => dense(capital(why)))
  expect(long.filter((why) => answer.printed.includes(why))).toEqual([])
  expect(plain).not.toMatch(/<(?:dl|small|td|dd)[^>]* lang="en"/)
  expect(plain).toContain('Messages à votre adresse')
  const states = tables.find(({ label }) => label === 'Vos demandes')?.words['kind']
  expect(Object.values(states ?? {})).toContain('une copie de vos données')
}

test('what is encrypted stands opened in the page and in the file for programs', async () => {
  const sealed = Object.entries(leftOutColumns).filter(([, why]) => why.en.startsWith('encrypted'))
  expect(sealed.map(([name]) => name).sort()).toEqual(
    [...Object.keys(sealedMarkers), ...elsewhere].sort(),
  )
  const number = '+33639980969'
  const [firstName, lastName, email, postcode, reference] =
    sealedMarkers['contacts.contact.sealed'] ?? []
  const id = await person(number, { firstName, lastName, email, postcode, reference })
  const { controllerId, wordingId } = await publishedWording(accord)
  await ask('POST', '/v1/consents', {
    ...{ number, wordingId, controllerId, channel: 'sms', purpose: 'offers' },
    // As a file tells it that has a day and no hour.
    evidence: { grade: 'api_declared', givenAt: '2026-01-01T00:00:00Z', source: 'source-m5' },
  })
  await ask('POST', '/v1/messages', { ...alert(number), text: 'Tilleuls : votre commande m6.' })
  await textFrom(accord, number, 'réponse m7')
  await eventually(async () => {
    const { items } = await ask<{ items: { id: string }[] }>('GET', `/v1/contacts/${id}/timeline`)
    return JSON.stringify(items).includes('"reply"') ? items : null
  })
  const own = await ownPageOf(accord, token, id)
  await post(own, { action: 'complaint', text: 'réclamation m8' })
  expect(await pageText(`${own}?lang=fr`)).toContain('Accusé de réception au plus tard le')
  const open = await ask<{ items: View[] }>('GET', '/v1/person-requests?open=true')
  const complaint = open.items.find(({ kind }) => kind === 'complaint')
  await ask('POST', `/v1/person-requests/${complaint?.id}/answer`, {
    ...{ outcome: 'complaint_explained', reason: 'explication m9' },
  })
  const request = await take(number, 'access', '2026-11-26')
  const path = `/v1/person-requests/${request.id}`
  await ask('POST', `${path}/extend`, { months: 1, reason: 'prolongation m10' })
  // Somebody at the counter knows the person: a code to the number is enough then.
  const known = { how: 'shared_fact', reason: 'Le montant du dernier achat.' }
  await ask('POST', `${path}/identified`, known)
  await ask('POST', `${path}/prepare`, { reason, language: 'fr' })
  await eventually(async () => ((await shown(request.id)).answerFile === 'ready' ? true : null))
  const page = `${own}/requests/${request.id}`
  const asking = await (await post(`${page}/code?lang=fr`)).text()
  expect(asking).not.toContain('e-mail')
  const given = await post(`${page}/answer?lang=fr`, { code: await codeOn() })
  expect(given.status).toBe(200)
  const octets = Buffer.from(await given.arrayBuffer())
  const files = unzip(octets)
  const pdf = await readPdf(unzipOctets(octets).get('answer.pdf') ?? Buffer.alloc(0))
  const printed = dense(pdf.text)
  const html = files.get('answer.html') ?? ''
  expect(html).toContain('1er janvier 2026')
  expect(html).not.toContain('1er janvier 2026 à')
  expect(html).toMatch(/Fuseau horaire\s: Europe\/Paris/)
  expect(html).toContain('Les consultations sont conservées pendant 12 mois.')
  expectNoEnglish({ html, printed, json: files.get('answer.json') ?? '' })
  for (const marker of Object.values(sealedMarkers).flat()) {
    for (const name of ['answer.html', 'answer.json']) {
      expect([name, marker, (files.get(name) ?? '').includes(marker)]).toEqual([name, marker, true])
    }
    expect([marker, printed.includes(dense(marker))]).toEqual([marker, true])
  }
}, 90_000)

test('a word from their own handset asks for their data, once', async () => {
  const number = '+33639980970'
  const id = await person(number)
  await alerted(number)
  const waiting = async () => {
    const { items } = await ask<{ items: (View & { contactId: string })[] }>(
      ...(['GET', '/v1/person-requests?open=true'] as const),
    )
    return items.filter(({ contactId }) => contactId === id)
  }
  await textFrom(accord, number, 'MesDonnées')
  await eventually(async () => ((await waiting()).length > 0 ? true : null))
  await textFrom(accord, number, 'mydata')
  await eventually(async () => {
    const { items } = await ask<{ items: unknown[] }>('GET', `/v1/contacts/${id}/timeline`)
    return JSON.stringify(items).split('"reply"').length > 2 ? true : null
  })
  expect(await waiting()).toMatchObject([{ kind: 'access' }])
}, 60_000)

test('codes of an answer are not guessed by patience: what is tried in a day is counted too', async () => {
  const number = '+33639980979'
  const id = await person(number)
  const request = await take(number, 'access')
  const path = `/v1/person-requests/${request.id}`
  const known = { how: 'shared_fact', reason: 'Le montant du dernier achat.' }
  await ask('POST', `${path}/identified`, known)
  await ask('POST', `${path}/prepare`, { reason, language: 'fr' })
  await eventually(async () => ((await shown(request.id)).answerFile === 'ready' ? true : null))
  const page = `${await ownPageOf(accord, token, id)}/requests/${request.id}`
  const newest = () => lastCodeOf(accord, token).catch(() => '')
  let code = await newest()
  const askForCode = async () => {
    const before = code
    await post(`${page}/code?lang=fr`)
    code = await eventually(async () => {
      const found = await newest()
      return found === before ? null : found
    })
  }
  const type = (typed: string) => post(`${page}/answer?lang=fr`, { code: typed })
  for (let quarter = 0; quarter < 3; quarter += 1) {
    await askForCode()
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await (await type('000000')).text()).toContain('Ce code n’est pas le bon')
    }
    accord.letPass(15 * 60_000)
  }
  await askForCode()
  expect(await (await type(code)).text()).toContain('essayé trop souvent')
  accord.letPass(24 * 60 * 60_000)
  await askForCode()
  expect((await type(code)).status).toBe(200)
}, 90_000)
