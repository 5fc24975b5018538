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
  type SendingGround,
  type SendingGroundOptions,
  sendingGround,
  until,
} from '../support/sending-ground.ts'

const grounds: SendingGround[] = []
async function begin(options: SendingGroundOptions): Promise<SendingGround> {
  const ground = await sendingGround(options)
  grounds.push(ground)
  return ground
}
afterEach(async () => {
  for (const ground of grounds.splice(0)) await ground.close()
})

const numbers = (count: number, from = 1000) => fictionNumbers(count, from)
// The last digits choose the sandbox's behaviour: plain ones only, unless a test asks.
const plain = { isMagic: false, receiptDelayMs: 10 }

const destinations = (ground: SendingGround) =>
  ground.sandbox?.taken().map(({ destination }) => `+${destination}`) ?? []
const ended = async (ground: SendingGround, ids: readonly MessageId[]) => {
  const states = await ground.states(ids)
  return !['queued', 'submitting', 'submitted'].some((state) => state in states)
}

test('a STOP in the middle of a campaign outruns its queue; an alert to the person leaves', async () => {
  const ground = await begin({ sandbox: plain, pace: 'window=5&rate=40' })
  const all = numbers(60)
  const last = all[59] ?? fictionNumber(0)
  await ground.people(all, { agreed: true })
  const { ids } = await ground.accept(all)
  await until(() => (ground.sandbox?.stats().taken ?? 0) >= 5)
  // To be heard, a person must have been written to on this route.
  const note = await ground.accept([last], alertOrder)
  await until(async () => (await ground.states(note.ids))['delivered'] === 1)
  const before = destinations(ground).filter((to) => to === last).length
  expect(ground.sandbox?.reply({ from: last, to: '36111', text: 'Stop svp' })).toBe(true)
  await until(() => (ground.sandbox?.stats().deliveriesPending ?? 1) === 0)
  await until(() => ended(ground, ids))
  expect(await ground.states(ids)).toEqual({ delivered: 59, refused: 1 })
  expect(destinations(ground).filter((to) => to === last)).toHaveLength(before)
  const later = await ground.accept([last], alertOrder)
  await until(async () => (await ground.states(later.ids))['delivered'] === 1)
}, 60_000)

test('links that are cut in mid-campaign lose nothing and double nothing', async () => {
  const ground = await begin({ sandbox: { ...plain, answerDelayMs: 5 } })
  const all = numbers(400)
  await ground.people(all, { agreed: true })
  const { ids } = await ground.accept(all)
  for (const at of [60, 150, 250]) {
    await until(() => (ground.sandbox?.stats().taken ?? 0) >= at, 30_000)
    ground.sandbox?.cutAll()
  }
  await until(() => ended(ground, ids), 60_000)
  const states = await ground.states(ids)
  const taken = destinations(ground)
  expect(new Set(taken).size).toBe(taken.length)
  // Whatever the operator took without a word that reached us is told as maybe sent.
  expect((states['delivered'] ?? 0) + (states['maybe_sent'] ?? 0)).toBe(400)
  expect(states['maybe_sent'] ?? 0).toBeLessThanOrEqual(3 * 2 * 50)
}, 120_000)

test('what a dead engine had in the hand is maybe sent; an alert that may, goes again', async () => {
  const ground = await begin({ sandbox: plain })
  const all = numbers(4)
  await ground.people(all, { agreed: true })
  await ground.stopNodes()
  const marketing = await ground.accept(all.slice(0, 2))
  const careful = await ground.accept(all.slice(2, 3), alertOrder)
  const urgent = await ground.accept(all.slice(3), {
    ...alertOrder,
    ifUnsure: 'twice_rather_than_never',
  })
  // Another engine claims all of it under its lease, and is never heard of again.
  await ground.database.inAnyAccount(async (tx) => {
    const at = ground.timers.now()
    const place = { routeId: ground.routeId, bind: 0 }
    const seen = await seeLeaseInAnyAccount(tx, place)
    const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: ground.makeId(), seen })
    if (lease === null) throw new Error('the lease was free')
    const claim = { lease, intentId: ground.makeId(), at, segmentsMax: 10 }
    const { messages, hasMore } = await claimInAnyAccount(tx, claim)
    expect([messages.length, hasMore]).toEqual([4, false])
  })
  await ground.startNode()
  await until(async () => (await ground.states(urgent.ids))['delivered'] === 1)
  expect(await ground.states(marketing.ids)).toEqual({ maybe_sent: 2 })
  expect(await ground.states(careful.ids)).toEqual({ maybe_sent: 1 })
  expect(destinations(ground)).toEqual([all[3]])
}, 60_000)

