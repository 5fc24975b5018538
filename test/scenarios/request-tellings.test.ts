// People are told of the steps of their requests: an SMS with a fresh link, once; or a letter.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPageOf } from '../support/own-page.ts'
import { allTags, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

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
const tried = (method: Method, path: string, body?: unknown) =>
  accord.call<{ code?: string }>(token, method, path, body)

type Told = { state: string; at: string | null; messageId: string | null; why: string | null }
type Step = { id: string; kind: string; at: string; by: string; told: Told | null }
type View = {
  id: string
  kind: string
  contactId: string | null
  heardBy: string | null
  language: string | null
  steps: Step[]
}
const shown = (id: string) => ask<View>('GET', `/v1/person-requests/${id}`)
const requestsOf = async (contactId: string) => {
  const { items } = await ask<{ items: View[] }>('GET', '/v1/person-requests?limit=100')
  return items.filter((one) => one.contactId === contactId)
}

async function person(number: string): Promise<string> {
  const fields = { firstName: 'Zoë' }
  const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number, fields })
  return made.contact.id
}
const take = (number: string, kind: string, more: Body = {}) =>
  ask<View>('POST', '/v1/person-requests', {
    ...{ number, kind, heardBy: 'letter', receivedOn: '2026-11-20' },
    ...{ text: 'Par lettre, reçue hier', ...more },
  })
const reason = 'Vos données sont traitées comme vous le demandez.'

/** The last step of this kind once its telling is over. */
const toldOf = (id: string, kind: string): Promise<Told> =>
  eventually(async () => {
    const step = (await shown(id)).steps.findLast((one) => one.kind === kind)
    const told = step?.told ?? null
    return told === null || told.state === 'waiting' ? null : told
  })

async function onHandset({ messageId }: Told): Promise<string> {
  const body = { reason: 'reads the message as the person does' }
  const { text } = await ask<{ text: string }>('POST', `/v1/messages/${messageId}/handset`, body)
  return text
}
const pageOf = async (text: string): Promise<string> => {
  const path = /\/p\/[A-Za-z0-9_-]{22}/.exec(text)?.[0]
  const answer = await fetch(`${accord.url}${path}?lang=fr`)
  expect(answer.status).toBe(200)
  return (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const sentTo = async (contactId: string) =>
  JSON.stringify(await ask('GET', `/v1/contacts/${contactId}/timeline?limit=100`))

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

async function restrictedOf(number: string): Promise<string> {
  await person(number)
  const { id } = await take(number, 'restriction', { language: 'fr' })
  const known = { how: 'known_to_staff', reason: 'Venue en boutique.' }
  await ask('POST', `/v1/person-requests/${id}/identified`, known)
  await ask('POST', `/v1/person-requests/${id}/restrict`, { reason })
  return id
}

test('who cannot be told by SMS gets a letter first; the restriction stays until staff say so', async () => {
  const id = await restrictedOf('+33639980950')
  const path = `/v1/person-requests/${id}`
  const why = 'L’exactitude est vérifiée.'
  const untold = await accord.call<{ code: string; detail: string }>(
    ...([token, 'POST', `${path}/lift`, { reason: why }] as const),
  )
  expect([untold.status, untold.body.code]).toEqual([409, 'preferences.request_lift_untold'])
  expect(JSON.stringify(untold.body)).toContain('No sender is approved')
  const stays = await ask<View & { isRestricted: boolean }>('GET', path)
  expect([stays.isRestricted, stays.steps.some(({ kind }) => kind === 'lifted')]).toEqual([
    ...[true, false],
  ])
  // The letter says a day to come, while it is still restricted.
  const paper = (from: string) =>
    fetch(`${accord.url}${path}/lifting.pdf`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ from, reason: why }),
    })
  expect((await paper('2026-11-25')).status).toBe(400)
  const made = await paper('2026-12-10')
  expect(made.status).toBe(200)
  const pdf = await readPdf(Buffer.from(await made.arrayBuffer()))
  expect(faultsOf(pdf)).toEqual([])
  expect(plain(pdf.text)).toContain('Elles le seront de nouveau à partir du 10 décembre 2026')
  expect(plain(pdf.text)).toContain(why)
  const tomorrow = { reason: why, told: { how: 'letter', on: '2026-11-26' } }
  expect((await tried('POST', `${path}/lift`, tomorrow)).body.code).toBe(
    'preferences.request_told_day_wrong',
  )
  const today = { reason: why, told: { how: 'letter', on: '2026-11-25' } }
  expect(await ask('POST', `${path}/lift`, today)).toMatchObject({ isRestricted: false })
  const lifted = (await shown(id)).steps.findLast(({ kind }) => kind === 'lifted')
  expect(lifted?.told).toMatchObject({ state: 'other_way', messageId: null })
  expect(lifted?.told?.why).toBe('They were told by letter.')
  expect(lifted?.told?.at?.slice(0, 10)).toBe('2026-11-25')
  const after = plain((await pdfOf(id, 'lifting')).text)
  expect(after).toContain('Elles le sont de nouveau depuis le 25 novembre 2026')
  expect((await paper('2026-12-10')).status).toBe(409)
}, 60_000)

