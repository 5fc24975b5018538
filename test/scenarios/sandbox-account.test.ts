// What a sandbox account has for those who try: a sender of its own, and a clock for the hours.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageView } from '../../src/sending/contract.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
const to = '+33639980581'
beforeAll(async () => {
  // A Wednesday, half past ten in the evening: marketing waits until the morning.
  accord = await startAccord({ startsAt: '2026-11-25T22:30:00+01:00' })
  const { controllerId, wordingId } = await publishedWording(accord, 'paper')
  await ask('POST', '/v1/contacts', { number: to })
  await ask('POST', '/v1/consents', {
    number: to,
    wordingId,
    controllerId,
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-11-01T10:00:00Z', source: 'caisse' },
  })
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
) => asked<T>(accord, method, path, body)
const text = 'Nouvelle collection en boutique.'
const marketing = { to, text, class: 'marketing', purpose: 'offers', sender: 'SANDBOX' }
const send = (message: object) => ask<MessageView>('POST', '/v1/messages', message)
const setClock = (readsAs: string | null, by = accord.accounts[0].token) =>
  accord.call<Record<string, unknown>>(by, 'PUT', '/v1/account/sandbox-clock', { readsAs })
const delivered = (id: string) =>
  eventually(async () => {
    const message = await ask<MessageView>('GET', `/v1/messages/${id}`)
    return message.state === 'delivered' ? message : null
  })

test('marketing is held by night, and leaves at once where the clock was set to the day', async () => {
  const held = await send(marketing)
  expect(held.hold?.reason).toBe('outside_hours')
  const set = await setClock('2026-11-25T10:00:00+01:00')
  // The hour of the installation, which whoever sets the clock reckons from.
  expect(String(set.body['realTime'])).toMatch(/^2026-11-25T21:3/)
  expect(set.body['isMoved']).toBe(true)
  expect(String(set.body['readsAs'])).toMatch(/^2026-11-25T09:00:0/)
  const message = await send(marketing)
  expect(message.state).toBe('queued')
  await delivered(message.id)
  // What waited for the morning has come to it.
  await delivered(held.id)
})

test('a clock that is set to the night holds until its own morning', async () => {
  await setClock('2026-11-26T04:00:00+01:00')
  const before = await send(marketing)
  // Four hours until eight in the morning, from half past ten on.
  const until = Date.parse(before.hold?.until ?? '')
  const expected = Date.parse('2026-11-26T02:30:00+01:00')
  expect(Math.abs(until - expected)).toBeLessThan(120_000)
  expect((await setClock(null)).body['isMoved']).toBe(false)
  expect((await send({ ...marketing, to: '+33639980582' })).refusal).toBe('no_consent')
})

test('a live account has neither: not the clock, and the sender is one like any other', async () => {
  const { cookie } = accord.owner
  const made = await accord.call<{ id: string }>(cookie, 'POST', '/v1/accounts', {
    name: 'Maison des Lilas',
    kind: 'live',
  })
  const before = await accord.call<{ account: { id: string } }>(cookie, 'GET', '/v1/me')
  const go = (accountId: string) =>
    accord.call(cookie, 'PUT', '/v1/sessions/current', { accountId })
  await go(made.body.id)
  try {
    const answer = await setClock('2026-11-25T10:00:00+01:00', cookie)
    expect([answer.status, answer.body['code']]).toEqual([409, 'accounts.not_a_sandbox'])
    const alert = { to: '+33612345678', text: 'Votre code est 4512.', class: 'alert' }
    const sent = await accord.call<MessageView>(cookie, 'POST', '/v1/messages', {
      ...alert,
      basis: 'contract',
      sender: 'SANDBOX',
    })
    expect([sent.status, sent.body.refusal]).toEqual([202, 'sender_not_registered'])
  } finally {
    await go(before.body.account.id)
  }
})
