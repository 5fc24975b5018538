// An integrator's whole life with webhooks: messages, a reply, a STOP, an erasure, a process that
// ends in between, and a receiver that is away for a while.
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenPointsView } from '../../src/overview/contract-points.ts'
import type { ErasureView } from '../../src/privacy/contract.ts'
import type { DeliveryView, WebhookView } from '../../src/webhooks/contract.ts'
import { type Accord, asked, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts'

let accord: Accord
let receiver: Receiver
let secret: string
let webhookId: string
beforeAll(async () => {
  receiver = await startReceiver()
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: { ACCORD_WEBHOOK_NETWORKS: '127.0.0.1' },
  })
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
}, 120_000)
afterAll(async () => {
  await accord?.stop()
  await receiver?.close()
})

type Event = { type: string; timestamp: string; data: Record<string, unknown> }
type Items<T> = { items: T[]; nextCursor: string | null }
type Sent = { id: string; state: string; contactId: string | null }

const number = '+33639980071'
const send = (more: Record<string, unknown> = {}) =>
  asked<Sent>(accord, 'POST', '/v1/messages', {
    ...{ to: number, class: 'alert', basis: 'contract', sender: 'Tilleuls' },
    ...{ text: 'Votre commande est prête au comptoir.', ...more },
  })
const events = () => receiver.got.map(({ body }) => JSON.parse(body) as Event)
const event = (type: string, of: (data: Event['data']) => boolean = () => true) =>
  eventually(async () => events().find((one) => one.type === type && of(one.data)) ?? null)
const log = async () =>
  (await asked<Items<DeliveryView>>(accord, 'GET', `/v1/webhooks/${webhookId}/deliveries`)).items
const contactOf = async () => {
  const { items } = await asked<Items<{ id: string }>>(accord, 'GET', '/v1/contacts')
  return items.at(-1)?.id ?? ''
}

test('a webhook is added, tested, and shows its secret once', { timeout: 60_000 }, async () => {
  const made = await asked<{ webhook: WebhookView; secret: string }>(
    accord,
    'POST',
    '/v1/webhooks',
    {
      ...{ url: receiver.url, description: 'Our shop' },
      events: [
        ...['message.delivered', 'message.failed', 'reply.received'],
        ...['contact.opted_out', 'contact.erased', 'import.finished'],
      ],
    },
  )
  secret = made.secret
  webhookId = made.webhook.id
  const shown = await asked(accord, 'GET', `/v1/webhooks/${webhookId}`)
  expect(JSON.stringify(shown)).not.toContain('whsec_')
  const { id } = await asked<{ id: string }>(accord, 'POST', `/v1/webhooks/${webhookId}/test`)
  await event('webhook.test')
  expect(receiver.got[0]?.headers['webhook-id']).toBe(id)
  // Another account neither sees it nor is told by it.
  const other = await accord.call(accord.accounts[1].token, 'GET', `/v1/webhooks/${webhookId}`)
  expect([other.status, other.body]).toMatchObject([404, { code: 'webhooks.webhook_not_found' }])
})

test('what is not public is refused', async () => {
  for (const url of ['https://10.0.0.8/hook', 'https://169.254.169.254/', 'http://crm.example/']) {
    const body = { url, events: ['message.failed'] }
    const answer = await accord.call(accord.accounts[0].token, 'POST', '/v1/webhooks', body)
    expect([url, answer.status]).toEqual([url, 400])
  }
})

test('final states come with the client’s reference', { timeout: 60_000 }, async () => {
  const good = await send({ reference: 'order 4512' })
  const bad = await send({ to: '+33639980910' })
  const delivered = await event('message.delivered', (data) => data['messageId'] === good.id)
  expect(delivered.data).toEqual({
    ...{ messageId: good.id, reference: 'order 4512', campaignId: null },
    ...{ state: 'delivered', reason: null },
  })
  const failed = await event('message.failed', (data) => data['messageId'] === bad.id)
  expect(failed.data).toMatchObject({ state: 'rejected', reason: 'operator_refused' })
})

test('a reply and a STOP come by id alone', { timeout: 60_000 }, async () => {
  await textFrom(accord, number, 'Le magasin est ouvert dimanche ?')
  const reply = await event('reply.received', (data) => data['meaning'] === 'other')
  expect(reply.data['contactId']).toBe(await contactOf())
  await textFrom(accord, number, 'STOP')
  const out = await event('contact.opted_out')
  expect(out.data).toMatchObject({ contactId: await contactOf(), how: 'objection' })
  const all = receiver.got.map(({ body }) => body).join('\n')
  for (const personal of ['639980071', 'dimanche', 'comptoir']) expect(all).not.toContain(personal)
})