test('without a sender nothing is sent, and staff read why', async () => {
  await person('+33639980940')
  const request = await take('+33639980940', 'access')
  await ask('POST', `/v1/person-requests/${request.id}/extend`, { months: 1, reason })
  const told = await toldOf(request.id, 'extended')
  expect(told).toMatchObject({ state: 'not_sent', messageId: null })
  expect(told.why).toContain('No sender is approved')
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
}, 60_000)

test('who writes MYDATA is answered once, in their language, with a link to their page', async () => {
  const number = '+33639980941'
  const contactId = await person(number)
  await alerted(number)
  // Marketing was stopped: what is owed to their own request still comes.
  await ask('POST', `/v1/contacts/${contactId}/desk/acts`, {
    ...{ action: 'object_all', heardBy: 'phone', reason: 'wants no message' },
  })
  await textFrom(accord, number, 'mydata')
  const [request] = await eventually(async () => {
    const found = await requestsOf(contactId)
    return found.length > 0 ? found : null
  })
  expect(request).toMatchObject({ kind: 'access', heardBy: 'sms', language: 'en' })
  const id = request?.id ?? ''
  const told = await toldOf(id, 'received')
  expect(told.state).toBe('sent')
  const text = await onHandset(told)
  expect(text).toContain('we received your request of 25 Nov 2026')
  expect(text).toContain('answer by 25 Dec 2026')
  expect(text).not.toMatch(/copy|Zoë|data/i)
  expect(await pageOf(text)).toContain('par SMS depuis votre téléphone')
  // Staff read the message without the link, and that it is no marketing.
  const message = await ask('GET', `/v1/messages/${told.messageId}`)
  expect(message).toMatchObject({ class: 'alert', contactId })
  expect(JSON.stringify(message)).not.toMatch(/\/p\/[A-Za-z0-9_-]{22}/)
  const steps = (await shown(id)).steps
  expect(steps.map(({ kind, by }) => [kind, by])).toEqual([['received', 'person']])
  // The word again, in the other language: the same request, and no second answer.
  await textFrom(accord, number, 'MesDonnées')
  await eventually(async () =>
    (await sentTo(contactId)).split('"reply"').length > 2 ? true : null,
  )
  expect(await requestsOf(contactId)).toHaveLength(1)
  expect(await toldOf(id, 'received')).toEqual(told)
}, 60_000)

test('a word for what staff had written down makes it the person’s own', async () => {
  const number = '+33639980953'
  await person(number)
  await alerted(number)
  const { id } = await take(number, 'access')
  await textFrom(accord, number, 'MYDATA')
  expect((await toldOf(id, 'received')).state).toBe('sent')
  const mistake = { outcome: 'by_mistake', reason: 'Une erreur de notre part.' }
  const { status, body } = await tried('POST', `/v1/person-requests/${id}/answer`, mistake)
  expect([status, body.code]).toEqual([409, 'preferences.request_is_theirs'])
}, 60_000)

test('two words at once are one request and one answer', async () => {
  const number = '+33639980942'
  const contactId = await person(number)
  await alerted(number)
  await Promise.all(
    ['MESDONNEES', 'MesDonnées', 'MYDATA'].map((word) => textFrom(accord, number, word)),
  )
  await eventually(async () =>
    (await sentTo(contactId)).split('"reply"').length > 3 ? true : null,
  )
  const requests = await requestsOf(contactId)
  expect(requests).toHaveLength(1)
  expect((await toldOf(requests[0]?.id ?? '', 'received')).state).toBe('sent')
}, 60_000)

