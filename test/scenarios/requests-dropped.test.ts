// Requests that end without an act: taken back by the person, or written down by mistake.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPageOf } from '../support/own-page.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
}, 120_000)
afterAll(() => accord?.stop())

type Step = { kind: string; told: { state: string; why: string | null } | null }
type View = {
  id: string
  outcome: string | null
  answer: string | null
  answeredAt: string | null
  hasText: boolean
  letters: { id: string }[]
  steps: Step[]
}
const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const tried = (path: string, body: unknown) =>
  accord.call<{ code?: string }>(token, 'POST', path, body)

async function person(number: string): Promise<string> {
  const body = { number, fields: { firstName: 'Zoë' } }
  return (await ask<{ contact: { id: string } }>('POST', '/v1/contacts', body)).contact.id
}
const words = 'Mme Exemple demande de ne plus figurer dans vos fichiers.'
const take = (number: string, kind: string) =>
  ask<View>('POST', '/v1/person-requests', {
    ...{ number, kind, heardBy: 'letter', receivedOn: '2026-11-20', text: words },
  })
const answer = (id: string, outcome: string) =>
  ask<View>('POST', `/v1/person-requests/${id}/answer`, {
    ...{ outcome, reason: 'Cette demande a été notée sous le mauvais numéro.' },
  })
const shown = (id: string) => ask<View>('GET', `/v1/person-requests/${id}`)
const pageText = async (path: string) =>
  (await (await fetch(`${accord.url}${path}?lang=fr`)).text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const lastStep = ({ steps }: View) => steps.at(-1)

test('a request of the wrong person is closed, without its words and without an SMS', async () => {
  const number = '+33639980941'
  const contactId = await person(number)
  const { id } = await take(number, 'erasure')
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  await accord.upload(
    token,
    `/v1/person-requests/${id}/letters`,
    { name: 'lettre.pdf', bytes: pdf },
    { what: 'letter' },
  )
  expect((await shown(id)).letters).toHaveLength(1)
  const ended = await answer(id, 'by_mistake')
  expect([ended.answeredAt !== null, ended.hasText]).toEqual([true, false])
  // Somebody else sees in the journal that it was no answer, and can ask why.
  type Journal = { items: { reason: string; details: Record<string, unknown> }[] }
  const journal = await ask<Journal>('GET', '/v1/audit?action=preferences.request_mistaken')
  expect(journal.items).toMatchObject([
    { reason: 'Cette demande a été notée sous le mauvais numéro.', details: { letters: 1 } },
  ])
  const closed = await shown(id)
  expect(closed).toMatchObject({ outcome: 'by_mistake', hasText: false, letters: [] })
  expect(lastStep(closed)).toMatchObject({ kind: 'answered', told: { state: 'not_sent' } })
  expect(lastStep(closed)?.told?.why).toContain('by mistake')
  const own = await pageText(await ownPageOf(accord, token, contactId))
  expect(own).toContain('elle a été notée par erreur')
  expect(own).not.toContain('Mme Exemple')
  // Nothing waits any more: the contact may be deleted.
  expect((await accord.call(token, 'DELETE', `/v1/contacts/${contactId}`)).status).toBe(204)
  const letter = await accord.call<{ code?: string }>(
    token,
    'GET',
    `/v1/person-requests/${id}/reply.pdf?what=answer`,
  )
  expect([letter.status, letter.body.code]).toEqual([409, 'preferences.request_letter_unfit'])
}, 60_000)

test('whoever was asked to confirm it is told that it is over', async () => {
  const number = '+33639980942'
  await person(number)
  const { id } = await take(number, 'rectification')
  await ask('POST', `/v1/person-requests/${id}/identity`, { sendFrom: 'Tilleuls' })
  await answer(id, 'by_mistake')
  expect(lastStep(await shown(id))?.told?.state).not.toBe('not_sent')
}, 60_000)

test('what the person asked for or confirmed themselves is no mistake; it may be taken back', async () => {
  const number = '+33639980943'
  const own = await ownPageOf(accord, token, await person(number))
  await fetch(`${accord.url}${own}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams({ action: 'access' }),
  })
  const { items } = await ask<{ items: View[] }>('GET', '/v1/person-requests?open=true')
  const id = items.find(({ answeredAt }) => answeredAt === null)?.id ?? ''
  const path = `/v1/person-requests/${id}/answer`
  const mistake = { outcome: 'by_mistake', reason: 'Une erreur de notre part.' }
  const no = await tried(path, mistake)
  expect([no.status, no.body.code]).toEqual([409, 'preferences.request_is_theirs'])
  const back = await ask<View>('POST', path, {
    ...{ outcome: 'withdrawn', reason: 'Vous nous avez dit retirer cette demande.' },
  })
  expect(back).toMatchObject({ outcome: 'withdrawn', answer: 'done' })
  const told = await pageText(own)
  expect(told).toContain('vous l’avez retirée')
  expect(told).not.toContain('cnil.fr) ou saisir')
}, 60_000)

test('who asks on their page for what staff wrote down makes it theirs', async () => {
  const number = '+33639980944'
  const own = await ownPageOf(accord, token, await person(number))
  const { id } = await take(number, 'access')
  await fetch(`${accord.url}${own}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams({ action: 'access' }),
  })
  const asked = await shown(id)
  expect(asked.steps.map(({ kind }) => kind)).toEqual(['received', 'identified'])
  const path = `/v1/person-requests/${id}/answer`
  const no = await tried(path, { outcome: 'by_mistake', reason: 'Une erreur de notre part.' })
  expect([no.status, no.body.code]).toEqual([409, 'preferences.request_is_theirs'])
}, 60_000)
