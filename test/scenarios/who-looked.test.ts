// Whoever asks what is held of them is told of every look and every message, whatever their number;
// the desk and the register of breaches count the same looks as the journal.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountBreachView } from '../../src/disclosure/contract.ts'
import type { OpenPointsView } from '../../src/overview/contract-points.ts'
import { lastCodeOf, ownPageOf } from '../support/own-page.ts'
import { publishedWording } from '../support/published-wording.ts'
import { dense, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
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

/** As the first run names the owner. */
const ownerName = 'Camille Exemple'

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const asOwner = (path: string, body: Body) =>
  accord.call<string>(accord.owner.cookie, 'POST', path, body)

async function person(number: string): Promise<string> {
  const fields = { firstName: 'Zoé', lastName: 'Fictive' }
  type Made = { contact: { id: string } }
  return (await ask<Made>('POST', '/v1/contacts', { number, fields })).contact.id
}

const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${accord.url}${path}`, {
    method: 'POST',
    headers: { origin: accord.url },
    body: new URLSearchParams(fields),
  })

/** Of the answer before. */
let lastCode: string | null = null

/** The archive as the person opens it, whose staff know them. */
async function answerTo(number: string, id: string, language: 'fr' | 'en'): Promise<Buffer> {
  // One phone gets few codes and links in a quarter of an hour.
  accord.letPass(20 * 60_000)
  const request = await ask<{ id: string }>('POST', '/v1/person-requests', {
    ...{ number, kind: 'access', heardBy: 'letter', receivedOn: '2026-11-25', text: 'Par lettre' },
  })
  const path = `/v1/person-requests/${request.id}`
  const known = { how: 'shared_fact', reason: 'Le montant du dernier achat.' }
  await ask('POST', `${path}/identified`, known)
  await ask('POST', `${path}/prepare`, { reason: 'Voici ce que nous conservons.', language })
  await eventually(async () => {
    const { answerFile } = await ask<{ answerFile: string }>('GET', path)
    return answerFile === 'ready' ? true : null
  })
  const page = `${await ownPageOf(accord, token, id)}/requests/${request.id}`
  await post(`${page}/code?lang=fr`)
  const code = await eventually(async () => {
    const found = await lastCodeOf(accord, token).catch(() => null)
    return found === lastCode ? null : found
  })
  lastCode = code
  const given = await post(`${page}/answer?lang=fr`, { code })
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return Buffer.from(await given.arrayBuffer())
}
/** As it is read, without the tags. */
const plain = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

const files: readonly (readonly [path: string, reason: string])[] = [
  ['/v1/contacts/export', 'Courrier de fin d’année'],
  ['/v1/contacts/export', 'Salon de décembre'],
  ['/v1/consents/export', 'Changement de plateforme'],
  ['/v1/account/export', 'Archive annuelle'],
]

test('a file in clear is made for a reason alone, and each person in it is told', async () => {
  const number = '+33639982201'
  const before = await asOwner('/v1/contacts/export', { reason: 'Avant que la personne y soit' })
  expect(before.status).toBe(200)
  accord.letPass(60_000)
  const id = await person(number)
  const { controllerId, wordingId } = await publishedWording(accord)
  await ask('POST', '/v1/consents', {
    ...{ number, wordingId, controllerId, channel: 'sms', purpose: 'offers' },
    evidence: { grade: 'api_declared', givenAt: '2026-01-05T10:00:00Z', source: 'caisse' },
  })
  await eventually(async () => {
    const { status } = await accord.call(token, 'GET', '/v1/ledger/checkpoint')
    return status === 200 ? true : null
  })
  for (const [path, reason] of files) {
    expect([path, (await asOwner(path, {})).status]).toEqual([path, 400])
    expect([path, (await asOwner(path, { reason })).status]).toEqual([path, 200])
  }
  const shown = '/v1/consents/receipts'
  expect((await asOwner(shown, { contactId: id })).status).toBe(400)
  expect((await asOwner(shown, { contactId: id, reason: 'Vérifier un accord' })).status).toBe(200)
  const archive = await answerTo(number, id, 'fr')
  const html = plain(unzip(archive).get('answer.html') ?? '')
  const pdf = await readPdf(unzipOctets(archive).get('answer.pdf') ?? Buffer.alloc(0))
  const printed = dense(pdf.text)
  for (const told of [
    ...['Exports de listes entières', 'Vos données ont pu s’y trouver', 'Vérifier un accord'],
    ...['Contacts exportés en clair (propriétaire du compte)', 'Reçu de consentement consulté'],
    ...['Copie complète du compte', 'Consentements exportés avec leurs preuves'],
    ...files.map(([, reason]) => reason),
    'Les noms ne sont pas donnés',
  ]) {
    expect(html).toContain(told)
    expect(printed).toContain(dense(told))
  }
  // Not of files that were made before the person was there, and no name of whoever made one.
  expect(html).not.toContain('Avant que la personne y soit')
  expect(html).not.toContain(ownerName)
  type Told = { exportsOfLists: { 'dpv:hasPurpose': string }[]; counts: Body }
  const json = JSON.parse(unzip(archive).get('answer.json') ?? '{}') as Told
  expect(json.exportsOfLists.map((one) => one['dpv:hasPurpose'])).toEqual(
    files.map(([, reason]) => reason).reverse(),
  )
  expect(json.counts).toMatchObject({ exportsOfLists: 4 })
  const english = plain(unzip(await answerTo(number, id, 'en')).get('answer.html') ?? '')
  expect(english).toContain('Exports of whole lists')
  expect(english).toContain('Contacts exported in clear (owner of the account)')
}, 120_000)

const decision = {
  ...{ subject: 'staff_names', title: 'Noms de ceux qui ont consulté', counselKind: 'dpo' },
  ...{ counsel: 'Lou Exemple', askedOn: '2026-11-20', question: 'Donner les noms ou non ?' },
  ...{ opinion: 'Oui', opinionOn: '2026-11-21', decision: 'Les noms sont donnés.' },
  ...{ decidedBy: 'Lou Exemple, déléguée', decidedOn: '2026-11-22' },
  why: 'Chacun sait ainsi à qui s’adresser.',
}

test('names are given as the account decided, and the answer says who decided and why', async () => {
  const number = '+33639982202'
  const id = await person(number)
  const look = await asOwner(`/v1/contacts/${id}/reveal`, { reason: 'Elle a rappelé' })
  expect(look.status).toBe(200)
  const unsaid = await accord.call<{ code: string }>(token, 'POST', '/v1/reviews', decision)
  expect([unsaid.status, unsaid.body.code]).toEqual([400, 'accountability.review_names_unsaid'])
  const elsewhere = { ...decision, subject: 'form', staffNames: 'given' }
  const unfit = await accord.call<{ code: string }>(token, 'POST', '/v1/reviews', elsewhere)
  expect([unfit.status, unfit.body.code]).toEqual([400, 'accountability.review_names_unsaid'])
  await ask('POST', '/v1/reviews', { ...decision, staffNames: 'given' })
  const given = plain(unzip(await answerTo(number, id, 'fr')).get('answer.html') ?? '')
  expect(given).toContain(`Contact vu en clair (${ownerName}, propriétaire du compte)`)
  expect(given).toContain('Les noms sont donnés quand ils sont connus')
  expect(given).toContain('Lou Exemple, déléguée l’a décidé le 22 novembre 2026')
  expect(given).toContain(decision.why)
  // A later decision counts from then on.
  await ask('POST', '/v1/reviews', {
    ...{ ...decision, decision: 'Plus de noms.', decidedOn: '2026-11-24', staffNames: 'not_given' },
    why: 'Deux collègues ont été importunés.',
  })
  const withheld = plain(unzip(await answerTo(number, id, 'fr')).get('answer.html') ?? '')
  expect(withheld).not.toContain(ownerName)
  expect(withheld).toContain('Les noms ne sont pas donnés : Lou Exemple, déléguée l’a décidé')
  expect(withheld).toContain('Deux collègues ont été importunés.')
}, 120_000)

test('the desk and the register of breaches count each look that the journal lists', async () => {
  const id = await person('+33639982203')
  const reason = 'Pour compter les consultations'
  // More than a page of one kind, and kinds that concern nobody alone.
  for (let nth = 0; nth < 205; nth += 1) await ask('POST', `/v1/contacts/${id}/reveal`, { reason })
  await ask('POST', `/v1/contacts/${id}/desk`, { reason })
  await ask('POST', '/v1/contacts/search-names', { text: 'Fictive' })
  const { items: points } = await ask<OpenPointsView>('GET', '/v1/overview/open-points')
  const point = points.find(({ kind }) => kind === 'reveals')
  const asked = new URL(point?.leadsTo ?? '', accord.url).searchParams
  expect(asked.get('sort')).toBe('looks')
  // The day begins by the clock of the account.
  const from = encodeURIComponent(`${asked.get('from')}T00:00:00+01:00`)
  let listed = 0
  let cursor = ''
  for (;;) {
    const page = `/v1/audit?kind=looks&from=${from}&limit=200${cursor}`
    const { items, nextCursor } = await ask<{ items: Body[]; nextCursor: string | null }>(
      ...(['GET', page] as const),
    )
    listed += items.length
    if (nextCursor === null) break
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`
  }
  expect(listed).toBeGreaterThan(207)
  expect(point?.what).toContain(String(listed))
  const breach = await ask<AccountBreachView>('POST', '/v1/account-breaches', {
    ...{ title: 'Fichier perdu', scenario: 'lost_device', kinds: ['confidentiality'] },
    ...{ discoveredAt: '2026-11-25T09:00:00Z', facts: 'Un ordinateur portable a été perdu.' },
  })
  const field = breach.fields.find(({ code }) => code === 'looks')
  expect([field?.value.replace(/\D/g, ''), field?.origin]).toEqual([String(listed), 'measured'])
}, 120_000)

