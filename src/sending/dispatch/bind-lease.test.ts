// Leases of binds: whose clock may be wrong, who was asleep, who is dead, and how nodes share.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { RouteId, Timers } from '../../kernel/index.ts'
import { createMetrics, silentLogger } from '../../observability/index.ts'
import { engineLimits } from '../engine-limits.ts'
import {
  releaseLeaseInAnyAccount,
  seeLeaseInAnyAccount,
  takeLeaseInAnyAccount,
} from '../store/lease-store.ts'
import {
  claimInAnyAccount,
  closeIntentsInAnyAccount,
  openIntentInAnyAccount,
  type QueuedMessage,
} from '../store/queue-store.ts'
import { BindLease } from './bind-lease.ts'

const makeId = makeTestId()
const place = { routeId: makeId() as RouteId, bind: 0 }
let test_: TestDatabase
const leases: BindLease[] = []

beforeEach(async () => {
  test_ = await testDatabase()
})
afterEach(async () => {
  for (const lease of leases.splice(0)) await lease.close()
  await test_.close()
})

/** A node's clocks, each moved by hand; its waits are as long as the test lets them be. */
function handClocks() {
  const waits = new Set<() => void>()
  const clocks = { wall: Date.parse('2026-11-25T09:00:00Z'), monotonic: 1_000 }
  const after: Timers['after'] = (_ms, call) => {
    waits.add(call)
    return () => waits.delete(call)
  }
  const timers: Timers = {
    now: () => clocks.wall,
    monotonicMs: () => clocks.monotonic,
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
  }
  /** Lets the node's loop turn once more, until it waits again. */
  const turn = async () => {
    for (const call of [...waits]) {
      waits.delete(call)
      call()
    }
    do await new Promise((resolve) => setTimeout(resolve, 5))
    while (waits.size === 0)
  }
  return { timers, clocks, turn, pass: (ms: number) => void passOf(clocks, ms) }
}
function passOf(clocks: { wall: number; monotonic: number }, ms: number): void {
  clocks.wall += ms
  clocks.monotonic += ms
}

function leaseOf(timers: Timers, nodeId: string = makeId()): BindLease {
  const deps = {
    database: test_.database,
    timers,
    nodeId,
    logger: silentLogger,
    metrics: createMetrics(),
  }
  const lease = new BindLease(deps, place, { mayTake: () => true, changed: () => undefined })
  leases.push(lease)
  return lease
}

test('a holder whose clock is set back, or that slept, stops all the same', async () => {
  const { timers, clocks, turn } = handClocks()
  const lease = leaseOf(timers)
  await turn()
  expect(lease.mayWrite).toBe(true)
  clocks.monotonic += engineLimits.leaseMs
  clocks.wall -= 3_600_000
  expect(lease.mayWrite).toBe(false)
  clocks.monotonic -= engineLimits.leaseMs
  clocks.wall += 3_600_000
  expect(lease.mayWrite).toBe(true)
  // A machine that slept: the monotonic clock stood still.
  clocks.wall += engineLimits.leaseMs
  expect(lease.mayWrite).toBe(false)
})

test('a node that stops renewing is replaced within ten seconds, and wakes up fenced off', async () => {
  const first = handClocks()
  const second = handClocks()
  const held = leaseOf(first.timers)
  await first.turn()
  const waiting = leaseOf(second.timers)
  // The second one's wall clock is an hour ahead: that takes nothing from anybody.
  second.clocks.wall += 3_600_000
  let passed = 0
  const seen: [boolean, boolean][] = []
  while (!waiting.mayWrite && passed < 20_000) {
    first.pass(engineLimits.leaseRetryMs)
    second.pass(engineLimits.leaseRetryMs)
    passed += engineLimits.leaseRetryMs
    // The first is stopped (SIGSTOP): its loop does not turn, and time passes.
    await second.turn()
    seen.push([held.mayWrite, waiting.mayWrite])
  }
  expect(waiting.mayWrite).toBe(true)
  expect(passed).toBeLessThanOrEqual(10_000)
  expect(seen.filter(([a, b]) => a && b)).toEqual([])
  // SIGCONT: it finds that it is not the owner, and writes nothing.
  expect(held.mayWrite).toBe(false)
  await first.turn()
  expect(held.isOurs).toBe(false)
  expect(waiting.fence).toBe(2)
})

