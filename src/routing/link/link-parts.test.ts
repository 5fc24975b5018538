// The parts of a link that need no operator: rate, back-off, the meaning of statuses.
import { expect, test } from 'vitest'
import { seededRandomness, testClock } from '../../../test/support/clock.ts'
import { statuses } from '../../wire/index.ts'
import { reconnectDelayMs } from './backoff.ts'
import { linkLimits } from './limits.ts'
import { TokenBucket } from './rate.ts'
import { Reassembly, type ReplyPart } from './reassembly.ts'
import { statusAction } from './status-actions.ts'

test('in any second no more than the rate and a tenth are taken', async () => {
  const clock = testClock()
  const bucket = new TokenBucket(50, clock)
  const takenAt: number[] = []
  for (let ms = 0; ms < 5_000; ms += 1) {
    while (bucket.take()) takenAt.push(ms)
    await clock.advance(1)
  }
  for (let from = 0; from < 4_000; from += 7) {
    const within = takenAt.filter((ms) => ms >= from && ms < from + 1_000).length
    expect(within).toBeLessThanOrEqual(55)
  }
  expect(takenAt.length).toBeGreaterThanOrEqual(250)
}, 30_000)

test('a rate below ten a second still lets one through, and no rate lets all', async () => {
  const clock = testClock()
  const slow = new TokenBucket(2, clock)
  expect([slow.take(), slow.take()]).toEqual([true, false])
  expect(slow.waitMs()).toBe(500)
  expect(slow.within(1_000)).toBe(2)
  await clock.advance(500)
  expect(slow.take()).toBe(true)
  const free = new TokenBucket(null, clock)
  expect(free.within(0)).toBe(Number.POSITIVE_INFINITY)
  expect([free.take(), free.waitMs()]).toEqual([true, 0])
})

test('a link that fails again waits longer, up to a bound, and never marches in step', () => {
  const delays = [1, 2, 3, 4, 10, 1_000].map((failures) =>
    reconnectDelayMs('connection_lost', failures, linkLimits, seededRandomness(failures)),
  )
  const most = [500, 1_000, 2_000, 4_000, 60_000, 60_000]
  delays.forEach((delay, index) => {
    expect(delay).toBeGreaterThanOrEqual((most[index] ?? 0) / 2)
    expect(delay).toBeLessThanOrEqual(most[index] ?? 0)
  })
  const unbound = reconnectDelayMs('operator_unbound', 1, linkLimits, seededRandomness(1))
  expect(unbound).toBeLessThanOrEqual(50)
  const refused = reconnectDelayMs('wrong_password', 1, linkLimits, seededRandomness(1))
  expect(refused).toBeGreaterThanOrEqual(30_000)
})

test('each status has one meaning; one without a line is not tried again', () => {
  const meanings = Object.entries(statuses)
    .map(([name, status]) => [name, statusAction(status)] as const)
    .filter(([, action]) => action !== 'give_up')
  expect(Object.fromEntries(meanings)).toEqual({
    ESME_RINVBNDSTS: 'retry',
    ESME_RSYSERR: 'retry',
    ESME_RX_T_APPN: 'retry',
    ESME_RMSGQFUL: 'throttle',
    ESME_RTHROTTLED: 'throttle',
  })
  expect(statusAction(0x0401)).toBe('give_up')
})

const partOf = (from: string, partNumber: number): ReplyPart => ({
  from,
  to: '36000',
  dataCoding: 0,
  octets: Uint8Array.of(0x41 + partNumber),
  mark: { reference: 1, partsTotal: 2, partNumber },
  shift: null,
})

test('incomplete replies have a bound and a time, and are kept until they are taken', async () => {
  const clock = testClock()
  let isAway = true
  const taken: string[] = []
  const reassembly = new Reassembly({
    timers: clock,
    limits: { ...linkLimits, incompleteRepliesMax: 2, partsWaitMs: 100, handOverRetryMs: 50 },
    timedOut: async (parts) => {
      if (isAway) throw new Error('the database is away')
      taken.push(...parts.map((part) => part.from))
    },
  })
  expect(reassembly.add(partOf('a', 1))).toBeNull()
  expect(reassembly.add(partOf('b', 1))).toBeNull()
  expect(reassembly.add(partOf('c', 1))).toBeNull()
  await clock.advance(120)
  expect(taken).toEqual([])
  isAway = false
  await clock.advance(200)
  expect(taken.sort()).toEqual(['a', 'b', 'c'])
  await clock.advance(10_000)
  expect(taken).toHaveLength(3)
})

test('a last part that could not be handed over completes the reply again', () => {
  const clock = testClock()
  const reassembly = new Reassembly({
    timers: clock,
    limits: linkLimits,
    timedOut: async () => {},
  })
  const add = (part: ReplyPart) => {
    const found = reassembly.add(part)
    return found === 'full' ? null : found
  }
  add(partOf('a', 2))
  expect(add(partOf('a', 1))?.parts.map((part) => part.mark.partNumber)).toEqual([1, 2])
  const again = add(partOf('a', 1))
  expect(again?.parts).toHaveLength(2)
  again?.forget()
  expect(add(partOf('a', 1))).toBeNull()
  reassembly.stop()
})

test('while nobody takes what is held, the operator keeps what comes', async () => {
  const clock = testClock()
  let isAway = true
  const taken = new Set<string>()
  const reassembly = new Reassembly({
    timers: clock,
    limits: { ...linkLimits, incompleteRepliesMax: 2, partsWaitMs: 100, handOverRetryMs: 50 },
    timedOut: async (parts) => {
      if (isAway) throw new Error('the database is away')
      for (const part of parts) taken.add(part.from)
    },
  })
  const names = Array.from({ length: 20 }, (_, index) => `r${index}`)
  const answers = names.map((name) => reassembly.add(partOf(name, 1)))
  expect(answers).toEqual(names.map((_, index) => (index < 4 ? null : 'full')))
  // A part of what is held already needs no room.
  expect(reassembly.add(partOf('r3', 2))).toMatchObject({ parts: [{}, {}] })
  isAway = false
  await clock.advance(200)
  expect(taken).toEqual(new Set(['r0', 'r1', 'r2', 'r3']))
  expect(reassembly.add(partOf('r5', 1))).toBeNull()
  reassembly.stop()
})

/** Hand-overs that end when the test says so. */
function slowHands() {
  const clock = testClock()
  const under: { settle(isTaken: boolean): void }[] = []
  const reassembly = new Reassembly({
    timers: clock,
    limits: { ...linkLimits, partsWaitMs: 100, handOverRetryMs: 50 },
    timedOut: () =>
      new Promise((resolve, reject) => {
        const settle = (isTaken: boolean) =>
          isTaken ? resolve() : reject(new Error('the database is away'))
        under.push({ settle })
      }),
  })
  return { clock, under, reassembly }
}

test('what is being handed over as the link closes is handed over once', async () => {
  const { clock, under, reassembly } = slowHands()
  reassembly.add(partOf('a', 1))
  await clock.advance(100)
  const closing = reassembly.flush()
  expect(under).toHaveLength(1)
  under[0]?.settle(true)
  await closing
  reassembly.stop()
  await clock.advance(10_000)
  expect(under).toHaveLength(1)
})

test('what fails after the link was closed is not tried again', async () => {
  const { clock, under, reassembly } = slowHands()
  reassembly.add(partOf('a', 1))
  await clock.advance(100)
  reassembly.stop()
  under[0]?.settle(false)
  await clock.advance(10_000)
  expect(under).toHaveLength(1)
})
