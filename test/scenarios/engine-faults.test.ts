// The engine under faults: STOP, cut links, a dead engine, a database that goes away.
import { afterEach, expect, test } from 'vitest'
import type { MessageId } from '../../src/kernel/index.ts'
import { seeLeaseInAnyAccount, takeLeaseInAnyAccount } from '../../src/sending/store/lease-store.ts'
import { claimInAnyAccount, takeOrphansInAnyAccount } from '../../src/sending/store/queue-store.ts'
import { appendResultsInAnyAccount } from '../../src/sending/store/result-store.ts'
import {
  alertOrder,
  fictionNumber,
  fictionNumbers,
  type SendingFixture,
  type SendingFixtureOptions,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

const fixtures: SendingFixture[] = []
async function begin(options: SendingFixtureOptions): Promise<SendingFixture> {
  const fixture = await sendingFixture(options)
  fixtures.push(fixture)
  return fixture
}
afterEach(async () => {
  for (const fixture of fixtures.splice(0)) await fixture.close()
})

const numbers = (count: number, from = 1000) => fictionNumbers(count, from)
// The last digits choose the sandbox's behaviour: plain ones only, unless a test asks.
const plain = { isMagic: false, receiptDelayMs: 10 }

const destinations = (fixture: SendingFixture) =>
  fixture.sandbox?.taken().map(({ destination }) => `+${destination}`) ?? []
const ended = async (fixture: SendingFixture, ids: readonly MessageId[]) => {
  const states = await fixture.states(ids)
  return !['queued', 'submitting', 'submitted'].some((state) => state in states)
}

test('a STOP in the middle of a campaign outruns its queue; an alert to the person leaves', async () => {
  const fixture = await begin({ sandbox: plain, pace: 'window=5&rate=40' })
  const all = numbers(60)
  const last = all[59] ?? fictionNumber(0)
  await fixture.people(all, { agreed: true })
  const { ids } = await fixture.accept(all)
  await until(() => (fixture.sandbox?.stats().taken ?? 0) >= 5)
  // To be heard, a person must have been written to on this route.
  const note = await fixture.accept([last], alertOrder)
  await until(async () => (await fixture.states(note.ids))['delivered'] === 1)
  const before = destinations(fixture).filter((to) => to === last).length
  expect(fixture.sandbox?.reply({ from: last, to: '36111', text: 'Stop svp' })).toBe(true)
  await until(() => (fixture.sandbox?.stats().deliveriesPending ?? 1) === 0)
  await until(() => ended(fixture, ids))
  expect(await fixture.states(ids)).toEqual({ delivered: 59, refused: 1 })
  expect(destinations(fixture).filter((to) => to === last)).toHaveLength(before)
  const later = await fixture.accept([last], alertOrder)
  await until(async () => (await fixture.states(later.ids))['delivered'] === 1)
}, 60_000)

test('links that are cut in mid-campaign lose nothing and double nothing', async () => {
  const fixture = await begin({ sandbox: { ...plain, answerDelayMs: 5 } })
  const all = numbers(400)
  await fixture.people(all, { agreed: true })
  const { ids } = await fixture.accept(all)
  for (const at of [60, 150, 250]) {
    await until(() => (fixture.sandbox?.stats().taken ?? 0) >= at, 30_000)
    fixture.sandbox?.cutAll()
  }
  await until(() => ended(fixture, ids), 60_000)
  const states = await fixture.states(ids)
  const taken = destinations(fixture)
  expect(new Set(taken).size).toBe(taken.length)
  // Whatever the operator took without a word that reached us is told as maybe sent.
  expect((states['delivered'] ?? 0) + (states['maybe_sent'] ?? 0)).toBe(400)
  expect(states['maybe_sent'] ?? 0).toBeLessThanOrEqual(3 * 2 * 50)
}, 120_000)

test('what a dead engine had in flight is maybe sent; an alert that may, goes again', async () => {
  const fixture = await begin({ sandbox: plain })
  const all = numbers(4)
  await fixture.people(all, { agreed: true })
  await fixture.stopNodes()
  const marketing = await fixture.accept(all.slice(0, 2))
  const careful = await fixture.accept(all.slice(2, 3), alertOrder)
  const urgent = await fixture.accept(all.slice(3), {
    ...alertOrder,
    ifUnsure: 'twice_rather_than_never',
  })
  // Another engine claims all of it under its lease, and is never heard of again.
  await fixture.database.inAnyAccount(async (tx) => {
    const at = fixture.timers.now()
    const place = { routeId: fixture.routeId, bind: 0 }
    const seen = await seeLeaseInAnyAccount(tx, place)
    const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: fixture.makeId(), seen })
    if (lease === null) throw new Error('the lease was free')
    const claim = { lease, intentId: fixture.makeId(), at, segmentsMax: 10 }
    const { messages, hasMore } = await claimInAnyAccount(tx, claim)
    expect([messages.length, hasMore]).toEqual([4, false])
  })
  await fixture.startNode()
  await until(async () => (await fixture.states(urgent.ids))['delivered'] === 1)
  expect(await fixture.states(marketing.ids)).toEqual({ maybe_sent: 2 })
  expect(await fixture.states(careful.ids)).toEqual({ maybe_sent: 1 })
  expect(destinations(fixture)).toEqual([all[3]])
}, 60_000)