test('what happens while the receiver is away, and the server restarts, comes later', {
  timeout: 120_000,
}, async () => {
  receiver.answer(503)
  const before = receiver.got.length
  const { id } = await send({ class: 'alert', to: '+33639980072' })
  await eventually(async () => (receiver.got.length > before ? true : null))
  await accord.restart()
  receiver.answer(200)
  accord.letPass(6_000)
  await eventually(async () => {
    const one = (await log()).find(({ about }) => about === id)
    return one?.state === 'delivered' && one.tries > 1 ? one : null
  })
  const tries = receiver.got.filter(({ body }) => body.includes(id))
  expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('every request verifies with the library of the specification', async () => {
  const verifier = new Webhook(secret)
  const skew = Date.parse('2026-11-25T10:00:00+01:00') - Date.now()
  const real = Date.now
  expect(receiver.got.length).toBeGreaterThan(5)
  try {
    Date.now = () => real() + skew
    for (const { body, headers } of receiver.got) {
      expect(verifier.verify(body, headers)).toEqual(JSON.parse(body))
    }
  } finally {
    Date.now = real
  }
})

test('an erasure is told, and its record names the program with its day', {
  timeout: 60_000,
}, async () => {
  const { items: people } = await asked<Items<{ id: string; masked: string }>>(
    accord,
    'GET',
    '/v1/contacts',
  )
  const contactId = people.at(-1)?.id ?? ''
  await asked(accord, 'DELETE', `/v1/contacts/${contactId}`, undefined)
  const erased = await event('contact.erased')
  const listed = await asked<Items<{ contactId: string; erasureId: string }>>(
    accord,
    'GET',
    '/v1/erased-contacts',
  )
  expect(erased.data).toMatchObject({
    contactIds: [contactId],
    erasureId: listed.items[0]?.erasureId,
  })
  const path = `/v1/erasures?contactId=${contactId}`
  const told = await eventually(async () => {
    const { items } = await asked<Items<ErasureView>>(accord, 'GET', path)
    return items[0]?.recipients.find(({ way, toldAt }) => way === 'webhook' && toldAt !== null)
      ? items[0]
      : null
  })
  expect(told.recipients.find(({ way }) => way === 'webhook')).toMatchObject({
    ...{ kind: 'receiver', name: '127.0.0.1', state: 'told' },
  })
  const certificate = await accord.call<string>(
    accord.accounts[0].token,
    'GET',
    `/v1/erasures/${told.id}/certificate?form=html`,
  )
  expect(certificate.body).toContain('127.0.0.1')
  // What the log held of the person went with them.
  expect((await log()).filter(({ event: kind }) => kind === 'contact.opted_out')).toEqual([])
})

test('a paused webhook gets nothing until it is resumed and replayed', {
  timeout: 60_000,
}, async () => {
  const path = `/v1/webhooks/${webhookId}`
  await asked(accord, 'PATCH', path, { state: 'paused' })
  const { id } = await send({ to: '+33639980073' })
  await eventually(async () =>
    (await log()).some(({ about, state }) => about === id && state === 'held') ? true : null,
  )
  await asked(accord, 'PATCH', path, { state: 'active' })
  const since = new Date(Date.parse('2026-11-25T09:00:00Z')).toISOString()
  expect(await asked(accord, 'POST', `${path}/replay`, { since })).toEqual({
    count: 1,
    isDone: true,
  })
  await event('message.delivered', (data) => data['messageId'] === id)
  // An erasure that no program took: paused, then gone. It is noted, and somebody is asked to act.
  await asked(accord, 'PATCH', path, { state: 'paused' })
  await asked(accord, 'DELETE', `/v1/contacts/${await contactOf()}`, undefined)
  const [erasure] = (await asked<Items<ErasureView>>(accord, 'GET', '/v1/erasures')).items
  const untold = erasure?.recipients.find(({ way }) => way === 'webhook')
  expect(untold).toMatchObject({ name: '127.0.0.1', state: 'to_tell' })
  await asked(accord, 'DELETE', path)
  const points = async () => {
    const { items } = await asked<OpenPointsView>(accord, 'GET', '/v1/overview/open-points')
    return items.filter(({ kind }) => kind === 'program_to_tell')
  }
  expect(await points()).toEqual([])
  accord.letPass(2 * 86_400_000 + 60_000)
  expect(await points()).toMatchObject([{ leadsTo: '/erasures', who: 'Data protection officer' }])
  await asked(accord, 'POST', `/v1/erasures/${erasure?.id}/recipients/${untold?.id}`, {
    answer: 'erased',
  })
  expect(await points()).toEqual([])
  expect((await accord.call(accord.accounts[0].token, 'GET', path)).status).toBe(404)
})
