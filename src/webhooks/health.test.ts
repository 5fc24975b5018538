// When a program is left alone and when it is asked again; in which order events are taken.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type WebhooksFixture, webhooksFixture } from '../../test/support/webhooks-fixture.ts'
import type { SubjectId } from '../kernel/index.ts'
import { listenRequest } from './contract-listen.ts'
import { webhooksHolder } from './hold-subject.ts'
import { askForDue } from './jobs.ts'
import { startListening, takeEvents } from './listen.ts'
import * as manage from './manage-endpoints.ts'
import { sweepWebhooks } from './sweep.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const subject = '01a210d0-21d9-75bb-863c-0000000000bb' as SubjectId
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(() => w.empty())

const seen = (id: string) => manage.readWebhook(w.deps, w.caller, id)

test('a program that is seldom told is not paused for one failure long after another', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500)
  await w.happens('import.finished')
  await w.deliver(id)
  const since = (await seen(id)).failingSince
  // What failed then was given up long ago; a test a week later fails again.
  await w.here.store.asSuperuser((client) =>
    client.query(`update webhooks.delivery set state = 'failed', next_at = null`),
  )
  w.later(7 * dayMs)
  await manage.testWebhook(w.deps, w.caller, id)
  await w.deliver(id)
  const later = await seen(id)
  expect(later.state).toBe('active')
  expect(Date.parse(later.failingSince ?? '')).toBe(Date.parse(since ?? '') + 7 * dayMs)
})

test('another address begins anew, also where the old one was just being told', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500)
  await w.happens('import.finished')
  await w.deliver(id)
  expect((await seen(id)).failingSince).not.toBeNull()
  // Given the same again, it stays as it is.
  await manage.changeWebhook(w.deps, w.caller, { id, url: w.receiver.url })
  expect((await seen(id)).failingSince).not.toBeNull()
  await manage.changeWebhook(w.deps, w.caller, { id, url: `${w.receiver.url}/new` })
  expect((await seen(id)).failingSince).toBeNull()

  w.receiver.answer(null)
  await w.happens('import.finished')
  const telling = w.deliver(id)
  await vi.waitFor(() => expect(w.receiver.got.length).toBeGreaterThan(1))
  await manage.changeWebhook(w.deps, w.caller, { id, url: `${w.receiver.url}/newer` })
  await w.here.clock.advance(15_000)
  await telling
  expect((await seen(id)).failingSince).toBeNull()
})

test('an erasure that no program took stays in the log for a year, what was taken a month', async () => {
  const { id } = await w.endpoint({ events: ['contact.erased', 'import.finished'] })
  await w.happens('contact.erased')
  await w.deliver(id)
  await manage.changeWebhook(w.deps, w.caller, { id, state: 'paused' })
  await w.happens('contact.erased')
  await w.happens('import.finished')
  w.later(31 * dayMs)
  await sweepWebhooks(w.deps, w.caller)
  expect((await w.log(id)).map(({ event, state }) => [event, state])).toEqual([
    ['contact.erased', 'held'],
  ])
  w.later(335 * dayMs)
  await sweepWebhooks(w.deps, w.caller)
  expect(await w.log(id)).toEqual([])
})

