// A program that sends one message: it calls it back, finds it again, and reads why it failed.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageView } from '../../src/sending/contract.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  await asked(accord, 'POST', '/v1/senders', { name: 'LUMEN' })
}, 120_000)
afterAll(() => accord?.stop())

const alert = {
  to: '+33639980001',
  text: 'Votre commande 4512 est prête en magasin.',
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
}
const send = (more: Record<string, unknown> = {}) =>
  asked<MessageView>(accord, 'POST', '/v1/messages', { ...alert, ...more })
const read = (id: string) => asked<MessageView>(accord, 'GET', `/v1/messages/${id}`)
const cancel = (id: string, by = accord.accounts[0].token) =>
  accord.call<Record<string, unknown>>(by, 'POST', `/v1/messages/${id}/cancel`)
const ended = (id: string) =>
  eventually(async () => {
    const message = await read(id)
    return message.finalAt === null ? null : message
  })
const later = '2026-11-25T16:00:00+01:00'

test('a scheduled message is called back, and says so', async () => {
  const message = await send({ sendAt: later })
  expect(message.state).toBe('held')
  const answer = await cancel(message.id)
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    state: 'cancelled',
    failure: { code: 'called_back', operatorStatus: null },
  })
  expect((await cancel(message.id)).body).toEqual(answer.body)
  const story = await asked<{ steps: { step: string }[] }>(
    accord,
    'GET',
    `/v1/messages/${message.id}/story`,
  )
  expect(story.steps.map(({ step }) => step).slice(-2)).toEqual(['put_back', 'ended'])
})

test('a contact is written to by their id, and the number is asked of nobody', async () => {
  const body = { number: alert.to }
  const { contact } = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', body)
  const { to: _, ...request } = alert
  const message = await asked<MessageView>(accord, 'POST', '/v1/messages', {
    ...{ ...request, contactId: contact.id },
  })
  expect(message).toMatchObject({ contactId: contact.id, to: '+33 6 ** ** ** 01' })
  expect((await ended(message.id)).state).toBe('delivered')

  const tried = async (by: string, more: Record<string, unknown>) => {
    const sent = { ...request, ...more }
    const { status, body } = await accord.call<{ code: string }>(by, 'POST', '/v1/messages', sent)
    return [status, body.code]
  }
  const [own, other] = accord.accounts
  expect(await tried(own.token, {})).toEqual([400, 'http.input_invalid'])
  expect(await tried(own.token, { contactId: contact.id, to: alert.to })).toEqual([
    ...[400, 'http.input_invalid'],
  ])
  expect(await tried(other.token, { contactId: contact.id })).toEqual([
    ...[404, 'contacts.contact_not_found'],
  ])
})

test('whoever is erased between the look-up and the acceptance is neither sent to nor made anew', async () => {
  const number = '+33639980077'
  const { contact } = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
    number,
  })
  const { to: _, ...request } = alert
  const { token } = accord.accounts[0]
  type Refused = { status: number; body: { code?: string } }
  const at = { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord' }
  const sent = await withClient({ ...at, ssl: false }, { user: superuser }, async (client) => {
    // A table that is read for the acceptance alone: their number is known by then.
    await client.query('begin')
    await client.query('lock table contacts.controller in access exclusive mode')
    const sending: Promise<Refused> = accord.call(token, 'POST', '/v1/messages', {
      ...{ ...request, contactId: contact.id },
    })
    await eventually(async () => {
      const { rows } = await client.query(
        `select from pg_locks where relation = 'contacts.controller'::regclass and not granted`,
      )
      return rows.length === 0 ? null : true
    })
    expect((await accord.call(token, 'DELETE', `/v1/contacts/${contact.id}`)).status).toBe(204)
    await client.query('commit')
    return sending
  })
  expect([sent.status, sent.body.code]).toEqual([404, 'contacts.contact_erased'])
  const found = await asked<{ contact: unknown }>(accord, 'POST', '/v1/contacts/search', { number })
  expect(found.contact).toBeNull()

  // Whoever has come by the number since is somebody else.
  const both = await Promise.all([
    accord.call<{ code?: string }>(token, 'POST', '/v1/messages', {
      ...{ ...request, contactId: contact.id },
    }),
    send({ to: number }),
  ])
  expect([both[0].status, both[0].body.code]).toEqual([404, 'contacts.contact_not_found'])
  expect(both[1].contactId).not.toBe(contact.id)
})

test('what has left is not called back, and what is another account’s is not found', async () => {
  const message = await send()
  await ended(message.id)
  const late = await cancel(message.id)
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ code: 'sending.message_not_waiting' })
  expect((await cancel(message.id, accord.accounts[1].token)).status).toBe(404)
})

test('a message that is called back as it is claimed either left or did not', async () => {
  const sent = await Promise.all(Array.from({ length: 30 }, () => send()))
  const answers = await Promise.all(sent.map(({ id }) => cancel(id)))
  for (const [index, { status }] of answers.entries()) {
    const { state } = await ended(sent[index]?.id ?? '')
    expect([status, state]).toEqual(status === 200 ? [200, 'cancelled'] : [409, 'delivered'])
  }
})

test('messages are found by reference, time and reason', async () => {
  const reference = 'order 4512'
  const first = await send({ reference })
  const between = new Date(Date.parse(first.acceptedAt) + 1).toISOString()
  await realTimers.sleep(20)
  const second = await send({ reference, to: '+33639980910' })
  await ended(second.id)
  const found = async (query: Record<string, string>) => {
    const path = `/v1/messages?${new URLSearchParams({ ...query, limit: '100' })}`
    const { items } = await asked<{ items: MessageView[] }>(accord, 'GET', path)
    return items.map(({ id }) => id)
  }
  expect(await found({ reference })).toEqual([second.id, first.id])
  expect(await found({ reference: 'order' })).toEqual([])
  expect(await found({ reference, acceptedBefore: between })).toEqual([first.id])
  expect(await found({ reference, acceptedFrom: between })).toEqual([second.id])
  expect(await found({ reason: 'operator_refused', reference })).toEqual([second.id])
  expect(await found({ reason: 'no_consent', reference })).toEqual([])
  const backwards = await accord.call(
    accord.accounts[0].token,
    'GET',
    `/v1/messages?acceptedFrom=${between}&acceptedBefore=${first.acceptedAt}`,
  )
  expect([backwards.status, backwards.body['code']]).toEqual([400, 'http.input_invalid'])
})

const fates = [
  ['+33639980910', 'rejected', 'operator_refused', '0x0b'],
  ['+33639980903', 'rejected', 'operator_refused', /^\S+$/],
  ['+33639980901', 'undelivered', 'not_delivered', /^\S+$/],
  ['+33639980902', 'expired', 'validity_over', /^\S+$/],
] as const
test.each(fates)('a message to %s is %s, and tells why: %s', async (to, state, code, status) => {
  const message = await ended((await send({ to })).id)
  const { failure } = message
  expect([message.state, failure?.code]).toEqual([state, code])
  expect(failure?.operatorStatus).toMatch(status)
  expect(failure?.sentence).toMatch(/^[A-Z].+\.$/)
})

test('a refused message tells its refusal as its reason, and one that arrived has none', async () => {
  const marketing = { class: 'marketing', purpose: 'offers', basis: undefined }
  const refused = await send(marketing)
  expect(refused.failure).toEqual({
    code: 'no_consent',
    sentence: refused.sentence,
    operatorStatus: null,
  })
  expect((await ended((await send()).id)).failure).toBeNull()
})
