// A terminal that listens: what is written for it, taken by it, and gone with it.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type WebhooksFixture, webhooksFixture } from '../../test/support/webhooks-fixture.ts'
import type { Caller, Right, SubjectId, TokenId, UserId } from '../kernel/index.ts'
import { listenersMax, listenRequest, takenMax, waitingMax } from './contract-listen.ts'
import { subscribersOf } from './emit-store.ts'
import { webhooksHolder } from './hold-subject.ts'
import { askForDue, webhooksJobs } from './jobs.ts'
import { endListeningJob, startListening, stopListening, takeEvents } from './listen.ts'
import * as manage from './manage-endpoints.ts'
import { sweepWebhooks } from './sweep.ts'
import { programsToldOf } from './told-store.ts'

const subject = '01a210d0-21d9-75bb-863c-0000000000bb' as SubjectId
const other = '01a210d0-21d9-75bb-863c-0000000000cc' as SubjectId
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(() => w.empty())

const listen = (asked: Record<string, unknown> = {}, caller: Caller = w.caller) =>
  startListening(w.deps, caller, listenRequest.parse(asked))
const reason = 'The shop is being joined to our CRM'
const take = (id: string, taken: string[] = [], caller: Caller = w.caller) =>
  takeEvents(w.deps, caller, { id, taken, reason })
const rows = async () => {
  const { rows: found } = await w.here.store.asSuperuser((client) =>
    client.query<{ endpoints: number; deliveries: number }>(
      `select (select count(*)::int from webhooks.endpoint) as endpoints,
         (select count(*)::int from webhooks.delivery) as deliveries`,
    ),
  )
  return found[0]
}
const end = (id: string) =>
  webhooksJobs(w.deps)[endListeningJob]?.({
    ...{ name: endListeningJob, accountId: w.accountId, input: { endpointId: id } },
    ...{ attempt: 1, isLastAttempt: false, isStopping: () => false },
  })
const notFound = { code: 'webhooks.listener_not_found' }

test('it is given what a webhook would get, until it says that it has it', async () => {
  const { id } = await listen()
  await w.happens('contact.opted_out', { subjectId: subject, facts: { how: 'objection' } })
  await w.end(1)
  const { items } = await take(id)
  expect(items.map(({ event }) => event).sort()).toEqual(['contact.opted_out', 'message.delivered'])
  const bodies = items.map(({ body }) => JSON.parse(body) as { type: string; data: object })
  expect(bodies.find(({ type }) => type === 'message.delivered')?.data).toMatchObject({
    ...{ reference: 'order-7', state: 'delivered' },
  })
  const [first, ...others] = items.map((one) => one.id)
  expect((await take(id, [first ?? ''])).items.map((one) => one.id)).toEqual(others)
  expect((await take(id, others)).items).toEqual([])
  // Nothing leaves by itself.
  expect(await askForDue(w.deps)).toBe(0)
  expect(w.receiver.got).toEqual([])
})

test('it chooses its events; of a campaign, and of texts, only where it says so', async () => {
  const few = await listen({ events: ['reply.received'] })
  const all = await listen({ campaignMessages: true, replyText: true, reason })
  await w.ends([{ id: w.deps.makeId(), campaignId: w.deps.makeId() }])
  await w.happens('reply.received', { subjectId: subject })
  const [reply, ...none] = (await take(few.id)).items
  expect([reply?.event, none]).toEqual(['reply.received', []])
  expect(reply?.body).not.toContain('À demain')
  const bodies = (await take(all.id)).items.map(({ body }) => body)
  expect(bodies).toHaveLength(2)
  expect(bodies.join()).toContain('À demain')
})

test('a text needs its right, when it is asked for and each time it is taken', async () => {
  const few: Caller = { ...w.caller, rights: new Set<Right>(['webhooks.manage']) }
  const refused = { code: 'webhooks.text_not_allowed' }
  await expect(listen({ replyText: true, reason }, few)).rejects.toMatchObject(refused)
  const { id } = await listen({ replyText: true, reason })
  await expect(take(id, [], few)).rejects.toMatchObject(refused)
})

