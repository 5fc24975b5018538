// A program that asks to be left alone for a while, over real HTTP: what waits, for how long, and
// what the log says of it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type WebhooksFixture, webhooksFixture } from '../../test/support/webhooks-fixture.ts'
import { askForDue } from './jobs.ts'
import * as manage from './manage-endpoints.ts'
import { retryDelivery } from './read-deliveries.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(() => w.empty())

const seen = (id: string) => manage.readWebhook(w.deps, w.caller, id)
const after = (ms: number) => new Date(w.deps.clock.now() + ms).toISOString()
const asks = (status: number, wait: string) => w.receiver.answer(status, { 'retry-after': wait })
/** An event that was just told to a program that answers so. */
async function toldTo(status: number, wait: string) {
  const { id } = await w.endpoint()
  asks(status, wait)
  await w.happens('import.finished')
  await w.deliver(id)
  return { id, entry: await w.lastOf(id) }
}

test('the next try comes no earlier than the answer asks, in seconds or by a date', async () => {
  const asDate = () => new Date(w.deps.clock.now() + 10 * minuteMs).toUTCString()
  for (const wait of [() => '600', asDate]) {
    await w.empty()
    const { id, entry } = await toldTo(503, wait())
    const until = after(10 * minuteMs)
    expect(entry).toMatchObject({
      state: 'waiting',
      tries: 1,
      status: 503,
      error: 'refused_status',
    })
    expect(entry).toMatchObject({ askedUntil: until, nextAt: until })
    expect(await seen(id)).toMatchObject({ state: 'active', restUntil: until })
    w.receiver.answer(204)
    w.later(10 * minuteMs - 1)
    expect(await askForDue(w.deps)).toBe(0)
    await w.deliver(id)
    expect(w.receiver.got).toHaveLength(1)
    w.later(1)
    expect(await askForDue(w.deps)).toBe(1)
    await w.deliver(id)
    expect(await w.lastOf(id)).toMatchObject({ state: 'delivered', tries: 2, askedUntil: null })
    expect((await seen(id)).restUntil).toBeNull()
  }
})

test('our own waits stay the shortest ones', async () => {
  const { entry } = await toldTo(500, '2')
  const own = Date.parse(entry?.nextAt ?? '') - w.deps.clock.now()
  expect(own).toBeGreaterThanOrEqual(4.5 * secondMs)
  expect(own).toBeLessThanOrEqual(5.5 * secondMs)
  expect(entry).toMatchObject({ askedUntil: after(2 * secondMs) })
})

test.each([
  ...['-120', '1.5', 'soon', '', '0', '0x7f', '9'.repeat(2_000), '1e9'],
  ...['Sun, 06 Nov 1994 08:49:37 GMT', 'Wed, 30 Feb 2028 08:49:37 GMT', '2030-01-01T00:00:00Z'],
])('a wait that nobody can mean counts for nothing: %s', async (wait) => {
  const { id, entry } = await toldTo(429, wait)
  expect(entry).toMatchObject({ state: 'waiting', status: 429, askedUntil: null })
  expect(Date.parse(entry?.nextAt ?? '') - w.deps.clock.now()).toBeLessThanOrEqual(5.5 * secondMs)
  expect((await seen(id)).restUntil).toBe(after(secondMs))
})

test.each([...['86401', '99999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT']])(
  'a wait counts for a day at most: %s',
  async (wait) => {
    const { id, entry } = await toldTo(429, wait)
    expect(entry).toMatchObject({ askedUntil: after(dayMs), nextAt: after(dayMs) })
    expect((await seen(id)).restUntil).toBe(after(dayMs))
  },
)

