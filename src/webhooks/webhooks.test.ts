// Webhooks on a real database, told to a real receiver on this machine: what is written with what
// happens, how it is tried again, and when an endpoint is left alone.
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type AccountsFixture, accountsFixture } from '../../test/support/accounts-fixture.ts'
import { seededRandomness } from '../../test/support/clock.ts'
import { type Receiver, startReceiver } from '../../test/support/webhook-receiver.ts'
import {
  type AccountId,
  type Caller,
  type CampaignId,
  type ContactId,
  type MessageId,
  rights,
  type SubjectId,
} from '../kernel/index.ts'
import { createMetrics, silentLogger } from '../observability/index.ts'
import { fewAtOnce, outgoingAddresses, publicAddresses } from '../outgoing/index.ts'
import { type WebhookKind, type WebhookRequest, webhookKinds, webhookView } from './contract.ts'
import { deliverDue } from './deliver.ts'
import type { WebhooksDeps } from './deps.ts'
import { tellEndedInAnyAccount, tellPrograms } from './emit.ts'
import { webhooksHolder } from './hold-subject.ts'
import { askForDue, deliverJob } from './jobs.ts'
import * as manage from './manage-endpoints.ts'
import { readDeliveries, replaySince, retryDelivery } from './read-deliveries.ts'
import { webhooksRoutes } from './routes.ts'
import { sweepWebhooks } from './sweep.ts'
import { programsToldOf } from './told-store.ts'

const dayMs = 86_400_000
let here: AccountsFixture
let receiver: Receiver
let deps: WebhooksDeps
let asked: WebhooksDeps
let caller: Caller
let accountId: AccountId
const told: { endpointId: string; erasureId: string }[] = []

beforeAll(async () => {
  receiver = await startReceiver()
  here = await accountsFixture()
  const cookie = await here.ownerCookie()
  const me = await here.call('GET', '/v1/me', { cookie })
  accountId = (me.body['account'] as { id: AccountId }).id
  const { database, vault, clock, makeId } = here.deps
  const by = { kind: 'system', what: 'test' } as const
  caller = { accountId, by, rights: new Set(rights), language: 'en', traceId: 'test' }
  deps = {
    ...{ database, vault, clock, makeId, timers: here.clock, logger: silentLogger },
    randomness: seededRandomness(3),
    metrics: createMetrics(),
    addresses: outgoingAddresses(['127.0.0.0/8']),
    resolve: fewAtOnce(here.clock),
    ports: {
      references: async () => new Map([[ids[0] ?? '', 'order-7']]),
      replyText: async () => 'À demain',
      contactsOf: async (_tx, _account, subjects) =>
        new Map(subjects.map((one) => [one, contact as ContactId])),
      erasureTold: async (_tx, _account, { endpointId, erasureId }) => {
        told.push({ endpointId, erasureId })
      },
    },
    record: async () => undefined,
  }
  asked = deps
})
afterAll(async () => {
  await receiver.close()
  await here.close()
})

beforeEach(async () => {
  deps = asked
  receiver.got.length = 0
  receiver.answer(204)
  told.length = 0
  await here.store.asSuperuser((client) =>
    client.query(`update accounts.account set kind = 'sandbox'; delete from webhooks.endpoint;
      delete from webhooks.delivery; delete from notifications.notice`),
  )
})

const ids = [1, 2, 3, 4, 5, 6, 7].map((last) => `01a210d0-21d9-75bb-863c-00000000000${last}`)
const contact = '01a210d0-21d9-75bb-863c-0000000000aa'
const subject = '01a210d0-21d9-75bb-863c-0000000000bb' as SubjectId

async function endpoint(more: Partial<WebhookRequest> = {}) {
  const made = await manage.makeWebhook(deps, caller, {
    ...{ url: receiver.url, description: '', events: [...webhookKinds] },
    ...{ campaignMessages: false, replyText: false, ...more },
  })
  return { id: made.webhook.id, secret: made.secret }
}

type Told = Parameters<typeof tellPrograms>[2][number]
const happens = (kind: Told['kind'], more: Partial<Told> = {}) =>
  deps.database.inAccount(accountId, (tx) =>
    tellPrograms(tx, accountId, [{ kind, about: ids[0] ?? '', at: deps.clock.now(), ...more }]),
  )

const ends = (messages: { id: number; campaignId?: string; state?: string }[]) =>
  deps.database.inAnyAccount((tx) =>
    tx.together((to) =>
      tellEndedInAnyAccount(
        to,
        messages.map(({ id, campaignId = null, state = 'delivered' }) => ({
          ...{ accountId, messageId: ids[id] as MessageId, state, at: deps.clock.now() },
          ...{ campaignId: campaignId as CampaignId | null, reason: null },
        })),
      ),
    ),
  )