test('who reads texts says why, and each text is one look at its person', async () => {
  const looks: unknown[] = []
  w.deps = {
    ...w.deps,
    record: async (_tx, _caller, { action, subjectId, reason: why }) => {
      looks.push([action, subjectId, why])
    },
  }
  const needed = { code: 'webhooks.reason_needed' }
  await expect(listen({ replyText: true })).rejects.toMatchObject(needed)
  const { id } = await listen({ replyText: true, reason })
  const silent = takeEvents(w.deps, w.caller, { id, taken: [], reason: null })
  await expect(silent).rejects.toMatchObject(needed)
  const plain = await listen()
  await w.happens('reply.received', { subjectId: subject })
  await w.happens('reply.received', { subjectId: other })
  // Nobody to write the look down for: no text.
  await w.happens('reply.received')
  await w.happens('contact.opted_out', { subjectId: subject })
  looks.length = 0
  const { items } = await take(id)
  expect(items.filter(({ body }) => body.includes('À demain'))).toHaveLength(2)
  // Given again, and given without its text, it is no other look.
  await take(id)
  await take(plain.id)
  const look = (whose: SubjectId) => ['sending.reply_revealed', whose, reason]
  expect(looks).toHaveLength(2)
  expect(looks).toEqual(expect.arrayContaining([look(subject), look(other)]))
})

test('what is erased while a terminal asks is given to nobody, and no look is noted', async () => {
  const looks: unknown[] = []
  const opened: unknown[] = []
  const { replyText } = w.deps.ports
  w.deps = {
    ...w.deps,
    ports: {
      ...w.deps.ports,
      replyText: (tx, accountId, reply) => {
        opened.push(reply)
        return replyText(tx, accountId, reply)
      },
    },
    record: async (_tx, _caller, { subjectId }) => {
      looks.push(subjectId)
    },
  }
  const { id } = await listen({ replyText: true, reason })
  await w.happens('reply.received', { subjectId: subject })
  await w.happens('reply.received', { subjectId: other })
  looks.length = 0
  const taking = await w.deps.database.inAccount(w.accountId, async (tx) => {
    await webhooksHolder.eraseSubjects(tx, w.accountId, [subject])
    const asked = take(id)
    await w.here.store.asSuperuser((client) =>
      vi.waitFor(async () => {
        const waiting = await client.query(`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`)
        expect(waiting.rowCount).toBe(1)
      }),
    )
    return { asked }
  })
  expect((await taking.asked).items).toHaveLength(1)
  expect([looks, opened.length]).toEqual([[other], 1])
})

test('what it hears is for who began it; anybody else is told what an unknown one is', async () => {
  const own: Caller = { ...w.caller, by: { kind: 'user', userId: w.deps.makeId() as UserId } }
  const { id } = await listen({ replyText: true, reason }, own)
  await w.happens('reply.received', { subjectId: subject })
  const others: Caller['by'][] = [
    { kind: 'user', userId: w.deps.makeId() as UserId },
    { kind: 'token', tokenId: w.deps.makeId() as TokenId },
  ]
  for (const by of others) {
    const caller = { ...w.caller, by }
    await expect(take(id, [], caller)).rejects.toMatchObject(notFound)
    await expect(stopListening(w.deps, caller, id)).rejects.toMatchObject(notFound)
  }
  expect((await take(id, [], own)).items).toHaveLength(1)
  await stopListening(w.deps, own, id)
})

test('a person’s copy names programs, and no terminal', async () => {
  const { id } = await listen({ replyText: true, reason })
  await w.happens('reply.received', { subjectId: subject })
  await take(id)
  const copies = w.deps.database.inAccount(w.accountId, async (tx) => [
    await webhooksHolder.exportSubject(tx, w.accountId, subject),
    await programsToldOf(tx, w.accountId, { subjectId: subject, messages: [] }),
  ])
  expect(await copies).toEqual([null, []])
})

