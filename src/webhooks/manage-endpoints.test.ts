// What an account makes of its webhooks: where they may lead, their secrets, their number, the log.
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  contact,
  type WebhooksFixture,
  webhooksFixture,
} from '../../test/support/webhooks-fixture.ts'
import type { SubjectId } from '../kernel/index.ts'
import { fewAtOnce, publicAddresses } from '../outgoing/index.ts'
import { type WebhookKind, webhookView } from './contract.ts'
import * as manage from './manage-endpoints.ts'
import { replaySince, retryDelivery } from './read-deliveries.ts'
import { webhooksRoutes } from './routes.ts'
import { sweepWebhooks } from './sweep.ts'

const dayMs = 86_400_000
const subject = '01a210d0-21d9-75bb-863c-0000000000bb' as SubjectId
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(() => w.empty())

test('a renewed secret and the old one both sign for a day', async () => {
  const { id, secret } = await w.endpoint()
  const renewed = await manage.renewWebhookSecret(w.deps, w.caller, id)
  const signatures = async () => {
    w.receiver.got.length = 0
    await manage.testWebhook(w.deps, w.caller, id)
    await w.deliver(id)
    vi.setSystemTime(w.deps.clock.now())
    const [{ headers, body } = { headers: {}, body: '' }] = w.receiver.got
    const good = [secret, renewed.secret].map((one) => {
      try {
        new Webhook(one).verify(body, headers)
        return true
      } catch {
        return false
      }
    })
    vi.useRealTimers()
    return good
  }
  expect(await signatures()).toEqual([true, true])
  w.here.clock.set(new Date(w.deps.clock.now() + dayMs).toISOString())
  expect(await signatures()).toEqual([false, true])
  const { rows } = await w.here.store.asSuperuser((client) =>
    client.query<{ row: string }>('select e::text as row from webhooks.endpoint e'),
  )
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'))
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('/hook').toString('hex'))
})

test('a secret that signs no more is not kept', async () => {
  const { id } = await w.endpoint()
  await manage.renewWebhookSecret(w.deps, w.caller, id)
  const kept = async () => {
    const { rows } = await w.here.store.asSuperuser((client) =>
      client.query<{ is: boolean }>(
        'select old_secret_sealed is not null as is from webhooks.endpoint',
      ),
    )
    return rows[0]?.is
  }
  w.later(dayMs - 1)
  await sweepWebhooks(w.deps, w.caller)
  expect(await kept()).toBe(true)
  w.later(1)
  await sweepWebhooks(w.deps, w.caller)
  expect(await kept()).toBe(false)
})

test.each([
  ['http://crm.example/hook', 'webhooks.url_invalid'],
  ['ftp://crm.example/hook', 'webhooks.url_invalid'],
  ['not an address', 'webhooks.url_invalid'],
  ['https://user:secret@93.184.216.34/hook', 'webhooks.url_invalid'],
  ['https://10.1.2.3/hook', 'webhooks.url_not_public'],
  ['https://169.254.169.254/latest/meta-data', 'webhooks.url_not_public'],
  ['https://[::1]/hook', 'webhooks.url_not_public'],
  ['https://[::ffff:10.0.0.1]/hook', 'webhooks.url_not_public'],
  ['https://2130706433/hook', 'webhooks.url_not_public'],
  ['https://localhost/hook', 'webhooks.url_not_public'],
  // Short as it is written, too long as it is kept.
  [`https://93.184.216.34/${'é'.repeat(300)}`, 'webhooks.url_invalid'],
])('%s is refused', async (url, code) => {
  const strict = { ...w.deps, addresses: publicAddresses }
  const request = { url, description: '', events: ['message.failed' as WebhookKind] }
  const whole = { ...request, campaignMessages: false, replyText: false, country: null }
  await expect(manage.makeWebhook(strict, w.caller, whole)).rejects.toMatchObject({ code })
})

test('an address is shown as it is kept, however it was written', async () => {
  const { id } = await w.endpoint({ url: `${w.receiver.url}/${'é'.repeat(60)}` })
  const seen = await manage.readWebhook(w.deps, w.caller, id)
  expect(webhookView.parse({ ...seen, url: `${seen.url}${'%C3%A9'.repeat(300)}` }).url).toMatch(
    /^http:.*%C3%A9$/,
  )
})