test('429 and 503 speak of the whole program: no other event is told, or loses a try', async () => {
  const { id } = await toldTo(429, '3600')
  for (let count = 0; count < 7; count += 1) await w.happens('campaign.finished')
  w.later(30 * minuteMs)
  await w.happens('import.finished')
  expect(await askForDue(w.deps)).toBe(0)
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(1)
  const [newest, ...others] = await w.log(id)
  // All are shown with the instant from which on they are tried.
  expect(newest).toMatchObject({ tries: 0, nextAt: after(30 * minuteMs), askedUntil: null })
  expect(new Set(others.map(({ nextAt }) => nextAt))).toEqual(new Set([after(30 * minuteMs)]))
  w.receiver.answer(204)
  w.later(30 * minuteMs)
  await w.deliver(id)
  expect((await w.log(id)).every(({ state }) => state === 'delivered')).toBe(true)
})

test('a program that takes some events of a round and is then too busy is left alone, too', async () => {
  const { id } = await w.endpoint()
  for (let count = 0; count < 8; count += 1) await w.happens('campaign.finished')
  w.receiver.answerEach((nth) =>
    nth < 3 ? { status: 204 } : { status: 429, headers: { 'retry-after': '60' } },
  )
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(5)
  expect(await seen(id)).toMatchObject({ failingSince: null, restUntil: after(minuteMs) })
  expect((await w.log(id)).map(({ state, tries }) => [state, tries]).sort()).toEqual([
    ...[1, 1, 1].map((tries) => ['delivered', tries]),
    ...[0, 0, 0, 1, 1].map((tries) => ['waiting', tries]),
  ])
})

test('another failure speaks of its event alone', async () => {
  const { id } = await toldTo(500, '3600')
  w.receiver.answer(204)
  w.later(minuteMs)
  await w.happens('campaign.finished')
  await w.deliver(id)
  expect((await w.log(id)).map(({ event, state }) => [event, state])).toEqual([
    ['campaign.finished', 'delivered'],
    ['import.finished', 'waiting'],
  ])
})

test('a redirect and a 410 are what they were', async () => {
  const { entry } = await toldTo(302, '3600')
  expect(entry).toMatchObject({ error: 'redirected', nextAt: after(hourMs) })
  const gone = await toldTo(410, '3600')
  expect(await seen(gone.id)).toMatchObject({ state: 'paused', pauseWhy: 'gone', restUntil: null })
  expect(gone.entry).toMatchObject({ state: 'held', nextAt: null })
})

test('who asks for a try by hand does not wait', async () => {
  const { id, entry } = await toldTo(503, '36000')
  w.later(minuteMs)
  w.receiver.answer(204)
  const asked = { endpointId: id, id: entry?.id ?? '' }
  const again = await retryDelivery(w.deps, w.caller, asked)
  expect(Date.parse(again.nextAt ?? '')).toBeLessThanOrEqual(w.deps.clock.now())
  await w.deliver(id)
  expect(await w.lastOf(id)).toMatchObject({ state: 'delivered', tries: 1 })
})

test('all eight tries are made, a day apart at most, and the webhook is paused after five', async () => {
  const { id } = await toldTo(503, String(7 * 86_400))
  const from = w.deps.clock.now()
  for (let days = 1; days <= 4; days += 1) {
    w.later(dayMs)
    await w.deliver(id)
    expect(await w.lastOf(id)).toMatchObject({ state: 'waiting', tries: days + 1 })
  }
  w.later(dayMs)
  await w.deliver(id)
  expect(await seen(id)).toMatchObject({
    ...{ state: 'paused', pauseWhy: 'failing', failingSince: new Date(from).toISOString() },
  })

  // One that takes other events meanwhile has its eight tries in a week.
  await w.empty()
  const other = await toldTo(500, '86400')
  for (let days = 1; days <= 7; days += 1) {
    w.receiver.answer(204)
    await w.happens('campaign.finished')
    w.later(minuteMs)
    await w.deliver(other.id)
    asks(500, '86400')
    w.later(dayMs - minuteMs)
    await w.deliver(other.id)
    const one = (await w.log(other.id)).find(({ id: of }) => of === other.entry?.id)
    expect([days, one?.state]).toEqual([days, days < 7 ? 'waiting' : 'failed'])
  }
})