const jobOf = (endpointId: string) => ({
  ...{ name: deliverJob, accountId, input: { endpointId } },
  ...{ attempt: 1, isLastAttempt: false, isStopping: () => false },
})
const deliver = (endpointId: string) => deliverDue(deps, jobOf(endpointId))
const log = async (endpointId: string) =>
  (await readDeliveries(deps, caller, { endpointId, state: null, before: null, limit: 100 })).items
const lastOf = async (endpointId: string) => (await log(endpointId))[0]
const bodies = () => receiver.got.map(({ body }) => JSON.parse(body) as Record<string, unknown>)

test('an event stands with its transaction, and not without it; told twice it is one', async () => {
  const { id } = await endpoint()
  const failing = deps.database.inAccount(accountId, async (tx) => {
    await tellPrograms(tx, accountId, [
      { kind: 'import.finished', about: ids[1] ?? '', at: deps.clock.now() },
    ])
    throw new Error('the machine stops here')
  })
  await expect(failing).rejects.toThrow('stops here')
  expect(await log(id)).toEqual([])
  await happens('import.finished', { facts: { rows: 12 } })
  await happens('import.finished', { facts: { rows: 12 } })
  expect(await log(id)).toHaveLength(1)
  // Nobody has asked the queue: what the process had written before it was killed is found.
  expect(await askForDue(deps)).toBe(1)
})

test('an event is signed, says ids alone, and is delivered once', async () => {
  const { id, secret } = await endpoint()
  await ends([{ id: 0 }, { id: 1, state: 'expired' }])
  await happens('contact.opted_out', { subjectId: subject, facts: { how: 'objection' } })
  await deliver(id)
  await deliver(id)
  expect(receiver.got).toHaveLength(3)
  vi.setSystemTime(deps.clock.now())
  for (const { headers, body } of receiver.got) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
  }
  vi.useRealTimers()
  const byType = new Map(bodies().map((one) => [one['type'], one['data']]))
  expect(byType.get('message.delivered')).toEqual({
    ...{ messageId: ids[0], reference: 'order-7', state: 'delivered' },
    ...{ reason: null, campaignId: null },
  })
  expect(byType.get('message.failed')).toMatchObject({ messageId: ids[1], state: 'expired' })
  expect(byType.get('contact.opted_out')).toMatchObject({ contactId: contact, how: 'objection' })
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
  const entries = await log(id)
  expect(entries.every(({ state, status }) => state === 'delivered' && status === 204)).toBe(true)
})

test('only chosen events are written; messages of campaigns where that was chosen', async () => {
  const some = await endpoint({ events: ['message.delivered'] })
  const all = await endpoint({ campaignMessages: true })
  await ends([{ id: 0 }, { id: 1, campaignId: ids[6] ?? '' }, { id: 2, state: 'unconfirmed' }])
  await happens('campaign.finished')
  const kinds = async (id: string) => (await log(id)).map(({ event }) => event).sort()
  expect(await kinds(some.id)).toEqual(['message.delivered'])
  expect(await kinds(all.id)).toEqual([
    ...['campaign.finished', 'message.delivered', 'message.delivered', 'message.unconfirmed'],
  ])
})

test('what fails is tried again under the same id, and given up after eight tries', async () => {
  const { id } = await endpoint()
  receiver.answer(500, {}, 'Odile Sample +33639980001')
  await happens('import.finished')
  await deliver(id)
  const first = await lastOf(id)
  expect(first).toMatchObject({ state: 'waiting', tries: 1, status: 500, error: 'refused_status' })
  expect(JSON.stringify(await log(id))).not.toContain('Odile')
  await deliver(id)
  expect(receiver.got).toHaveLength(1)
  receiver.answer(200)
  here.clock.set(first?.nextAt ?? '')
  await deliver(id)
  expect(await lastOf(id)).toMatchObject({ state: 'delivered', tries: 2, status: 200, error: null })
  expect(receiver.got[0]?.headers['webhook-id']).toBe(receiver.got[1]?.headers['webhook-id'])
  expect(receiver.got[0]?.body).toBe(receiver.got[1]?.body)

  receiver.answer(503)
  await happens('import.finished', { about: ids[1] ?? '' })
  for (let tries = 1; tries <= 8; tries += 1) {
    await deliver(id)
    const { nextAt, state } = (await lastOf(id)) ?? {}
    expect([tries, state]).toEqual([tries, tries < 8 ? 'waiting' : 'failed'])
    if (nextAt) here.clock.set(nextAt)
  }
  expect((await manage.readWebhook(deps, caller, id)).state).toBe('active')
})