test('one for which too much waits is ended, and told so', async () => {
  const { id } = await listen()
  const fill = (count: number) =>
    w.here.store.asSuperuser((client) =>
      client.query(
        `insert into webhooks.delivery (account_id, endpoint_id, event_id, kind, facts, at, state)
         select account_id, endpoint_id, gen_random_uuid(), 'import.finished', '{}', created_at,
           'held' from webhooks.endpoint, generate_series(1, $1)`,
        [count],
      ),
    )
  await fill(waitingMax)
  await askForDue(w.deps)
  await end(id)
  expect((await take(id)).items).toHaveLength(takenMax)
  await fill(1)
  await askForDue(w.deps)
  await end(id)
  // What happens now is not written for it any more.
  await w.happens('import.finished')
  expect(await rows()).toEqual({ endpoints: 1, deliveries: waitingMax + 1 })
  await expect(take(id)).rejects.toMatchObject({ code: 'webhooks.listener_overrun' })
  await expect(take(id)).rejects.toMatchObject(notFound)
})

test('while more than a minute is left, nothing is written to keep it; a minute of silence ends none', async () => {
  const { id, until } = await listen()
  w.later(29_000)
  expect((await take(id)).until).toBe(until)
  // The longest silence after an answer that wrote nothing.
  w.later(60_000)
  const later = Date.parse((await take(id)).until)
  expect(later).toBe(w.deps.clock.now() + 90_000)
  w.later(30_000)
  expect(Date.parse((await take(id)).until)).toBe(w.deps.clock.now() + 90_000)
})

test('many events come in pages, the oldest first', async () => {
  const { id } = await listen()
  await w.end(takenMax + 7)
  const first = (await take(id)).items
  expect(first).toHaveLength(takenMax)
  const taken = first.map((one) => one.id)
  expect((await take(id, taken)).items).toHaveLength(7)
})

test('it is no webhook: not listed, not counted, not changed, and no recipient of erasures', async () => {
  for (let count = 0; count < 10; count += 1) await w.endpoint({ events: ['import.finished'] })
  const { id } = await listen()
  expect(await manage.listWebhooks(w.deps, w.caller)).toHaveLength(10)
  const resume = manage.changeWebhook(w.deps, w.caller, { id, state: 'active' })
  await expect(resume).rejects.toMatchObject({ code: 'webhooks.webhook_not_found' })
  const told = w.deps.database.inAccount(w.accountId, (tx) =>
    subscribersOf(tx, w.accountId, 'contact.erased'),
  )
  expect(await told).toEqual([])
})

test('it ends a while after it was asked last, and nothing is written for it any more', async () => {
  const { id } = await listen()
  w.later(50_000)
  await take(id)
  w.later(80_000)
  await w.happens('import.finished')
  await end(id)
  expect(await rows()).toEqual({ endpoints: 1, deliveries: 1 })
  w.later(10_000)
  await w.happens('import.finished')
  expect(await rows()).toEqual({ endpoints: 1, deliveries: 1 })
  await expect(take(id)).rejects.toMatchObject(notFound)
  await end(id)
  expect(await rows()).toEqual({ endpoints: 0, deliveries: 0 })
})

test('it ends when it says so, and in the night where the queue was lost', async () => {
  const { id } = await listen()
  await w.happens('import.finished')
  await stopListening(w.deps, w.caller, id)
  expect(await rows()).toEqual({ endpoints: 0, deliveries: 0 })
  await expect(stopListening(w.deps, w.caller, id)).rejects.toMatchObject(notFound)
  const other = await listen()
  await w.happens('import.finished')
  await sweepWebhooks(w.deps, w.caller)
  expect((await take(other.id)).items).toHaveLength(1)
  w.later(90_000)
  await sweepWebhooks(w.deps, w.caller)
  expect(await rows()).toEqual({ endpoints: 0, deliveries: 0 })
})

test('five of an account listen at once', async () => {
  for (let count = 0; count < listenersMax; count += 1) await listen()
  await expect(listen()).rejects.toMatchObject({ code: 'webhooks.too_many_listeners' })
  w.later(90_000)
  await listen()
})
