// Events on a real database, told to a real receiver on this machine: what is written with what
// happens, how it is tried again, when an endpoint is left alone, what the log holds of a person.
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  contact,
  type WebhooksFixture,
  webhooksFixture,
} from '../../test/support/webhooks-fixture.ts'
import type { MessageId, SubjectId } from '../kernel/index.ts'
import { publicAddresses } from '../outgoing/index.ts'
import { deliverDue } from './deliver.ts'
import { tellPrograms } from './emit.ts'
import { dueEndpointsInAnyAccount } from './endpoint-store.ts'
import { webhooksHolder } from './hold-subject.ts'
import { askForDue } from './jobs.ts'
import * as manage from './manage-endpoints.ts'
import { replaySince } from './read-deliveries.ts'
import { programsToldOf } from './told-store.ts'

const dayMs = 86_400_000
const ids = [1, 2, 3, 4, 5, 6, 7].map((last) => `01a210d0-21d9-75bb-863c-00000000000${last}`)
const subject = '01a210d0-21d9-75bb-863c-0000000000bb' as SubjectId
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(() => w.empty())

test('an event stands with its transaction, and not without it; told twice it is one', async () => {
  const { id } = await w.endpoint()
  const failing = w.deps.database.inAccount(w.accountId, async (tx) => {
    await tellPrograms(tx, w.accountId, [
      { kind: 'import.finished', about: ids[1] ?? '', at: w.deps.clock.now() },
    ])
    throw new Error('the machine stops here')
  })
  await expect(failing).rejects.toThrow('stops here')
  expect(await w.log(id)).toEqual([])
  await w.happens('import.finished', { about: ids[0] ?? '', facts: { rows: 12 } })
  await w.happens('import.finished', { about: ids[0] ?? '', facts: { rows: 12 } })
  expect(await w.log(id)).toHaveLength(1)
  // Nobody has asked the queue: what the process had written before it was killed is found.
  expect(await askForDue(w.deps)).toBe(1)
})

test('an event is signed, says ids alone, and is delivered once', async () => {
  const { id, secret } = await w.endpoint()
  await w.ends([{ id: ids[0] ?? '' }, { id: ids[1] ?? '', state: 'expired' }])
  await w.happens('contact.opted_out', { subjectId: subject, facts: { how: 'objection' } })
  await w.deliver(id)
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(3)
  vi.setSystemTime(w.deps.clock.now())
  for (const { headers, body } of w.receiver.got) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
  }
  vi.useRealTimers()
  const byType = new Map(w.bodies().map((one) => [one['type'], one['data']]))
  expect(byType.get('message.delivered')).toEqual({
    ...{ messageId: ids[0], reference: 'order-7', state: 'delivered' },
    ...{ reason: null, campaignId: null },
  })
  expect(byType.get('message.failed')).toMatchObject({ messageId: ids[1], state: 'expired' })
  expect(byType.get('contact.opted_out')).toMatchObject({ contactId: contact, how: 'objection' })
  expect(new Set(w.receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
  const entries = await w.log(id)
  expect(entries.every(({ state, status }) => state === 'delivered' && status === 204)).toBe(true)
})

test('only chosen events are written; messages of campaigns where that was chosen', async () => {
  const some = await w.endpoint({ events: ['message.delivered'] })
  const all = await w.endpoint({ campaignMessages: true })
  await w.ends([
    { id: ids[0] ?? '' },
    { id: ids[1] ?? '', campaignId: ids[6] ?? '' },
    { id: ids[2] ?? '', state: 'unconfirmed' },
  ])
  await w.happens('campaign.finished')
  const kinds = async (id: string) => (await w.log(id)).map(({ event }) => event).sort()
  expect(await kinds(some.id)).toEqual(['message.delivered'])
  expect(await kinds(all.id)).toEqual([
    ...['campaign.finished', 'message.delivered', 'message.delivered', 'message.unconfirmed'],
  ])
})

test('what fails is tried again under the same id, and given up after eight tries', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500, {}, 'Odile Sample +33639980001')
  await w.happens('import.finished')
  await w.deliver(id)
  const first = await w.lastOf(id)
  expect(first).toMatchObject({ state: 'waiting', tries: 1, status: 500, error: 'refused_status' })
  expect(JSON.stringify(await w.log(id))).not.toContain('Odile')
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(1)
  w.receiver.answer(200)
  w.here.clock.set(first?.nextAt ?? '')
  await w.deliver(id)
  expect(await w.lastOf(id)).toMatchObject({
    state: 'delivered',
    tries: 2,
    status: 200,
    error: null,
  })
  expect(w.receiver.got[0]?.headers['webhook-id']).toBe(w.receiver.got[1]?.headers['webhook-id'])
  expect(w.receiver.got[0]?.body).toBe(w.receiver.got[1]?.body)

  w.receiver.answer(503)
  await w.happens('import.finished', { about: ids[1] ?? '' })
  for (let tries = 1; tries <= 8; tries += 1) {
    await w.deliver(id)
    const { nextAt, state } = (await w.lastOf(id)) ?? {}
    expect([tries, state]).toEqual([tries, tries < 8 ? 'waiting' : 'failed'])
    if (nextAt) w.here.clock.set(nextAt)
  }
  expect((await manage.readWebhook(w.deps, w.caller, id)).state).toBe('active')
})