test('one request that is sent several times at once from a page is one', async () => {
  const contactId = await person('+33639980952')
  const own = await ownPageOf(accord, token, contactId)
  const send = () =>
    fetch(`${accord.url}${own}`, {
      ...{ method: 'POST', redirect: 'manual', headers: { origin: accord.url } },
      body: new URLSearchParams({ action: 'access' }),
    })
  await Promise.all([send(), send(), send(), send()])
  expect(await requestsOf(contactId)).toHaveLength(1)
}, 60_000)

test('an extension, an answer and a refusal are told, each once, without what they say', async () => {
  const number = '+33639980943'
  await person(number)
  const request = await take(number, 'rectification', { language: 'fr' })
  const path = `/v1/person-requests/${request.id}`
  const why = 'Nos archives sont relues une à une.'
  await ask('POST', `${path}/extend`, { months: 1, reason: why })
  const first = await onHandset(await toldOf(request.id, 'extended'))
  expect(first).toContain('il nous faut plus de temps pour votre demande du 20/11/2026')
  expect(first).toContain('20/01/2027')
  expect(first).not.toContain(why)
  expect(await pageOf(first)).toContain(why)
  const refused = { outcome: 'not_identified', reason: 'Nous ne savons pas qui demande.' }
  await ask('POST', `${path}/answer`, refused)
  const answered = await toldOf(request.id, 'answered')
  const second = await onHandset(answered)
  expect(second).toContain('nous avons répondu à votre demande du 20/11/2026')
  expect(second).not.toMatch(/refus|correction/i)
  // A fresh link, which reads what was decided and where to complain.
  const page = await pageOf(second)
  expect(page).toContain(refused.reason)
  expect(page).toContain('cnil.fr')
  // Who restarts finds nothing to send again.
  await accord.restart()
  expect(await toldOf(request.id, 'answered')).toEqual(answered)
}, 90_000)

test('an answer that is made later is told when it is there', async () => {
  const number = '+33639980944'
  await person(number)
  const request = await take(number, 'access', { language: 'fr' })
  const body = { reason, language: 'en' }
  await ask('POST', `/v1/person-requests/${request.id}/prepare`, body)
  const text = await onHandset(await toldOf(request.id, 'answered'))
  expect(text).toContain('your request of 20 Nov 2026 has its answer')
  expect(await pageOf(text)).toContain('Votre réponse est prête')
}, 60_000)

test('who asked for restriction is told before their data is used again', async () => {
  const number = '+33639980945'
  const contactId = await person(number)
  const request = await take(number, 'restriction')
  const path = `/v1/person-requests/${request.id}`
  await ask('POST', `${path}/identified`, { how: 'known_to_staff', reason: 'Venue en boutique.' })
  await ask('POST', `${path}/restrict`, { reason })
  // Restricted, and still told that it is: the law orders it.
  expect((await toldOf(request.id, 'answered')).state).toBe('sent')
  const lift = () => tried('POST', `${path}/lift`, { reason: 'L’exactitude est vérifiée.' })
  const lifts = await Promise.all([lift(), lift()])
  expect(lifts.map(({ status }) => status).sort()).toEqual([200, 409])
  const { steps } = await shown(request.id)
  const lifted = steps.findLast(({ kind }) => kind === 'lifted') as Step
  expect(lifted.told?.state).toBe('sent')
  expect(Date.parse(lifted.told?.at ?? '')).toBeLessThanOrEqual(Date.parse(lifted.at))
  const text = await onHandset(lifted.told as Told)
  expect(text).toContain('use your data again')
  expect(await pageOf(text)).toContain('L’exactitude est vérifiée.')
  const again = await tried('POST', `${path}/lift`, { reason })
  expect(again.body.code).toBe('preferences.request_not_restricted')
  expect((await sentTo(contactId)).split('use your data again').length).toBeLessThan(3)
}, 60_000)