test('no redirect is followed, and a slow receiver is left after fifteen seconds', async () => {
  const { id } = await endpoint()
  receiver.answer(302, { location: `${receiver.url}/elsewhere` })
  await happens('import.finished')
  await deliver(id)
  expect(await lastOf(id)).toMatchObject({ status: 302, error: 'redirected' })
  expect(receiver.got.map(({ path }) => path)).toEqual(['/hook'])

  receiver.answer(null)
  here.clock.set((await lastOf(id))?.nextAt ?? '')
  const delivering = deliver(id)
  await vi.waitFor(() => expect(receiver.got).toHaveLength(2))
  await here.clock.advance(15_000)
  await delivering
  expect(await lastOf(id)).toMatchObject({ status: null, error: 'no_answer', durationMs: 15_000 })
})

test('a long answer counts by its status alone', async () => {
  const { id } = await endpoint()
  receiver.answer(200, {}, 'x'.repeat(3_000_000))
  await happens('import.finished')
  await deliver(id)
  expect(await lastOf(id)).toMatchObject({ state: 'delivered', status: 200 })
})

test('410 pauses at once, five failing days pause too, and users are told of both', async () => {
  const { id } = await endpoint()
  receiver.answer(410)
  await happens('import.finished')
  await deliver(id)
  expect(await manage.readWebhook(deps, caller, id)).toMatchObject({
    ...{ state: 'paused', pauseWhy: 'gone' },
  })
  // What happens meanwhile is held, and comes with a replay.
  await happens('campaign.finished')
  expect((await log(id)).map(({ state }) => state)).toEqual(['held', 'held'])
  expect(await askForDue(deps)).toBe(0)
  const since = new Date(deps.clock.now() - dayMs).toISOString()
  const replay = () => replaySince(deps, caller, { endpointId: id, since, only: 'missed' })
  await expect(replay()).rejects.toMatchObject({ code: 'webhooks.paused' })
  receiver.answer(500)
  await manage.changeWebhook(deps, caller, { id, state: 'active' })
  expect(await replay()).toEqual({ count: 2 })

  // It fails each ten hours, with what happens meanwhile.
  for (let tenth = 0; tenth < 12; tenth += 1) {
    await happens('import.finished', { about: deps.makeId() })
    await deliver(id)
    expect((await manage.readWebhook(deps, caller, id)).state).toBe('active')
    here.clock.set(new Date(deps.clock.now() + 10 * 3_600_000).toISOString())
  }
  await deliver(id)
  expect(await manage.readWebhook(deps, caller, id)).toMatchObject({ pauseWhy: 'failing' })
  const { rows } = await here.store.asSuperuser((client) =>
    client.query<{ variant: string }>(
      `select details->>'variant' as variant from notifications.notice
       where kind = 'webhook_paused' order by at`,
    ),
  )
  expect(rows.map(({ variant }) => variant)).toEqual(['gone', 'failing'])
})

test('two processes at once tell each event once; what one held when it died is told later', async () => {
  const { id } = await endpoint()
  for (const about of ids) await happens('import.finished', { about })
  await Promise.all([deliver(id), deliver(id), deliver(id)])
  expect(receiver.got).toHaveLength(ids.length)
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(ids.length)

  await happens('campaign.finished')
  await here.store.asSuperuser((client) =>
    client.query(`update webhooks.endpoint set held_by = gen_random_uuid(), held_until = $1`, [
      new Date(deps.clock.now() + 60_000),
    ]),
  )
  await deliver(id)
  expect(receiver.got).toHaveLength(ids.length)
  here.clock.set(new Date(deps.clock.now() + 60_000).toISOString())
  await deliver(id)
  expect(receiver.got).toHaveLength(ids.length + 1)
})

test('a renewed secret and the old one both sign for a day', async () => {
  const { id, secret } = await endpoint()
  const renewed = await manage.renewWebhookSecret(deps, caller, id)
  const signatures = async () => {
    receiver.got.length = 0
    await manage.testWebhook(deps, caller, id)
    await deliver(id)
    vi.setSystemTime(deps.clock.now())
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.got
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
  here.clock.set(new Date(deps.clock.now() + dayMs).toISOString())
  expect(await signatures()).toEqual([false, true])
  const { rows } = await here.store.asSuperuser((client) =>
    client.query<{ row: string }>('select e::text as row from webhooks.endpoint e'),
  )
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'))
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('/hook').toString('hex'))
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
  const strict = { ...deps, addresses: publicAddresses }
  const request = { url, description: '', events: ['message.failed' as WebhookKind] }
  const whole = { ...request, campaignMessages: false, replyText: false }
  await expect(manage.makeWebhook(strict, caller, whole)).rejects.toMatchObject({ code })
})