/** While somebody holds the first of some events, what waits for it has not taken the last. */
async function isLastFree(
  act: () => Promise<unknown>,
  meanwhile: () => void = () => undefined,
): Promise<boolean> {
  const { rows } = await w.here.store.asSuperuser((client) =>
    client.query<{ id: string }>('select event_id as id from webhooks.delivery order by event_id'),
  )
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id]
  return w.here.store.asSuperuser(async (client) => {
    await client.query('begin')
    await client.query('select from webhooks.delivery where event_id = $1 for update', [first])
    const acting = act()
    await vi.waitFor(async () => {
      const waiting = await client.query(`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
      expect(waiting.rowCount).toBe(1)
    })
    meanwhile()
    const free = await client.query(
      'select from webhooks.delivery where event_id = $1 for update skip locked',
      [last],
    )
    await client.query('rollback')
    await acting
    return free.rowCount === 1
  })
}

/** Five events of a person, of which the latest stands first in the table and is due first. */
async function latestFirst() {
  await w.end(5)
  await w.here.store.asSuperuser((client) =>
    client.query(
      `create temp table mine as select * from webhooks.delivery;
       delete from webhooks.delivery;
       update mine m set subject_id = '${subject}', next_at = next_at - n * interval '1 second'
       from (select event_id, row_number() over (order by event_id) as n from mine) as of
         where of.event_id = m.event_id;
       insert into webhooks.delivery select * from mine order by event_id desc;
       drop table mine`,
    ),
  )
}

test('results and an erasure take the same events in the same order', async () => {
  const { id } = await w.endpoint()
  await latestFirst()
  const erase = () =>
    w.deps.database.inAccount(w.accountId, (tx) =>
      webhooksHolder.eraseSubjects(tx, w.accountId, [subject]),
    )
  expect(await isLastFree(erase)).toBe(true)
  expect(await w.log(id)).toEqual([])
  await latestFirst()
  expect(await isLastFree(() => w.deliver(id))).toBe(true)
  expect(w.receiver.got).toHaveLength(5)
})

test('a terminal drops what it has had, and an erasure takes it, in the same order', async () => {
  const { id } = await startListening(w.deps, w.caller, listenRequest.parse({}))
  await latestFirst()
  const asked = { id, taken: [], reason: null }
  const { items } = await takeEvents(w.deps, w.caller, asked)
  const taken = items
    .map((one) => one.id)
    .sort()
    .reverse()
  const take = () => takeEvents(w.deps, w.caller, { ...asked, taken })
  expect(await isLastFree(take)).toBe(true)
  expect((await takeEvents(w.deps, w.caller, asked)).items).toEqual([])
})

test('what was taken and what comes after it are held in one order, before a text is opened', async () => {
  const reason = 'The shop is being joined to our CRM'
  const made = listenRequest.parse({ replyText: true, reason })
  const { id } = await startListening(w.deps, w.caller, made)
  for (let count = 0; count < 5; count += 1) {
    await w.happens('reply.received', { subjectId: subject })
  }
  // The latest of them by their ids are the oldest: those are taken, the first is on the next page.
  await w.here.store.asSuperuser((client) =>
    client.query(
      `update webhooks.delivery d set at = at - n * interval '1 second'
       from (select event_id, row_number() over (order by event_id) as n
         from webhooks.delivery) as of where of.event_id = d.event_id`,
    ),
  )
  const asked = { id, taken: [], reason }
  const taken = (await takeEvents(w.deps, w.caller, asked)).items.slice(0, 3).map((one) => one.id)
  let opened = 0
  const { replyText } = w.deps.ports
  const counted: typeof replyText = (...from) => {
    opened += 1
    return replyText(...from)
  }
  const deps = { ...w.deps, ports: { ...w.deps.ports, replyText: counted } }
  const take = () => takeEvents(deps, w.caller, { ...asked, taken })
  expect(await isLastFree(take, () => expect(opened).toBe(0))).toBe(true)
  expect(opened).toBe(2)
})

test('the sweep of the log ends between two steps when the server stops', async () => {
  const { id } = await w.endpoint()
  await w.end(1)
  await w.here.store.asSuperuser((client) =>
    client.query(`insert into webhooks.delivery (account_id, endpoint_id, event_id, kind, facts, at,
        state)
      select account_id, endpoint_id, gen_random_uuid(), kind, facts, at, 'delivered'
      from webhooks.delivery, generate_series(1, 5200)`),
  )
  w.later(31 * dayMs)
  await sweepWebhooks(w.deps, w.caller, () => true)
  expect((await w.log(id)).length).toBeGreaterThan(0)
  await sweepWebhooks(w.deps, w.caller)
  expect(await w.log(id)).toEqual([])
})

test('a test that is asked for while another event fails is sent at once', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(500)
  for (let round = 0; round < 6; round += 1) {
    await w.happens('import.finished')
    await w.deliver(id)
    w.later(60_000)
  }
  w.receiver.answer(null)
  w.receiver.got.length = 0
  await w.happens('import.finished')
  const telling = w.deliver(id)
  await vi.waitFor(() => expect(w.receiver.got).toHaveLength(1))
  await manage.testWebhook(w.deps, w.caller, id)
  await w.here.clock.advance(15_000)
  await telling
  w.receiver.answer(204)
  expect(await askForDue(w.deps)).toBe(1)
  await w.deliver(id)
  expect(w.receiver.got[1]?.body).toContain('webhook.test')
})

test('a secret is renewed again once the old one signs no more', async () => {
  const { id } = await w.endpoint()
  await manage.renewWebhookSecret(w.deps, w.caller, id)
  w.later(dayMs - 1)
  await expect(manage.renewWebhookSecret(w.deps, w.caller, id)).rejects.toMatchObject({
    code: 'webhooks.renewed_already',
  })
  w.later(1)
  await manage.renewWebhookSecret(w.deps, w.caller, id)
})