test('no redirect is followed, and a slow receiver is left after fifteen seconds', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(302, { location: `${w.receiver.url}/elsewhere` })
  await w.happens('import.finished')
  await w.deliver(id)
  expect(await w.lastOf(id)).toMatchObject({ status: 302, error: 'redirected' })
  expect(w.receiver.got.map(({ path }) => path)).toEqual(['/hook'])

  w.receiver.answer(null)
  w.here.clock.set((await w.lastOf(id))?.nextAt ?? '')
  const delivering = w.deliver(id)
  await vi.waitFor(() => expect(w.receiver.got).toHaveLength(2))
  await w.here.clock.advance(15_000)
  await delivering
  expect(await w.lastOf(id)).toMatchObject({ status: null, error: 'no_answer', durationMs: 15_000 })
})

test('a long answer counts by its status alone', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(200, {}, 'x'.repeat(3_000_000))
  await w.happens('import.finished')
  await w.deliver(id)
  expect(await w.lastOf(id)).toMatchObject({ state: 'delivered', status: 200 })
})

test('410 pauses at once, five failing days pause too, and users are told of both', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(410)
  await w.happens('import.finished')
  await w.deliver(id)
  expect(await manage.readWebhook(w.deps, w.caller, id)).toMatchObject({
    ...{ state: 'paused', pauseWhy: 'gone' },
  })
  // What happens meanwhile is held, and comes with a replay.
  await w.happens('campaign.finished')
  expect((await w.log(id)).map(({ state }) => state)).toEqual(['held', 'held'])
  expect(await askForDue(w.deps)).toBe(0)
  const since = new Date(w.deps.clock.now() - dayMs).toISOString()
  const replay = () => replaySince(w.deps, w.caller, { endpointId: id, since, only: 'missed' })
  await expect(replay()).rejects.toMatchObject({ code: 'webhooks.paused' })
  w.receiver.answer(500)
  await manage.changeWebhook(w.deps, w.caller, { id, state: 'active' })
  expect(await replay()).toEqual({ count: 2, isDone: true })

  // It fails each ten hours, with what happens meanwhile.
  for (let tenth = 0; tenth < 12; tenth += 1) {
    await w.happens('import.finished', { about: w.deps.makeId() })
    await w.deliver(id)
    expect((await manage.readWebhook(w.deps, w.caller, id)).state).toBe('active')
    w.here.clock.set(new Date(w.deps.clock.now() + 10 * 3_600_000).toISOString())
  }
  await w.deliver(id)
  expect(await manage.readWebhook(w.deps, w.caller, id)).toMatchObject({ pauseWhy: 'failing' })
  const { rows } = await w.here.store.asSuperuser((client) =>
    client.query<{ variant: string }>(
      `select details->>'variant' as variant from notifications.notice
       where kind = 'webhook_paused' order by at`,
    ),
  )
  expect(rows.map(({ variant }) => variant)).toEqual(['gone', 'failing'])
})