test('an address is shown as it is kept, however it was written', async () => {
  const { id } = await endpoint({ url: `${receiver.url}/${'é'.repeat(60)}` })
  const seen = await manage.readWebhook(deps, caller, id)
  expect(webhookView.parse({ ...seen, url: `${seen.url}${'%C3%A9'.repeat(300)}` }).url).toMatch(
    /^http:.*%C3%A9$/,
  )
})

test('whoever gives a name that is slow to resolve waits five seconds, and asks a few times', async () => {
  deps = { ...deps, resolve: fewAtOnce(here.clock, () => new Promise(() => undefined)) }
  const making = endpoint({ url: 'https://slow.example/hook' })
  await here.clock.advance(0)
  await vi.waitFor(async () => {
    await here.clock.advance(5_000)
    expect(await Promise.race([making, null])).toMatchObject({ id: expect.any(String) })
  })
  const { id } = await making
  await happens('import.finished')
  const delivering = deliver(id).then(() => 'told')
  await vi.waitFor(async () => {
    await here.clock.advance(5_000)
    expect(await Promise.race([delivering, null])).toBe('told')
  })
  expect(await lastOf(id)).toMatchObject({ state: 'waiting', error: 'host_not_found' })
  const limits = webhooksRoutes(deps)
    .filter(({ method, path }) => method !== 'GET' && /webhooks(\/\{id\})?$/.test(path))
    .map(({ method, perMinuteMax }) => [method, perMinuteMax])
  expect(limits).toEqual([
    ['POST', 30],
    ['PATCH', 30],
    ['DELETE', null],
  ])
})

test('a reply that cannot be opened is told without its text, and holds nothing up', async () => {
  const { id } = await endpoint({ replyText: true })
  const replyText = () => Promise.reject(new Error('sealed by another key'))
  deps = { ...deps, ports: { ...deps.ports, replyText } }
  await happens('reply.received', { subjectId: subject })
  await happens('import.finished')
  await deliver(id)
  expect(bodies().map(({ type }) => type)).toEqual(['reply.received', 'import.finished'])
  expect(bodies()[0]?.['data']).toEqual({ replyId: ids[0], contactId: contact })
})

test('an endpoint whose round breaks here rests; an account without keys is left alone', async () => {
  const { id } = await endpoint()
  const references = () => Promise.reject(new Error('broken here'))
  const mended = deps
  deps = { ...deps, ports: { ...deps.ports, references } }
  await ends([{ id: 0 }])
  await expect(deliver(id)).rejects.toThrow('broken here')
  expect(await askForDue(deps)).toBe(0)
  here.clock.set(new Date(deps.clock.now() + 60_000).toISOString())
  // It is no fault of the program: it is not paused for it.
  expect(await manage.readWebhook(deps, caller, id)).toMatchObject({ failingSince: null })
  const { sealForAccount, openForAccount } = deps.vault
  const vault = { sealForAccount, openForAccount, hasAccountKeys: () => false }
  expect(await askForDue({ ...mended, vault })).toBe(0)
  await deliverDue({ ...mended, vault }, jobOf(id))
  expect(receiver.got).toEqual([])
  deps = mended
  expect(await askForDue(deps)).toBe(1)
  await deliver(id)
  expect(receiver.got).toHaveLength(1)
})

test('an address that was allowed and is no more gets nothing', async () => {
  const { id } = await endpoint()
  await happens('import.finished')
  deps = { ...deps, addresses: publicAddresses }
  await deliver(id)
  expect(receiver.got).toEqual([])
  expect(await lastOf(id)).toMatchObject({ state: 'waiting', error: 'address_not_allowed' })
})