test('whoever gives a name that is slow to resolve waits five seconds, and asks a few times', async () => {
  w.deps = { ...w.deps, resolve: fewAtOnce(w.here.clock, () => new Promise(() => undefined)) }
  const making = w.endpoint({ url: 'https://slow.example/hook' })
  await w.here.clock.advance(0)
  await vi.waitFor(async () => {
    await w.here.clock.advance(5_000)
    expect(await Promise.race([making, null])).toMatchObject({ id: expect.any(String) })
  })
  const { id } = await making
  await w.happens('import.finished')
  const delivering = w.deliver(id).then(() => 'told')
  await vi.waitFor(async () => {
    await w.here.clock.advance(5_000)
    expect(await Promise.race([delivering, null])).toBe('told')
  })
  expect(await w.lastOf(id)).toMatchObject({ state: 'waiting', error: 'host_not_found' })
  const limits = webhooksRoutes(w.deps)
    .filter(({ method, path }) => method !== 'GET' && /webhooks(\/\{id\})?$/.test(path))
    .map(({ method, perMinuteMax }) => [method, perMinuteMax])
  expect(limits).toEqual([
    ['POST', 30],
    ['PATCH', 30],
    ['DELETE', null],
  ])
})

test('an account has ten at most; a live one has https alone; a text needs its right', async () => {
  const few = { ...w.caller, rights: new Set(['webhooks.manage'] as const) }
  const request = { url: w.receiver.url, description: '', events: ['reply.received' as const] }
  const withText = { ...request, campaignMessages: false, replyText: true, country: null }
  await expect(manage.makeWebhook(w.deps, few, withText)).rejects.toMatchObject({
    code: 'webhooks.text_not_allowed',
  })
  const made = await w.endpoint({ replyText: true })
  await w.happens('reply.received', { subjectId: subject })
  await w.deliver(made.id)
  expect(w.bodies()[0]?.['data']).toMatchObject({ text: 'À demain', contactId: contact })
  // Nor may it be led elsewhere by somebody without that right.
  await expect(
    manage.changeWebhook(w.deps, few, { id: made.id, url: `${w.receiver.url}/2` }),
  ).rejects.toMatchObject({ code: 'webhooks.text_not_allowed' })
  for (let count = 1; count < 10; count += 1) await w.endpoint()
  await expect(w.endpoint()).rejects.toMatchObject({ code: 'webhooks.too_many' })
  await w.here.store.asSuperuser((client) =>
    client.query(`update accounts.account set kind = 'live'`),
  )
  await manage.deleteWebhook(w.deps, w.caller, made.id)
  await expect(w.endpoint()).rejects.toMatchObject({ code: 'webhooks.url_invalid' })
})

test('one is tried again, all are replayed, and the old ones go', async () => {
  const { id } = await w.endpoint()
  await w.happens('import.finished')
  await w.happens('campaign.finished')
  await w.deliver(id)
  const [one] = await w.log(id)
  await retryDelivery(w.deps, w.caller, { endpointId: id, id: one?.id ?? '' })
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(3)
  const since = new Date(w.deps.clock.now() - dayMs).toISOString()
  const replay = (only: 'missed' | 'all') =>
    replaySince(w.deps, w.caller, { endpointId: id, since, only })
  expect([await replay('missed'), await replay('all')]).toEqual([
    { count: 0, isDone: true },
    { count: 2, isDone: true },
  ])
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(5)
  const tooLong = new Date(w.deps.clock.now() - 31 * dayMs).toISOString()
  await expect(
    replaySince(w.deps, w.caller, { endpointId: id, since: tooLong, only: 'all' }),
  ).rejects.toMatchObject({ code: 'webhooks.since_invalid' })
  w.here.clock.set(new Date(w.deps.clock.now() + 30 * dayMs + 1).toISOString())
  await sweepWebhooks(w.deps, w.caller)
  expect(await w.log(id)).toEqual([])
})