test('a database that goes away in mid-campaign is waited for, and nothing is lost', async () => {
  const ground = await begin({ sandbox: plain, pace: 'window=20&rate=300' })
  const all = numbers(300)
  await ground.people(all, { agreed: true })
  const { ids } = await ground.accept(all)
  for (const at of [30, 120, 200]) {
    await until(() => (ground.sandbox?.stats().taken ?? 0) >= at, 30_000)
    await ground.test.asSuperuser((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    )
  }
  await until(() => ended(ground, ids), 60_000)
  expect(await ground.states(ids)).toEqual({ delivered: 300 })
  expect(new Set(destinations(ground)).size).toBe(300)
  expect(destinations(ground)).toHaveLength(300)
}, 120_000)

test('accepting the same people for the same campaign again doubles nobody', async () => {
  const ground = await begin({ sandbox: plain })
  const all = numbers(50)
  await ground.people(all, { agreed: true })
  const first = await ground.accept(all)
  const again = await ground.accept(all, {}, first.campaignId)
  expect([first.kept, again.kept]).toEqual([50, 0])
  await until(() => ended(ground, first.ids))
  expect(destinations(ground)).toHaveLength(50)
}, 60_000)

test('a node that wakes up late puts nothing back: what it learns is evidence only', async () => {
  const ground = await begin({ sandbox: { ...plain, answerDelayMs: 300 } })
  const all = numbers(3)
  await ground.people(all, { agreed: true })
  const { ids } = await ground.accept(all)
  // While the answers are on their way, another node takes the route over.
  await until(() => (ground.sandbox?.stats().submits ?? 0) === 3)
  await ground.database.inAnyAccount(async (tx) => {
    const orphans = await takeOrphansInAnyAccount(tx, {
      routeId: ground.routeId,
      bind: 0,
      nodeId: ground.makeId(),
      fence: 1_000,
    })
    const messages = orphans.flatMap((orphan) => orphan.messages)
    expect(messages).toHaveLength(3)
    const results = messages.map((message) => ({
      ...message,
      part: 1,
      routeId: ground.routeId,
      outcome: 'unknown' as const,
      operatorId: null,
      status: null,
      claimedAt: ground.timers.now(),
      leftAt: ground.timers.now(),
      answeredAt: null,
      checks: null,
    }))
    await tx.together((to) => appendResultsInAnyAccount(to, results))
  })
  expect(await ground.states(ids)).toEqual({ maybe_sent: 3 })
  await until(async () => (await ground.states(ids))['delivered'] === 3)
  expect(destinations(ground)).toHaveLength(3)
}, 60_000)

test('a no that comes after its time-out settles what was maybe sent', async () => {
  const ground = await begin({ sandbox: { ...plain, answerDelayMs: 10_000 } })
  const all = numbers(2)
  await ground.people(all, { agreed: true })
  const { ids } = await ground.accept(all)
  await until(() => (ground.sandbox?.stats().submits ?? 0) === 2)
  ground.sandbox?.cutAll()
  await until(async () => (await ground.states(ids))['maybe_sent'] === 2)
  const no = { kind: 'refused', status: 0x45, statusName: 'ESME_RSUBMITFAIL' } as const
  const link = ground.sending.engine.handlersFor(ground.routeId)
  link.lateOutcome?.(`${ids[0]} 1 1`, { ...no, action: 'give_up' })
  // It was told as maybe sent and does not go again, whatever the operator would like.
  link.lateOutcome?.(`${ids[1]} 1 1`, { ...no, action: 'throttle' })
  await until(async () => (await ground.states(ids))['rejected'] === 2)
}, 60_000)
