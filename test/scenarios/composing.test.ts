// Writing over HTTP: templates and their versions, drafts copied and deleted, the bill,
// what comes next.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type {
  BillView,
  MessagePreview,
  TemplateVersionView,
  TemplateView,
} from '../../src/campaigns/contract-compose.ts'
import type { SinglePreview } from '../../src/sending/contract-api.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let listId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T09:30:00Z' })
  await ask('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  listId = (await ask<{ id: string }>('POST', '/v1/lists', { name: 'Rendez-vous' })).id
  const contactIds: string[] = []
  for (const [index, firstName] of ['Anaïs', 'Basile', 'Наталья'].entries()) {
    const number = `+3363998310${index}`
    const fields = { firstName }
    const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number, fields })
    contactIds.push(made.contact.id)
  }
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds })
}, 120_000)
afterAll(() => accord.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const refused = async (method: Method, path: string, body?: unknown) => {
  const { token } = accord.accounts[0]
  const answer = await accord.call<{ code: string }>(token, method, path, body)
  return [answer.status, answer.body?.code]
}

const alert = (text: string) => ({
  listId,
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
  text,
})
const text = 'Bonjour {first_name}, votre rendez-vous est demain.'

test('a template keeps its versions, and a campaign says which one it was written from', async () => {
  const made = await ask<TemplateView>('POST', '/v1/templates', {
    name: 'Rappel',
    class: 'alert',
    text,
  })
  expect(made).toMatchObject({ version: 1, archivedAt: null })
  const path = `/v1/templates/${made.id}`
  const changed = await ask<TemplateView>('PATCH', path, { text: `${text} À demain.` })
  expect(changed.version).toBe(2)
  expect((await ask<TemplateView>('PATCH', path, { name: 'Rappel de la veille' })).version).toBe(2)
  const { items } = await ask<{ items: TemplateVersionView[] }>('GET', `${path}/versions`)
  expect(items.map((one) => [one.version, one.text])).toEqual([
    [2, `${text} À demain.`],
    [1, text],
  ])
  const template = { id: made.id, version: 1 }
  const campaign = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...alert(text),
    name: 'De demain',
    template,
  })
  expect(campaign.template).toEqual(template)
  const none = { ...alert(text), name: 'x', template: { id: made.id, version: 9 } }
  expect(await refused('POST', '/v1/campaigns', none)).toEqual([
    404,
    'campaigns.template_not_found',
  ])
  await ask('POST', `${path}/archive`)
  expect(await refused('PATCH', path, { text })).toEqual([409, 'campaigns.template_archived'])
  const listed = (query: string) =>
    ask<{ items: TemplateView[] }>('GET', `/v1/templates${query}`).then((page) =>
      page.items.map(({ name }) => name),
    )
  expect(await listed('')).toEqual([])
  expect(await listed('?archived=true')).toEqual(['Rappel de la veille'])
  await ask('POST', `${path}/restore`)
  expect(await listed('')).toEqual(['Rappel de la veille'])
  const bad = { name: 'x', class: 'alert', text: 'Bonjour {prenom}' }
  expect(await refused('POST', '/v1/templates', bad)).toEqual([
    400,
    'campaigns.merge_field_unknown',
  ])
})

test('another account sees none of it', async () => {
  const { id } = await ask<TemplateView>('POST', '/v1/templates', {
    name: 'À nous',
    class: 'alert',
    text,
  })
  const { token } = accord.accounts[1]
  const of = async (method: Method, path: string, body?: unknown) =>
    (await accord.call(token, method, path, body)).status
  expect(await of('GET', `/v1/templates/${id}`)).toBe(404)
  expect(await of('GET', `/v1/templates/${id}/versions`)).toBe(404)
  expect(await of('POST', `/v1/templates/${id}/archive`)).toBe(404)
  expect(await of('POST', '/v1/campaign-bill', alert(text))).toBe(404)
})

async function bill(body: object): Promise<NonNullable<BillView['bill']>> {
  return eventually(async () => (await ask<BillView>('POST', '/v1/campaign-bill', body)).bill)
}

