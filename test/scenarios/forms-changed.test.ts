// A form is written on, copied, corrected and deleted; what its people read stays provable.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
let controllerId = ''
let wordingId = ''
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  wordingId = await wording('sms', 'offers')
}, 60_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const told = (method: Method, path: string, body?: unknown) =>
  accord.call<{ code: string }>(token, method, path, body)

async function wording(channel: string, purpose: string): Promise<string> {
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: `Page ${purpose}`, language: 'fr', medium: 'web', controllerId },
    shownText: `Oui, j’accepte de recevoir par SMS les offres de Boutique des Tilleuls.`,
    ...{ channels: [channel], purposes: [purpose], form: { boxInitially: 'unticked' } },
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  return made.id
}

const notice = {
  controllerAddress: '1 rue des Tilleuls, 69000 Lyon',
  controllerContact: 'bonjour@tilleuls.example',
  recipients: 'la boutique et son opérateur de SMS',
  retention: 'trois ans après le dernier contact',
}
type Form = {
  id: string
  name: string
  url: string
  state: string
  createdAt: string
  sender: string
  confirms: boolean
  notice: typeof notice
  version: string
  earlierNotices: { version: string; notice: typeof notice; shownUntil: string }[]
  defects: { refusal: string }[]
}
const written = (changed: Record<string, unknown> = {}) =>
  ask<Form>('POST', '/v1/forms', {
    ...{ name: 'Site', language: 'fr', controllerId, wordingIds: [wordingId], notice },
    ...{ sender: 'Tilleuls', confirms: false, ...changed },
  })
const opened = async (changed: Record<string, unknown> = {}) =>
  ask<Form>('POST', `/v1/forms/${(await written(changed)).id}/open`)

const page = async (form: Form) => (await fetch(form.url)).text()
const fieldOf = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
const boxOf = (text: string) => /name="(box_[^"]+)"/.exec(text)?.[1] ?? ''
async function fill(form: Form, read: string, number: string) {
  const fields = { seal: fieldOf(read, 'seal'), number, [boxOf(read)]: 'yes' }
  const answer = await fetch(form.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: accord.url },
    body: new URLSearchParams(fields).toString(),
  })
  expect(answer.status).toBe(200)
}

/** What the sealed entry of the ledger says of the form that somebody agreed on. */
async function versionAgreedOn(number: string): Promise<string> {
  const found = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', { number })
  type Consents = { events: { entryId: string }[] }
  const { events } = await ask<Consents>('GET', `/v1/consents?contactId=${found.contact.id}`)
  const address = `/v1/ledger/export?disclose=${events[0]?.entryId}`
  // It is in the ledger some seconds later.
  return eventually(async () => {
    const answer = await fetch(`${accord.url}${address}`, {
      ...{ method: 'POST', body: JSON.stringify({ reason: 'Relire ce qui a été montré' }) },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    // A disclosed body is JSON in JSON: its quotes are escaped.
    return /formVersion[\\":]+([0-9a-f]{32})/.exec(await answer.text())?.[1] ?? null
  })
}

test('a draft with a defect is mended where it stands, and loses the defect', async () => {
  const paper = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: 'Papier', language: 'fr', medium: 'paper', controllerId },
    shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    ...{ channels: ['sms'], purposes: ['offers'] },
  })
  const draft = await written({ wordingIds: [paper.id], confirms: true })
  expect(draft.defects.map(({ refusal }) => refusal)).toContain('form_wording_not_published')
  const change = { name: 'Comptoir', wordingIds: [wordingId], minimumAge: 16 }
  const mended = await ask<Form>('PATCH', `/v1/forms/${draft.id}`, change)
  // What is left out stays as it was.
  expect(mended).toMatchObject({ ...change, defects: [], confirms: true, url: draft.url, notice })
  const unknown = { controllerId: '019bbbbb-0000-7000-8000-000000000001' }
  expect(await told('PATCH', `/v1/forms/${draft.id}`, unknown)).toMatchObject({
    status: 404,
    body: { code: 'preferences.controller_not_found' },
  })
  expect((await ask<Form>('POST', `/v1/forms/${draft.id}/open`)).state).toBe('open')
}, 60_000)

test('a form whose sender has ended since says so, until it is registered again', async () => {
  const { createdAt } = await written()
  const soon = new Date(Date.parse(createdAt) + 3_600_000).toISOString()
  await ask('POST', '/v1/senders', { name: 'Platanes', expiresAt: soon })
  const { id } = await opened({ sender: 'Platanes' })
  const usable = async () =>
    (await ask<{ isSenderUsable: boolean }>('GET', `/v1/forms/${id}`)).isSenderUsable
  expect(await usable()).toBe(true)
  accord.letPass(2 * 3_600_000)
  expect(await usable()).toBe(false)
  await ask('POST', '/v1/senders', { name: 'Platanes' })
  expect(await usable()).toBe(true)
  expect(await ask('GET', `/v1/forms/${(await written({ sender: 'Jamais' })).id}`)).toMatchObject({
    ...{ isSenderUsable: false, defects: [] },
  })
}, 60_000)

test('a draft is looked at as its people will see it, and nobody can send it', async () => {
  const draft = await written()
  type Preview = { language: string; html: string }
  const preview = (query = '') => ask<Preview>('GET', `/v1/forms/${draft.id}/preview${query}`)
  const { language, html } = await preview()
  expect(language).toBe('fr')
  expect(html).toContain(notice.controllerAddress)
  expect(html).toContain('les offres de Boutique des Tilleuls')
  expect(fieldOf(html, 'seal')).toBe('')
  expect((await preview('?language=en')).html).toContain('How your data is used')
  expect((await fetch(draft.url)).status).toBe(404)
})