test('two processes at once tell each event once; what one held when it died is told later', async () => {
  const { id } = await w.endpoint()
  for (const about of ids) await w.happens('import.finished', { about })
  await Promise.all([w.deliver(id), w.deliver(id), w.deliver(id)])
  expect(w.receiver.got).toHaveLength(ids.length)
  expect(new Set(w.receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(ids.length)

  await w.happens('campaign.finished')
  await w.here.store.asSuperuser((client) =>
    client.query(`update webhooks.endpoint set held_by = gen_random_uuid(), held_until = $1`, [
      new Date(w.deps.clock.now() + 60_000),
    ]),
  )
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(ids.length)
  w.here.clock.set(new Date(w.deps.clock.now() + 60_000).toISOString())
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(ids.length + 1)
})

test('eight workers that begin at once tell four webhooks of an account, no more', async () => {
  const made = []
  for (let count = 0; count < 8; count += 1) made.push(await w.endpoint())
  await w.happens('import.finished')
  w.receiver.answer(null)
  let over = 0
  const all = made.map(({ id }) => w.deliver(id).finally(() => (over += 1)))
  // Those that are held back end without a word.
  await vi.waitFor(() => expect([over, w.receiver.got.length]).toEqual([4, 4]), 10_000)
  await w.here.clock.advance(15_000)
  await Promise.all(all)
  expect(w.receiver.got).toHaveLength(4)
})

test('a last turn that ended by a clock ahead of ours holds nothing up', async () => {
  const made = []
  for (let count = 0; count < 6; count += 1) made.push(await w.endpoint())
  await w.happens('import.finished')
  await w.here.store.asSuperuser((client) =>
    client.query('update webhooks.endpoint set held_by = null, held_until = $1', [
      new Date(w.deps.clock.now() + 5_000),
    ]),
  )
  expect(await askForDue(w.deps)).toBe(6)
  for (const { id } of made) await w.deliver(id)
  expect(w.receiver.got).toHaveLength(6)
})

test('who waits for its turn to count asks the time after it', async () => {
  const { id } = await w.endpoint()
  await w.happens('import.finished')
  await w.here.store.asSuperuser(async (client) => {
    await client.query(
      'update webhooks.endpoint set held_by = gen_random_uuid(), held_until = $1',
      [new Date(w.deps.clock.now() + 5_000)],
    )
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('webhooks.held'), hashtext($1))`, [
      w.accountId,
    ])
    const delivering = w.deliver(id)
    await vi.waitFor(async () => {
      const waiting = await client.query(`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
      expect(waiting.rowCount).toBe(1)
    })
    w.later(5_000)
    await client.query('commit')
    await delivering
  })
  expect(w.receiver.got).toHaveLength(1)
})

test('of many that are due, the one whose turn is longest ago is asked for first', async () => {
  const first = await w.endpoint()
  await w.happens('import.finished')
  await w.deliver(first.id)
  w.later(1_000)
  const second = await w.endpoint()
  await w.happens('import.finished')
  await w.deliver(second.id)
  w.later(1_000)
  const third = await w.endpoint()
  await w.happens('import.finished')
  const next = (limit: number) =>
    w.deps.database.inAnyAccount((tx) => dueEndpointsInAnyAccount(tx, w.deps.clock.now(), limit))
  expect((await next(1)).map(({ id }) => id)).toEqual([third.id])
  expect((await next(9)).map(({ id }) => id)).toEqual([third.id, first.id, second.id])
})

test('four webhooks of an account are told at once, so that slow ones leave others their turn', async () => {
  const made = []
  for (let count = 0; count < 6; count += 1) made.push(await w.endpoint())
  await w.happens('import.finished')
  w.receiver.answer(null)
  const slow = made.slice(0, 4).map(({ id }) => w.deliver(id))
  await vi.waitFor(() => expect(w.receiver.got).toHaveLength(4))
  const [fifth, sixth] = made.slice(4).map(({ id }) => id)
  await w.deliver(fifth ?? '')
  expect(w.receiver.got).toHaveLength(4)
  await w.here.clock.advance(15_000)
  await Promise.all(slow)
  w.receiver.answer(204)
  expect(await askForDue(w.deps)).toBeGreaterThanOrEqual(2)
  await Promise.all([w.deliver(fifth ?? ''), w.deliver(sixth ?? '')])
  expect(w.receiver.got).toHaveLength(6)
})

test('a reply that cannot be opened is told without its text, and holds nothing up', async () => {
  const { id } = await w.endpoint({ replyText: true })
  const replyText = () => Promise.reject(new Error('sealed by another key'))
  w.deps = { ...w.deps, ports: { ...w.deps.ports, replyText } }
  await w.happens('reply.received', { about: ids[0] ?? '', subjectId: subject })
  await w.happens('import.finished')
  await w.deliver(id)
  expect(w.bodies().map(({ type }) => type)).toEqual(['reply.received', 'import.finished'])
  expect(w.bodies()[0]?.['data']).toEqual({ replyId: ids[0], contactId: contact })
})

