// An existing customer without a consent: off, then on and complete, for one purpose, until a no.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPageOf } from '../support/own-page.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
let controllerId: string
let wordingId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Bon de commande',
    language: 'fr',
    medium: 'paper',
    controllerId,
    shownText:
      'Boutique des Tilleuls vous écrira par SMS sur des chaussures. Pour refuser, cochez ici.',
    channels: ['sms'],
    purposes: ['shoes'],
    form: { boxInitially: 'unticked' },
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  wordingId = made.id
})
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const sale = (number: string, changed: Record<string, unknown> = {}) => ({
  number,
  legalBasis: 'soft_opt_in',
  controllerId,
  purpose: 'shoes',
  wordingId,
  since: '2026-09-01T10:00:00Z',
  reference: 'commande 4512',
  source: 'boutique de Lyon',
  collectedFromPerson: true,
  refusalOffered: true,
  ownSimilarProducts: true,
  ...changed,
})
const record = async (body: object) => {
  const answer = await accord.call<{ code?: string }>(
    token,
    'POST',
    '/v1/consents/legal-bases',
    body,
  )
  return answer.status === 201 ? 'recorded' : answer.body.code
}
const legalBases = (on: string[]) =>
  ask<{ legalBases: string[]; legalBasesPossible: string[] }>(
    'PUT',
    '/v1/consent-policy/legal-bases',
    {
      legalBases: on,
      reason: 'décision de la direction du 20 novembre',
    },
  )

type Message = { id: string; state: string; refusal: string | null }
const send = async (to: string, purpose = 'shoes') =>
  ask<Message>('POST', '/v1/messages', {
    to,
    text: 'Boutique des Tilleuls : -20 % sur les bottines samedi.',
    class: 'marketing',
    purpose,
    sender: 'Tilleuls',
  })

test('off to begin with: nothing is recorded, and nothing leaves', async () => {
  await ask('POST', '/v1/contacts', { number: '0639980561' })
  expect(await record(sale('0639980561'))).toBe('consent.legal_basis_off')
  expect(await send('0639980561')).toMatchObject({ state: 'refused', refusal: 'no_consent' })
})

test('on and complete, the message leaves, and its story names the legal basis', async () => {
  const { legalBases: on, legalBasesPossible } = await legalBases(['soft_opt_in'])
  expect([on, legalBasesPossible]).toEqual([['soft_opt_in'], ['soft_opt_in', 'b2b_opt_out']])
  const lacking = sale('0639980561', { refusalOffered: false })
  expect(await record(lacking)).toBe('consent.legal_basis_incomplete')
  const old = sale('0639980561', { since: '2025-10-01T10:00:00Z' })
  expect(await record(old)).toBe('consent.legal_basis_too_old')
  const other = sale('0639980561', { purpose: 'insurance' })
  expect(await record(other)).toBe('consent.purpose_not_in_wording')
  expect(await record(sale('0639980561', { legalBasis: 'b2b_opt_out' }))).toBe(
    'consent.legal_basis_off',
  )
  expect(await record(sale('0639980561'))).toBe('recorded')
  const sent = await send('0639980561')
  expect(sent.refusal).toBeNull()
  const { reasons } = await ask<{ reasons: { legalBasis: string; wordingId: string } }>(
    'GET',
    `/v1/messages/${sent.id}/story`,
  )
  expect(reasons).toMatchObject({ legalBasis: 'soft_opt_in', wordingId })
  const proof = await ask<{ legalBasis: string }>('GET', `/v1/messages/${sent.id}/proof`)
  expect(proof.legalBasis).toBe('soft_opt_in')
})

test('it covers one family of products, and nobody else', async () => {
  expect(await send('0639980561', 'insurance')).toMatchObject({ refusal: 'no_consent' })
  await ask('POST', '/v1/contacts', { number: '0639980562' })
  expect(await send('0639980562')).toMatchObject({ refusal: 'no_consent' })
})

test('a no ends it for good: no sale brings it back', async () => {
  await ask('POST', '/v1/objections', { number: '0639980561' })
  expect(await send('0639980561')).toMatchObject({ refusal: 'number_suppressed' })
  expect(await record(sale('0639980561'))).toBe('consent.objection_stands')
  const found = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
    number: '0639980561',
  })
  const held = await ask<{ legalBases: unknown[] }>(
    'GET',
    `/v1/consents?contactId=${found.contact.id}`,
  )
  expect(held.legalBases).toEqual([])
})

test('taken back for this purpose alone, it is gone, and the number remembers', async () => {
  await ask('POST', '/v1/contacts', { number: '0639980563' })
  expect(await record(sale('0639980563'))).toBe('recorded')
  await ask('POST', '/v1/consents/withdraw', {
    number: '0639980563',
    controllerId,
    purpose: 'shoes',
  })
  expect(await send('0639980563')).toMatchObject({ refusal: 'consent_withdrawn' })
  expect(await record(sale('0639980563'))).toBe('consent.objection_stands')
})

test('the person’s page says that it is no consent, and takes a no', async () => {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '0639980565',
  })
  expect(await record(sale('0639980565'))).toBe('recorded')
  const path = await ownPageOf(accord, accord.accounts[0].token, contact.id)
  const page = async () => (await fetch(`${accord.url}${path}?lang=fr`)).text()
  expect(await page()).toContain('Sans accord, car vous êtes client')
  const choice = { action: 'withdraw', controller: controllerId, channel: 'sms', purpose: 'shoes' }
  const done = await fetch(`${accord.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: accord.url },
    body: new URLSearchParams(choice),
  })
  expect(done.status).toBe(303)
  expect(await page()).not.toMatch(/sans accord/i)
  expect(await send('0639980565')).toMatchObject({ refusal: 'consent_withdrawn' })
})

test('switched off, it stops counting with the next message', async () => {
  await ask('POST', '/v1/contacts', { number: '0639980564' })
  expect(await record(sale('0639980564'))).toBe('recorded')
  expect((await send('0639980564')).refusal).toBeNull()
  await legalBases([])
  expect(await send('0639980564')).toMatchObject({ refusal: 'no_consent' })
  type Deeds = { items: { action: string; reason: string | null; details: object }[] }
  const audit = await ask<Deeds>('GET', '/v1/audit?limit=20')
  const switched = audit.items.find(({ action }) => action === 'consent.legal_bases_switched')
  // Why is somebody's own words: sealed, and no detail of the deed.
  expect([switched?.reason?.length, switched?.details]).toEqual([
    expect.any(Number),
    { legalBases: '' },
  ])
})