test('a draft is deleted, and a form that people saw is not', async () => {
  const draft = await written()
  await ask('DELETE', `/v1/forms/${draft.id}`)
  expect((await told('GET', `/v1/forms/${draft.id}`)).status).toBe(404)
  const open = await opened()
  expect(await told('DELETE', `/v1/forms/${open.id}`)).toMatchObject({
    status: 409,
    body: { code: 'preferences.form_not_draft_kept' },
  })
  expect((await fetch(open.url)).status).toBe(200)
}, 60_000)

test('any form is copied into a draft at an address of its own', async () => {
  const open = await opened({ asksName: true, minimumAge: 16 })
  await ask('POST', `/v1/forms/${open.id}/close`)
  const copy = await ask<Form>('POST', `/v1/forms/${open.id}/copy`, { name: 'Site, mars' })
  expect(copy).toMatchObject({
    ...{ name: 'Site, mars', state: 'draft', asksName: true, minimumAge: 16, notice },
    ...{ defects: [], earlierNotices: [] },
  })
  expect(copy.url).not.toBe(open.url)
}, 60_000)

test('of an open form the notice is corrected, and each consent names what its person read', async () => {
  const form = await opened()
  const before = await page(form)
  accord.letPass(2_100)
  await fill(form, before, '+33639980801')
  const moved = { ...notice, controllerAddress: '8 quai des Exemples, 44000 Nantes' }
  const change = { notice: moved, sender: 'Tilleuls' }
  const corrected = await ask<Form>('PATCH', `/v1/forms/${form.id}`, change)
  expect(corrected).toMatchObject({ url: form.url, notice: moved, state: 'open' })
  expect(corrected.version).not.toBe(form.version)
  expect(corrected.earlierNotices).toMatchObject([{ version: form.version, notice }])
  const after = await page(form)
  expect(after).toContain('8 quai des Exemples')
  // Who began to read before it was corrected agreed beside what they read.
  await fill(form, before, '+33639980802')
  accord.letPass(2_100)
  await fill(form, after, '+33639980803')
  const agreedOn = await Promise.all(
    ['+33639980801', '+33639980802', '+33639980803'].map(versionAgreedOn),
  )
  expect(agreedOn).toEqual([form.version, form.version, corrected.version])
  // The same notice once more corrects nothing.
  const same = await ask<Form>('PATCH', `/v1/forms/${form.id}`, change)
  expect(same.earlierNotices).toHaveLength(1)
}, 60_000)

test('an open form keeps its words and questions, and a closed one everything', async () => {
  const form = await opened()
  const others = [
    { wordingIds: [await wording('sms', 'news')] },
    { name: 'Autre' },
    { asksName: true },
    { confirms: true },
  ]
  for (const change of others) {
    expect(await told('PATCH', `/v1/forms/${form.id}`, { notice, ...change })).toMatchObject({
      status: 409,
      body: { code: 'preferences.form_open_fixed' },
    })
  }
  await ask('POST', `/v1/forms/${form.id}/close`)
  expect(await told('PATCH', `/v1/forms/${form.id}`, { sender: 'Autre' })).toMatchObject({
    status: 409,
    body: { code: 'preferences.form_closed' },
  })
}, 60_000)

test('the journal says who wrote, corrected, opened and closed which form', async () => {
  const form = await opened({ name: 'Vitrine' })
  await ask('PATCH', `/v1/forms/${form.id}`, { sender: 'Vitrine' })
  await ask('POST', `/v1/forms/${form.id}/close`)
  await ask('POST', `/v1/forms/${form.id}/close`)
  type Journal = { items: { action: string; about: { kind: string; name: string }[] }[] }
  const { items } = await ask<Journal>('GET', '/v1/audit?kind=consents&limit=50')
  const of = items.filter(({ about }) => about.some(({ name }) => name === 'Vitrine'))
  expect(of.map(({ action }) => action)).toEqual([
    'preferences.form_closed',
    'preferences.form_corrected',
    'preferences.form_opened',
    'preferences.form_written',
  ])
  expect(of[0]?.about).toMatchObject([{ kind: 'form', name: 'Vitrine' }])
}, 60_000)

test('an organisation is renamed: what was agreed to keeps the name that people read', async () => {
  const [old, next] = ['Boutique des Tilleuls', 'Maison des Tilleuls']
  type Entity = { id: string; name: string; formerNames: { name: string }[] }
  const address = `/v1/controllers/${controllerId}`
  const published = await ask<{ controllerName: string }>('GET', `/v1/wordings/${wordingId}`)
  const renamed = await ask<Entity>('PATCH', address, { name: next })
  expect(renamed).toMatchObject({ name: next, formerNames: [{ name: old }] })
  expect(await ask('GET', `/v1/wordings/${wordingId}`)).toEqual(published)
  expect(await page(await opened())).toContain(next)
  const another = await ask<Entity>('POST', '/v1/controllers', { name: 'Club des Tilleuls' })
  expect(await told('PATCH', `/v1/controllers/${another.id}`, { name: next })).toMatchObject({
    status: 409,
    body: { code: 'contacts.controller_exists' },
  })
  const nobodys = '/v1/controllers/019bbbbb-0000-7000-8000-000000000001'
  expect((await told('PATCH', nobodys, { name: 'Autre' })).status).toBe(404)
  await ask('PATCH', address, { name: old })
  const { items } = await ask<{ items: Entity[] }>('GET', '/v1/controllers')
  const names = items.find(({ id }) => id === controllerId)?.formerNames.map(({ name }) => name)
  expect(names).toEqual([next, old])
}, 60_000)