test('an account has ten at most; a live one has https alone; a text needs its right', async () => {
  const few = { ...caller, rights: new Set(['webhooks.manage'] as const) }
  const request = { url: receiver.url, description: '', events: ['reply.received' as const] }
  const withText = { ...request, campaignMessages: false, replyText: true }
  await expect(manage.makeWebhook(deps, few, withText)).rejects.toMatchObject({
    code: 'webhooks.text_not_allowed',
  })
  const made = await endpoint({ replyText: true })
  await happens('reply.received', { subjectId: subject })
  await deliver(made.id)
  expect(bodies()[0]?.['data']).toMatchObject({ text: 'À demain', contactId: contact })
  // Nor may it be led elsewhere by somebody without that right.
  await expect(
    manage.changeWebhook(deps, few, { id: made.id, url: `${receiver.url}/2` }),
  ).rejects.toMatchObject({ code: 'webhooks.text_not_allowed' })
  for (let count = 1; count < 10; count += 1) await endpoint()
  await expect(endpoint()).rejects.toMatchObject({ code: 'webhooks.too_many' })
  await here.store.asSuperuser((client) =>
    client.query(`update accounts.account set kind = 'live'`),
  )
  await manage.deleteWebhook(deps, caller, made.id)
  await expect(endpoint()).rejects.toMatchObject({ code: 'webhooks.url_invalid' })
})

test('a test comes before all that waits for a program that was away', async () => {
  const { id } = await endpoint()
  receiver.answer(500)
  for (const about of ids) await happens('import.finished', { about })
  await deliver(id)
  here.clock.set(new Date(deps.clock.now() + dayMs).toISOString())
  receiver.got.length = 0
  const { id: test } = await manage.testWebhook(deps, caller, id)
  await deliver(id)
  expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual([test])
  const shown = (await log(id)).find((one) => one.id === test)
  expect(Date.parse(shown?.nextAt ?? '')).toBeGreaterThan(deps.clock.now())
})

test('one is tried again, all are replayed, and the old ones go', async () => {
  const { id } = await endpoint()
  await happens('import.finished')
  await happens('campaign.finished')
  await deliver(id)
  const [one] = await log(id)
  await retryDelivery(deps, caller, { endpointId: id, id: one?.id ?? '' })
  await deliver(id)
  expect(receiver.got).toHaveLength(3)
  const since = new Date(deps.clock.now() - dayMs).toISOString()
  const replay = (only: 'missed' | 'all') =>
    replaySince(deps, caller, { endpointId: id, since, only })
  expect([await replay('missed'), await replay('all')]).toEqual([{ count: 0 }, { count: 2 }])
  await deliver(id)
  expect(receiver.got).toHaveLength(5)
  const tooLong = new Date(deps.clock.now() - 31 * dayMs).toISOString()
  await expect(
    replaySince(deps, caller, { endpointId: id, since: tooLong, only: 'all' }),
  ).rejects.toMatchObject({ code: 'webhooks.since_invalid' })
  here.clock.set(new Date(deps.clock.now() + 30 * dayMs + 1).toISOString())
  await sweepWebhooks(deps, caller)
  expect(await log(id)).toEqual([])
})

test('a person is told which programs heard of their messages, though these events name nobody', async () => {
  const { id } = await endpoint({ campaignMessages: true })
  await ends([{ id: 0 }, { id: 1, campaignId: ids[6] ?? '' }])
  const [mine] = ids as MessageId[]
  const told = () =>
    deps.database.inAccount(accountId, (tx) =>
      programsToldOf(tx, accountId, { subjectId: subject, messages: mine ? [mine] : [] }),
    )
  // Nothing has left yet.
  expect(await told()).toEqual([])
  await deliver(id)
  expect(await told()).toMatchObject([{ host: '127.0.0.1', kinds: ['message.delivered'] }])
  await happens('contact.opted_out', { subjectId: subject })
  await deliver(id)
  expect((await told())[0]?.kinds).toEqual(['contact.opted_out', 'message.delivered'])
})

test('what the log holds of a person is told to them, and goes with them', async () => {
  const { id } = await endpoint()
  await happens('contact.opted_out', { subjectId: subject })
  await happens('contact.erased', { about: ids[3] ?? '', facts: { contactIds: [contact] } })
  await deliver(id)
  expect(told).toEqual([{ endpointId: id, erasureId: ids[3] }])
  const held = (tx: Parameters<typeof webhooksHolder.exportSubject>[0]) =>
    webhooksHolder.exportSubject(tx, accountId, subject)
  const copy = await deps.database.inAccount(accountId, held)
  expect(copy?.['programsTold']).toMatchObject([{ kind: 'contact.opted_out', host: '127.0.0.1' }])
  await deps.database.inAccount(accountId, (tx) =>
    webhooksHolder.eraseSubjects(tx, accountId, [subject]),
  )
  expect((await log(id)).map(({ event }) => event)).toEqual(['contact.erased'])
})