test('a holder that renews keeps its lease, however long somebody waits for it', async () => {
  const first = handClocks()
  const second = handClocks()
  const held = leaseOf(first.timers)
  await first.turn()
  const waiting = leaseOf(second.timers)
  for (let turn = 0; turn < 12; turn += 1) {
    first.pass(engineLimits.leaseRenewMs)
    second.pass(engineLimits.leaseRenewMs)
    await first.turn()
    await second.turn()
  }
  expect([held.mayWrite, waiting.isOurs]).toEqual([true, false])
})

test('the next process of the same node begins at once: the last one is known to be dead', async () => {
  const nodeId = makeId()
  const first = handClocks()
  leaseOf(first.timers, nodeId)
  await first.turn()
  const again = handClocks()
  const lease = leaseOf(again.timers, nodeId)
  await again.turn()
  expect([lease.mayWrite, lease.fence]).toEqual([true, 2])
})

test('who lost a bind claims nothing, and a take-over waits for the claim that runs', async () => {
  const { database } = test_
  const nodes = [makeId(), makeId()] as const
  const take = (nodeId: string) =>
    database.inAnyAccount(async (tx) => {
      const seen = await seeLeaseInAnyAccount(tx, place)
      return takeLeaseInAnyAccount(tx, { ...place, nodeId, seen })
    })
  const old = await take(nodes[0])
  if (old === null) throw new Error('the lease was free')
  let isTaken = false
  let taking: Promise<unknown> = Promise.resolve()
  await database.inAnyAccount(async (tx) => {
    const claim = { lease: old, intentId: makeId(), at: Date.now(), segmentsMax: 5 }
    await claimInAnyAccount(tx, claim)
    taking = take(nodes[1]).then(() => {
      isTaken = true
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(isTaken).toBe(false)
  })
  await taking
  expect(isTaken).toBe(true)
  // What the old holder gives back is not its own any more.
  await database.inAnyAccount((tx) => releaseLeaseInAnyAccount(tx, old))
  const sight = await database.inAnyAccount((tx) => seeLeaseInAnyAccount(tx, place))
  expect(sight).toMatchObject({ nodeId: nodes[1], fence: 2 })
})

const queued = (): QueuedMessage => ({
  accountId: makeId() as QueuedMessage['accountId'],
  messageId: makeId() as QueuedMessage['messageId'],
  campaignId: makeId() as QueuedMessage['campaignId'],
  parts: 1,
  partsDone: 0,
  attempt: 1,
  priority: 1,
  mayRepeat: false,
  expiresAt: null,
})

test('what a late holder leaves open while it is being replaced is found as well', async () => {
  const { database } = test_
  const seen = { ...place, nodeId: makeId(), seen: null }
  const old = await database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, seen))
  if (old === null) throw new Error('the lease was free')
  const [answered, laggard] = [queued(), queued()]
  const rest = { at: Date.now(), lease: old, isWritten: true }
  const slice = { ...rest, intentId: makeId(), messages: [answered, laggard] }
  await database.inAnyAccount((tx) => tx.together((to) => openIntentInAnyAccount(to, slice)))

  const second = handClocks()
  const waiting = leaseOf(second.timers)
  await second.turn()
  second.pass(engineLimits.leaseMs)
  let turning: Promise<void> = Promise.resolve()
  // The answers of half the slice are being written, and the rest of it opened anew.
  await database.inAnyAccount(async (tx) => {
    await closeIntentsInAnyAccount(tx, [slice.intentId])
    turning = second.turn()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const laggards = { ...rest, intentId: makeId(), messages: [laggard] }
    await tx.together((to) => openIntentInAnyAccount(to, laggards))
  })
  await turning
  expect(waiting.mayWrite).toBe(true)
  second.pass(engineLimits.leaseRenewMs)
  await second.turn()

  const { rows } = await test_.asSuperuser((client) =>
    client.query<{ open: number; unknown: string[] }>(
      `select (select count(*) from sending.intent) as open,
         array(select message_id::text from sending.result where outcome = 'unknown') as unknown`,
    ),
  )
  // Of the part that was answered meanwhile nothing is told but its answer.
  expect(rows).toEqual([{ open: 0, unknown: [laggard.messageId] }])
})