test('a database that goes away in mid-campaign is waited for, and nothing is lost', async () => {
  const fixture = await begin({ sandbox: plain, pace: 'window=20&rate=300' })
  const all = numbers(300)
  await fixture.people(all, { agreed: true })
  const { ids } = await fixture.accept(all)
  for (const at of [30, 120, 200]) {
    await until(() => (fixture.sandbox?.stats().taken ?? 0) >= at, 30_000)
    await fixture.test.asSuperuser((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    )
  }
  await until(() => ended(fixture, ids), 60_000)
  expect(await fixture.states(ids)).toEqual({ delivered: 300 })
  expect(new Set(destinations(fixture)).size).toBe(300)
  expect(destinations(fixture)).toHaveLength(300)
}, 120_000)

test('accepting the same people for the same campaign again doubles nobody', async () => {
  const fixture = await begin({ sandbox: plain })
  const all = numbers(50)
  await fixture.people(all, { agreed: true })
  const first = await fixture.accept(all)
  const again = await fixture.accept(all, {}, first.campaignId)
  expect([first.kept, again.kept]).toEqual([50, 0])
  await until(() => ended(fixture, first.ids))
  expect(destinations(fixture)).toHaveLength(50)
}, 60_000)

test('a node that wakes up late puts nothing back: what it learns is evidence only', async () => {
  const fixture = await begin({ sandbox: { ...plain, answerDelayMs: 300 } })
  const all = numbers(3)
  await fixture.people(all, { agreed: true })
  const { ids } = await fixture.accept(all)
  // While the answers are on their way, another node takes the route over.
  await until(() => (fixture.sandbox?.stats().submits ?? 0) === 3)
  await fixture.database.inAnyAccount(async (tx) => {
    const orphans = await takeOrphansInAnyAccount(tx, {
      routeId: fixture.routeId,
      bind: 0,
      nodeId: fixture.makeId(),
      fence: 1_000,
    })
    const messages = orphans.flatMap((orphan) => orphan.messages)
    expect(messages).toHaveLength(3)
    const results = messages.map((message) => ({
      ...message,
      part: 1,
      routeId: fixture.routeId,
      outcome: 'unknown' as const,
      operatorId: null,
      status: null,
      claimedAt: fixture.timers.now(),
      leftAt: fixture.timers.now(),
      answeredAt: null,
      checks: null,
    }))
    await tx.together((to) => appendResultsInAnyAccount(to, results))
  })
  expect(await fixture.states(ids)).toEqual({ maybe_sent: 3 })
  await until(async () => (await fixture.states(ids))['delivered'] === 3)
  expect(destinations(fixture)).toHaveLength(3)
}, 60_000)

test('a no that comes after its time-out settles what was maybe sent', async () => {
  const fixture = await begin({ sandbox: { ...plain, answerDelayMs: 10_000 } })
  const all = numbers(2)
  await fixture.people(all, { agreed: true })
  const { ids } = await fixture.accept(all)
  await until(() => (fixture.sandbox?.stats().submits ?? 0) === 2)
  fixture.sandbox?.cutAll()
  await until(async () => (await fixture.states(ids))['maybe_sent'] === 2)
  const no = { kind: 'refused', status: 0x45, statusName: 'ESME_RSUBMITFAIL' } as const
  const link = fixture.sending.engine.handlersFor(fixture.routeId)
  link.lateOutcome?.(`${ids[0]} 1 1`, { ...no, action: 'give_up' })
  // It was told as maybe sent and does not go again, whatever the operator would like.
  link.lateOutcome?.(`${ids[1]} 1 1`, { ...no, action: 'throttle' })
  await until(async () => (await fixture.states(ids))['rejected'] === 2)
}, 60_000)