test('an answer of 800 messages counts all of them, shows all of them, and sends nobody back', async () => {
  const number = '+33639982204'
  const id = await person(number)
  const count = 800
  const send = (nth: number) =>
    ask('POST', '/v1/messages', {
      ...{ to: number, class: 'alert', basis: 'contract', sender: 'Tilleuls' },
      text: `Tilleuls : la commande n° ${nth} est prête.`,
    })
  await send(1)
  for (let nth = 2; nth <= count; nth += 20) {
    const some = Array.from({ length: Math.min(20, count - nth + 1) }, (_, place) => nth + place)
    await Promise.all(some.map(send))
  }
  const archive = await answerTo(number, id, 'fr')
  const whole = unzip(archive).get('answer.html') ?? ''
  const html = plain(whole)
  // The link to their page is a message too.
  const held = /Messages que nous conservons : (\d+) écrits pour vous/.exec(html)?.[1]
  expect(Number(held)).toBeGreaterThanOrEqual(count)
  const pdf = await readPdf(unzipOctets(archive).get('answer.pdf') ?? Buffer.alloc(0))
  const printed = dense(pdf.text)
  for (const nth of [1, 2, 300, 301, 799, 800]) {
    expect(html).toContain(`la commande n° ${nth} est prête`)
    expect(printed).toContain(dense(`la commande n° ${nth} est prête`))
  }
  expect(html.match(/Un message pour vous/g)).toHaveLength(Number(held))
  expect(html).not.toContain('Demander une copie de mes données')
  expect(printed).not.toContain(dense('Demander une copie de mes données'))
  type Told = { messages: Body[]; counts: { messages: Body }; tables: { count: number }[] }
  const json = JSON.parse(unzip(archive).get('answer.json') ?? '{}') as Told
  expect(json.counts.messages).toEqual({ sent: Number(held), received: 0 })
  expect(json.messages).toHaveLength(Number(held))
}, 180_000)