test('an endpoint whose round breaks here rests; an account without keys is left alone', async () => {
  const { id } = await w.endpoint()
  const references = () => Promise.reject(new Error('broken here'))
  const mended = w.deps
  w.deps = { ...w.deps, ports: { ...w.deps.ports, references } }
  await w.ends([{ id: ids[0] ?? '' }])
  await expect(w.deliver(id)).rejects.toThrow('broken here')
  expect(await askForDue(w.deps)).toBe(0)
  w.here.clock.set(new Date(w.deps.clock.now() + 60_000).toISOString())
  // It is no fault of the program: it is not paused for it.
  expect(await manage.readWebhook(w.deps, w.caller, id)).toMatchObject({ failingSince: null })
  const { sealForAccount, openForAccount } = w.deps.vault
  const vault = { sealForAccount, openForAccount, hasAccountKeys: () => false }
  expect(await askForDue({ ...mended, vault })).toBe(0)
  await deliverDue({ ...mended, vault }, w.jobOf(id))
  expect(w.receiver.got).toEqual([])
  w.deps = mended
  expect(await askForDue(w.deps)).toBe(1)
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(1)
})

test('an address that was allowed and is no more gets nothing', async () => {
  const { id } = await w.endpoint()
  await w.happens('import.finished')
  w.deps = { ...w.deps, addresses: publicAddresses }
  await w.deliver(id)
  expect(w.receiver.got).toEqual([])
  expect(await w.lastOf(id)).toMatchObject({ state: 'waiting', error: 'address_not_allowed' })
})

test('a test comes before all that waits for a program that was away', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500)
  for (const about of ids) await w.happens('import.finished', { about })
  await w.deliver(id)
  w.here.clock.set(new Date(w.deps.clock.now() + dayMs).toISOString())
  w.receiver.got.length = 0
  const { id: test } = await manage.testWebhook(w.deps, w.caller, id)
  await w.deliver(id)
  expect(w.receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual([test])
  const shown = (await w.log(id)).find((one) => one.id === test)
  expect(Date.parse(shown?.nextAt ?? '')).toBeGreaterThan(w.deps.clock.now())
})

test('a person is told which programs heard of their messages, though these events name nobody', async () => {
  const { id } = await w.endpoint({ campaignMessages: true })
  await w.ends([{ id: ids[0] ?? '' }, { id: ids[1] ?? '', campaignId: ids[6] ?? '' }])
  const [mine] = ids as MessageId[]
  const told = () =>
    w.deps.database.inAccount(w.accountId, (tx) =>
      programsToldOf(tx, w.accountId, { subjectId: subject, messages: mine ? [mine] : [] }),
    )
  // Nothing has left yet.
  expect(await told()).toEqual([])
  await w.deliver(id)
  expect(await told()).toMatchObject([{ host: '127.0.0.1', kinds: ['message.delivered'] }])
  await w.happens('contact.opted_out', { subjectId: subject })
  await w.deliver(id)
  expect((await told())[0]?.kinds).toEqual(['contact.opted_out', 'message.delivered'])
})

test('what the log holds of a person is told to them, and goes with them', async () => {
  const { id } = await w.endpoint()
  await w.happens('contact.opted_out', { subjectId: subject })
  await w.happens('contact.erased', { about: ids[3] ?? '', facts: { contactIds: [contact] } })
  await w.deliver(id)
  expect(w.told).toEqual([{ endpointId: id, erasureId: ids[3] }])
  const held = (tx: Parameters<typeof webhooksHolder.exportSubject>[0]) =>
    webhooksHolder.exportSubject(tx, w.accountId, subject)
  const copy = await w.deps.database.inAccount(w.accountId, held)
  expect(copy?.['programsTold']).toMatchObject([{ kind: 'contact.opted_out', host: '127.0.0.1' }])
  await w.deps.database.inAccount(w.accountId, (tx) =>
    webhooksHolder.eraseSubjects(tx, w.accountId, [subject]),
  )
  expect((await w.log(id)).map(({ event }) => event)).toEqual(['contact.erased'])
})
