// What is open in a whole installation, told to whoever answers for the data, and gone once done.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenPointsView } from '../../src/overview/contract-points.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'

const dayMs = 86_400_000
let accord: Accord
beforeAll(async () => {
  accord = await startAccord()
}, 120_000)
afterAll(() => accord?.stop())

const number = '+33639980941'
const points = async (by: string) =>
  (await accord.call<OpenPointsView>(by, 'GET', '/v1/overview/open-points')).body

async function staff<T>(path: string, body: object): Promise<T> {
  const answer = await accord.call<T>(accord.owner.cookie, 'POST', path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}

const kindsOf = ({ items }: OpenPointsView) => items.map(({ kind }) => kind).sort()
const fromTheStart = ['assessment_open', 'training_missing']

test('requests, contracts, people to prove, looks and gaps are told, each with who and where', async () => {
  const { token } = accord.accounts[0]
  // Nobody has answered for the new account yet, and nobody of it is trained.
  expect(kindsOf(await points(token))).toEqual(fromTheStart)

  type Made = { contact: { id: string } }
  const { contact } = await asked<Made>(accord, 'POST', '/v1/contacts', { number })
  await asked(accord, 'POST', `/v1/contacts/${contact.id}/reveal`, { reason: 'They called back' })
  await asked(accord, 'POST', `/v1/contacts/${contact.id}/desk/acts`, {
    ...{ action: 'access', heardBy: 'phone', reason: 'They rang for a copy' },
  })
  const { id } = await staff<{ id: string }>('/v1/suppliers', {
    name: 'Opérateur Exemple',
    country: 'FR',
  })
  await staff('/v1/checkup', {})

  const own = await points(token)
  expect(own.unread).toEqual([])
  const come = ['request_due', 'reveals', 'unproven']
  expect(kindsOf(own)).toEqual([...come, ...fromTheStart].sort())
  const request = own.items.find(({ kind }) => kind === 'request_due')
  expect(request).toMatchObject({
    isLate: false,
    leadsTo: expect.stringMatching(/^\/requests\/[0-9a-f-]{36}$/),
    who: 'Whoever answers requests',
  })
  expect(Date.parse(request?.by ?? '')).toBeGreaterThan(Date.now() + 25 * dayMs)
  expect(JSON.stringify(own)).not.toContain(number)

  const all = await points(accord.owner.cookie)
  expect(all.items[0]).toMatchObject({
    ...{ kind: 'contract_without', leadsTo: '/installation/suppliers' },
    what: 'Opérateur Exemple has no complete, valid contract: its routes are closed.',
  })
  const gaps = all.items.filter(({ kind }) => kind === 'check_gap').map(({ what }) => what)
  expect(gaps).toContain('Security check: Paper copy of the root key.')

  const until = new Date(Date.now() + 20 * dayMs).toISOString()
  await staff(`/v1/suppliers/${id}/contracts`, {
    ...{ kind: 'own', reference: 'R1', validFrom: '2026-01-01T00:00:00.000Z', validUntil: until },
  })
  const after = await points(accord.owner.cookie)
  expect(after.items.some(({ kind }) => kind === 'contract_without')).toBe(false)
  expect(after.items.find(({ kind }) => kind === 'contract_ends')).toMatchObject({ by: until })
})

test('a legal basis that nobody has approved waits for somebody else', async () => {
  const { token } = accord.accounts[1]
  const { body } = await accord.call<{ items: { id: string }[] }>(token, 'GET', '/v1/controllers')
  const recorded = await accord.call<{ id: string }>(token, 'POST', '/v1/sensitive-legal-bases', {
    ...{ controllerId: body.items[0]?.id, category: 'health', basis: 'health_care' },
    justification: 'Suivi par un cabinet dont le personnel est tenu au secret professionnel.',
    endsAt: new Date(Date.now() + 100 * dayMs).toISOString(),
  })
  expect(recorded.status).toBe(201)
  const waits = async () =>
    (await points(token)).items.filter(({ kind }) => kind === 'legal_basis_waits')
  expect(await waits()).toMatchObject([{ leadsTo: '/sensitive' }])
  const path = `/v1/sensitive-legal-bases/${recorded.body.id}/end`
  await accord.call(token, 'POST', path, { reason: 'Recorded for the wrong category' })
  expect(await waits()).toEqual([])
})

test('another account, and whoever may not read the journal, see nothing of it', async () => {
  const other = await points(accord.accounts[1].token)
  expect(kindsOf(other)).toEqual(fromTheStart)
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    ...{ name: 'reader', rights: ['consent.read'] },
  })
  const answer = await accord.call(made.body.secret, 'GET', '/v1/overview/open-points')
  expect(answer.status).toBe(403)
})

test('a request that was not answered in time is late, and goes with its answer', async () => {
  accord.letPass(40 * dayMs)
  const { token } = accord.accounts[0]
  const late = (await points(token)).items.filter(({ isLate }) => isLate)
  expect(late).toMatchObject([{ kind: 'request_due' }])
  const { items } = await asked<{ items: { id: string }[] }>(
    accord,
    'GET',
    '/v1/person-requests?open=true',
  )
  await asked(accord, 'POST', `/v1/person-requests/${items[0]?.id}/identified`, {
    ...{ how: 'shared_fact', reason: 'The amount of their last order.' },
  })
  await asked(accord, 'POST', `/v1/person-requests/${items[0]?.id}/answer`, {
    ...{ outcome: 'copy_sent', reason: 'Sent by post to the address we know.' },
  })
  expect((await points(token)).items.some(({ kind }) => kind === 'request_due')).toBe(false)
})