test('the bill of a text that is not saved is the check sheet of the one that is', async () => {
  const told = await bill(alert(text))
  expect(told).toMatchObject({ receive: 3, segments: 3, namesInUcs2: 2, encodings: { ucs2: 2 } })
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', { ...alert(text), name: 'Une' })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  expect([told.segments, told.costMicroEur]).toEqual([sheet.segments, sheet.costMicroEur])
  // Another text for the same people: the list is not judged again.
  const longer = await bill(alert(text.repeat(3)))
  expect(longer.madeAt).toBe(told.madeAt)
  expect(longer.segments).toBeGreaterThan(told.segments)
  const shown = await ask<MessagePreview>('POST', '/v1/campaign-preview', {
    ...alert(text),
    contactId: told.inUcs2[0],
  })
  expect(shown).toMatchObject({ encoding: 'ucs2', hidesNames: true, sentence: null })
  expect(shown.text).toMatch(/^Bonjour A••ï•, /)
  const selling = 'Soldes : -50 % en boutique ce samedi, profitez-en !'
  expect(await bill(alert(selling))).toMatchObject({
    receive: 0,
    leftOut: [{ refusal: 'alert_reads_like_advertising', people: 3 }],
  })
})

test('each reason opens exactly the people that the bill and the sheet count for it', async () => {
  const offers = { listId, class: 'marketing', purpose: 'offers', sender: 'LUMEN', text }
  const told = await bill(offers)
  expect(told.leftOut.map(({ refusal, people }) => [refusal, people])).toEqual([['no_consent', 3]])
  type People = { items: { contactId: string; to: string }[]; nextCursor: string | null }
  const ofDraft = (refusal: string, more: object = {}) =>
    ask<People>('POST', '/v1/campaign-left-out', { ...offers, refusal, ...more })
  const first = await ofDraft('no_consent', { limit: 2 })
  expect(first.items).toHaveLength(2)
  const rest = await ofDraft('no_consent', { limit: 2, cursor: first.nextCursor })
  const people = [...first.items, ...rest.items]
  expect(rest.nextCursor).toBeNull()
  expect(new Set(people.map(({ contactId }) => contactId)).size).toBe(3)
  expect(people.every(({ to }) => !/639983\d{3}/.test(to))).toBe(true)
  expect(await ofDraft('number_dead')).toEqual({ items: [], nextCursor: null })

  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', { ...offers, name: 'Personne' })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  for (const { refusal, people: many } of sheet.leftOut) {
    const path = `/v1/campaigns/${id}/left-out?refusal=${refusal}`
    expect((await ask<People>('GET', path)).items).toHaveLength(many)
  }
  // A text without whoever lacks a first name.
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '+33639983140',
  })
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds: [contact.id] })
  const lacking = await ask<People>('POST', '/v1/campaign-left-out', {
    ...{ ...alert(text), refusal: 'merge_field_empty' },
  })
  expect(lacking.items.map(({ contactId }) => contactId)).toEqual([contact.id])
  await ask('POST', `/v1/lists/${listId}/members/remove`, { contactIds: [contact.id] })
})

test('after the launch a campaign’s reasons are asked of its messages', async () => {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...{ ...alert(text), name: 'Partie', sendAt: '2026-11-28T08:00:00Z' },
  })
  const path = `/v1/campaigns/${id}`
  const { hash } = await ask<CheckSheet>('GET', `${path}/check-sheet`)
  await ask('POST', `${path}/approve`, { hash })
  await ask('POST', `${path}/launch`)
  expect(await refused('GET', `${path}/left-out?refusal=no_consent`)).toEqual([
    409,
    'campaigns.step_not_possible',
  ])
  await ask('POST', `${path}/cancel`)
})