test('a number that is dead, or may be somebody else’s now, gets no link', async () => {
  // Nobody has it, the sandbox operator says.
  const number = '+33639980901'
  const contactId = await person(number)
  await ask('POST', '/v1/messages', alert(number))
  const dead = async () => (await ask<{ items: unknown[] }>('GET', '/v1/dead-numbers')).items.length
  await eventually(async () => ((await dead()) === 1 ? true : null))
  const request = await take(number, 'rectification')
  await ask('POST', `/v1/person-requests/${request.id}/extend`, { months: 1, reason })
  const unassigned = await toldOf(request.id, 'extended')
  expect(unassigned).toMatchObject({ state: 'not_sent', messageId: null })
  expect(unassigned.why).toContain('nobody has this number')
  // Somebody answers from it: the same person, or whoever got the number since.
  await textFrom(accord, number, 'Bonjour')
  await eventually(async () => ((await dead()) === 0 ? true : null))
  const refused = { outcome: 'excessive', reason: 'Vous avez demandé la même chose hier.' }
  await ask('POST', `/v1/person-requests/${request.id}/answer`, refused)
  const told = await toldOf(request.id, 'answered')
  expect(told).toMatchObject({ state: 'not_sent', messageId: null })
  expect(told.why).toContain('may belong to somebody else')
  // Who writes the word from it is answered, with what they wrote and no more: what somebody else
  // asked for before is not what they ask for.
  const former = await take(number, 'access')
  await textFrom(accord, number, 'MesDonnées')
  const asking = await eventually(
    async () => (await requestsOf(contactId)).find(({ heardBy }) => heardBy === 'sms') ?? null,
  )
  const text = await onHandset(await toldOf(asking.id, 'received'))
  expect(text).toContain('votre demande du 25/11/2026 est bien arrivée')
  expect(text).not.toContain('/p/')
  expect((await shown(former.id)).steps[0]?.told).toBeNull()
  // What they ask for themselves on their page is answered to them.
  const own = await ownPageOf(accord, token, contactId)
  await fetch(`${accord.url}${own}`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin: accord.url } },
    body: new URLSearchParams({ action: 'restriction' }),
  })
  const theirs = (await requestsOf(contactId)).find(({ kind }) => kind === 'restriction')
  await ask('POST', `/v1/person-requests/${theirs?.id}/answer`, refused)
  const heard = await toldOf(theirs?.id ?? '', 'answered')
  expect(heard).toMatchObject({ state: 'sent', why: null })
  const page = await pageOf(await onHandset(heard))
  expect(page).toContain(refused.reason)
  expect(page).toContain('Ce numéro a peut-être changé de main')
}, 60_000)

test('of somebody erased nothing is kept, nothing is sent, and staff read so', async () => {
  const number = '+33639980946'
  await person(number)
  const request = await take(number, 'erasure')
  const path = `/v1/person-requests/${request.id}`
  await ask('POST', `${path}/identified`, { how: 'known_to_staff', reason: 'Venue en boutique.' })
  await ask('POST', `${path}/erase`, { reason })
  const told = await toldOf(request.id, 'answered')
  expect(told).toMatchObject({ state: 'not_sent', messageId: null })
  expect(told.why).toContain('erased')
}, 60_000)

const letter = async (id: string, what?: string, language?: string) => {
  const asked = { ...(what ? { what } : {}), ...(language ? { language } : {}) }
  const headers = { authorization: `Bearer ${token}` }
  const path = `/v1/person-requests/${id}/reply.pdf?${new URLSearchParams(asked)}`
  return fetch(`${accord.url}${path}`, { headers })
}
const pdfOf = async (id: string, what: string, language?: string) => {
  const answer = await letter(id, what, language)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pdf = await readPdf(Buffer.from(await answer.arrayBuffer()))
  expect(faultsOf(pdf)).toEqual([])
  return pdf
}
const lettersMade = async () => {
  const path = '/v1/audit?action=preferences.reply_letter_made&limit=100'
  return (await ask<{ items: unknown[] }>('GET', path)).items.length
}
const plain = (text: string) => text.replace(/\s+/g, ' ')