test('a single message is shown with its parts and price before it is sent, and nothing is kept', async () => {
  const single = { class: 'alert', basis: 'contract', sender: 'LUMEN', text: 'Votre colis est là.' }
  const { people } = await ask<{ people: number }>('GET', '/v1/contacts/counts')
  const shown = await ask<SinglePreview>('POST', '/v1/messages/preview', {
    ...{ ...single, to: '06 39 98 31 77' },
  })
  expect(shown).toMatchObject({
    ...{ text: single.text, sender: 'LUMEN', encoding: 'gsm7', segments: 1 },
    ...{ refusal: null, sentence: null },
  })
  expect(shown.costMicroEur).toBeGreaterThan(0)
  const offer = { class: 'marketing', purpose: 'offers', sender: 'LUMEN', text: 'Promo samedi.' }
  const marketing = await ask<SinglePreview>('POST', '/v1/messages/preview', offer)
  expect(marketing.text).toMatch(/^Promo samedi\.\s.*STOP/)
  const long = await ask<SinglePreview>('POST', '/v1/messages/preview', {
    ...{ ...single, text: 'a'.repeat(161) },
  })
  expect([long.segments, long.costMicroEur]).toEqual([2, 2 * shown.costMicroEur])
  const unknown = await ask<SinglePreview>('POST', '/v1/messages/preview', {
    ...{ ...single, sender: 'Inconnu' },
  })
  expect(unknown.refusal).toBe('sender_not_registered')
  const bad = { ...single, to: '12' }
  expect(await refused('POST', '/v1/messages/preview', bad)).toEqual([
    400,
    'sending.number_unreadable',
  ])
  expect((await ask<{ people: number }>('GET', '/v1/contacts/counts')).people).toBe(people)
})

test('a draft is changed, copied and deleted; what was launched stays, with its sheet', async () => {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...alert(text),
    name: 'Rappel du 27',
    sendAt: '2026-11-27T08:00:00Z',
  })
  const path = `/v1/campaigns/${id}`
  const changed = await ask<CampaignView>('PATCH', path, { name: 'Rappel de vendredi' })
  expect(changed).toMatchObject({ name: 'Rappel de vendredi', next: { what: 'to_approve' } })
  const upcoming = async () => {
    const { items } = await ask<{ items: CampaignView[] }>('GET', '/v1/upcoming-campaigns')
    return items.map((one) => [one.name, one.sendAt])
  }
  expect(await upcoming()).toEqual([['Rappel de vendredi', '2026-11-27T08:00:00.000Z']])
  const copy = await ask<CampaignView>('POST', `${path}/copy`, { name: 'Le même' })
  expect(copy).toMatchObject({ name: 'Le même', text, sendAt: null, state: 'draft' })
  await ask('DELETE', `/v1/campaigns/${copy.id}`)
  expect(await refused('GET', `/v1/campaigns/${copy.id}`)).toEqual([
    404,
    'campaigns.campaign_not_found',
  ])
  const sheet = await ask<CheckSheet>('GET', `${path}/check-sheet`)
  const { token } = accord.accounts[0]
  const approve = { hash: sheet.hash }
  const approved = await accord.call<CampaignView>(token, 'POST', `${path}/approve`, approve)
  // A token has no name of a person.
  expect([approved.body.state, approved.body.approvedBy]).toEqual(['approved', null])
  const listed = await ask<{ items: CampaignView[] }>('GET', '/v1/campaigns?state=approved')
  expect(listed.items.map((one) => one.id)).toEqual([id])
  const { next } = await ask<CampaignView>('POST', `${path}/launch`)
  expect(next).toMatchObject({ what: 'waits_for_instant', at: '2026-11-27T08:00:00.000Z' })
  expect(await ask<CheckSheet>('GET', `${path}/check-sheet`)).toEqual(sheet)
  expect(await refused('DELETE', path)).toEqual([409, 'campaigns.step_not_possible'])
  expect((await ask<CampaignView>('POST', `${path}/pause`)).next.what).toBe('paused')
  expect((await ask<CampaignView>('POST', `${path}/cancel`)).next.what).toBe('nothing')
  expect(await upcoming()).toEqual([])
})

test('a sheet that was made after the approval has to be approved itself', async () => {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', { ...alert(text), name: 'Deux' })
  const path = `/v1/campaigns/${id}`
  const sheet = await ask<CheckSheet>('GET', `${path}/check-sheet`)
  await ask('POST', `${path}/approve`, { hash: sheet.hash })
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '+33639983150',
    fields: { firstName: 'Zoé' },
  })
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds: [contact.id] })
  const other = await ask<CheckSheet>('GET', `${path}/check-sheet`)
  expect(other.people).toBe(4)
  expect(await refused('POST', `${path}/launch`)).toEqual([409, 'campaigns.sheet_changed'])
  await ask('POST', `${path}/approve`, { hash: other.hash })
  expect((await ask<CampaignView>('POST', `${path}/launch`)).state).toBe('accepting')
})