test('who wrote by post gets a letter on paper: tagged, in their language, with places to fill', async () => {
  const number = '+33639980947'
  await person(number)
  const request = await take(number, 'rectification', { language: 'fr' })
  const path = `/v1/person-requests/${request.id}`
  const before = await lettersMade()
  const receipt = await pdfOf(request.id, 'acknowledgement')
  expect(receipt.language).toBe('fr')
  const first = plain(receipt.text)
  expect(first).toContain('Votre demande du 20 novembre 2026 nous est bien parvenue')
  expect(first).toContain('20 décembre 2026')
  for (const place of ['attention de', 'Numéro et rue', 'Lieu et date', 'Nom et signature']) {
    expect(first).toContain(place)
  }
  // The program knows the number and a first name, and writes neither on paper.
  expect(first).not.toMatch(/Zoë|39980947/)
  expect(allTags(receipt.pages[0]?.tags ?? []).filter(({ role }) => role === 'H1')).toHaveLength(1)
  for (const what of ['extension', 'answer', 'refusal', 'lifting']) {
    expect((await letter(request.id, what)).status).toBe(409)
  }
  await ask('POST', `${path}/extend`, { months: 2, reason: 'Nos archives sont sur papier.' })
  const longer = plain((await pdfOf(request.id, 'extension', 'en')).text)
  expect(longer).toContain('We need more than one month')
  expect(longer).toContain('20 February 2027')
  expect(longer).toContain('Nos archives sont sur papier.')
  const refused = { outcome: 'law_forbids', reason: 'Le code de commerce, article L123-22.' }
  await ask('POST', `${path}/answer`, refused)
  const refusal = plain((await pdfOf(request.id, 'refusal')).text)
  for (const told of [refused.reason, '3 place de Fontenoy', 'saisir un juge', 'article 77']) {
    expect(refusal).toContain(told)
  }
  expect((await letter(request.id, 'answer')).status).toBe(409)
  const last = await letter(request.id)
  expect(last.headers.get('content-disposition')).toContain('refusal.pdf')
  expect(await lettersMade()).toBe(before + 4)
}, 60_000)

test('an answer that does not do what was asked says where to complain, on paper and on the page', async () => {
  const number = '+33639980951'
  const contactId = await person(number)
  for (const [kind, outcome] of [
    ['rectification', 'nothing_wrong'],
    ['portability', 'nothing_portable'],
    ['complaint', 'complaint_explained'],
    ['erasure', 'erased_in_part'],
  ] as const) {
    const { id } = await take(number, kind, { language: 'fr' })
    const path = `/v1/person-requests/${id}`
    const known = { how: 'known_to_staff', reason: 'Venue en boutique.' }
    if (outcome === 'erased_in_part') await ask('POST', `${path}/identified`, known)
    await ask('POST', `${path}/answer`, { outcome, reason: `Voici pourquoi, ${outcome}.` })
    const text = plain((await pdfOf(id, 'answer')).text)
    for (const told of ['3 place de Fontenoy', 'saisir un juge', 'article 77']) {
      expect([outcome, text]).toEqual([outcome, expect.stringContaining(told)])
    }
  }
  const { id } = await take(number, 'rectification', { language: 'fr' })
  const path = `/v1/person-requests/${id}`
  await ask('POST', `${path}/identified`, { how: 'known_to_staff', reason: 'Venue en boutique.' })
  await ask('POST', `${path}/answer`, { outcome: 'corrected', reason })
  expect(plain((await pdfOf(id, 'answer')).text)).not.toContain('saisir un juge')
  const own = await ownPageOf(accord, token, contactId)
  const page = await (await fetch(`${accord.url}${own}?lang=fr`)).text()
  expect(page.split('saisir un juge')).toHaveLength(5)
}, 90_000)

test('somebody erased is answered on paper with what was done', async () => {
  const number = '+33639980948'
  await person(number)
  const request = await take(number, 'erasure', { language: 'fr' })
  const path = `/v1/person-requests/${request.id}`
  await ask('POST', `${path}/identified`, { how: 'known_to_staff', reason: 'Venue en boutique.' })
  await ask('POST', `${path}/erase`, { reason })
  expect(plain((await pdfOf(request.id, 'answer')).text)).toContain('Vos données sont effacées.')
}, 60_000)

test('an account that is being deleted sends nobody anything, and the request says why', async () => {
  const number = '+33639980949'
  await person(number)
  const request = await take(number, 'complaint')
  const { cookie, password } = accord.owner
  const closing = await accord.call(cookie, 'POST', '/v1/account/deletion', { password })
  expect(closing.status).toBeLessThan(300)
  await ask('POST', `/v1/person-requests/${request.id}/acknowledge`)
  const told = await toldOf(request.id, 'acknowledged')
  expect(told).toMatchObject({ state: 'not_sent', messageId: null })
  expect(told.why).toContain('is being deleted')
}, 60_000)
