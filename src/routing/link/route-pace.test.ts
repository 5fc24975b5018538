// A route's pace on a clock of its own: what the operator sees in any second, and what it teaches.
import { expect, test } from 'vitest'
import { mostInASecond } from '../../../test/support/pace-of-log.ts'
import type { Instant, Timers } from '../../kernel/index.ts'
import { linkLimits } from './limits.ts'
import { type PaceRates, type PaceSeat, RoutePace } from './route-pace.ts'

type Due = { at: Instant; order: number; call: () => void }

/** A clock that runs through what is due without giving way, so that minutes take no time. */
class StepClock implements Timers {
  #now = 1_000_000
  #order = 0
  #due: Due[] = []
  now = (): Instant => this.#now
  monotonicMs = (): number => this.#now
  sleep = (): Promise<void> => Promise.reject(new Error('not here'))
  after = (ms: number, call: () => void): (() => void) => {
    this.#order += 1
    const entry = { at: this.#now + Math.max(0, ms), order: this.#order, call }
    let at = this.#due.length
    while (at > 0 && isBefore(entry, this.#due[at - 1])) at -= 1
    this.#due.splice(at, 0, entry)
    return () => {
      const found = this.#due.indexOf(entry)
      if (found >= 0) this.#due.splice(found, 1)
    }
  }

  run(ms: number): void {
    const until = this.#now + ms
    for (let next = this.#due[0]; next !== undefined && next.at <= until; next = this.#due[0]) {
      this.#due.shift()
      this.#now = next.at
      next.call()
    }
    this.#now = until
  }
}

function isBefore(a: Due, b: Due | undefined): boolean {
  return b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order))
}

/** The same numbers from 0 up to 1 each time. */
function chance(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x1_0000_0000
  }
}

/** What an operator says no to, by its own clock: the times of what it took and refused before. */
type Judge = (at: Instant) => boolean

/** Counts what it took in the last second, whenever that begins. */
function slidingLimit(perSecond: () => number): Judge {
  const taken: Instant[] = []
  return (at) => {
    while ((taken[0] ?? Infinity) <= at - 1_000) taken.shift()
    if (taken.length >= perSecond()) return false
    taken.push(at)
    return true
  }
}

/** Counts all that comes within each second of the clock, refused ones too. */
function fixedLimit(perSecond: () => number): Judge {
  let second = 0
  let count = 0
  return (at) => {
    if (Math.floor(at / 1_000) !== second) count = 0
    second = Math.floor(at / 1_000)
    count += 1
    return count <= perSecond()
  }
}

type Bind = { inFlight: number; seat: PaceSeat; isWaiting: boolean }

type SendingOptions = {
  rates: PaceRates
  binds?: number
  window?: number
  delayMs?: [least: number, most: number]
  /** How much later than that a segment arrives now; its answer comes back as ever. */
  lateMs?: (at: Instant) => number
  shareNow?: () => number
  judge?: Judge
  clock?: StepClock
  seenAt?: Instant[]
}

/** Binds that always have something to send, and an operator some milliseconds away. */
class Sending {
  readonly clock = new StepClock()
  readonly pace: RoutePace
  readonly seenAt: Instant[] = []
  readonly refusedAt: Instant[] = []
  readonly binds: Bind[] = []
  readonly #random = chance()

  readonly options: SendingOptions

  constructor(options: SendingOptions) {
    this.options = options
    if (options.clock) this.clock = options.clock
    if (options.seenAt) this.seenAt = options.seenAt
    const { rates, shareNow } = options
    const told = shareNow === undefined ? {} : { shareNow }
    this.pace = new RoutePace({ timers: this.clock, limits: linkLimits, rates, ...told })
    for (let index = 0; index < (options.binds ?? 1); index += 1) this.#bind()
  }

  #bind(): void {
    const bind: Bind = { inFlight: 0, seat: null as never, isWaiting: false }
    let arrived = this.clock.now()
    let answered = this.clock.now()
    bind.seat = this.pace.join({
      isUp: () => true,
      waitingOf: () => 0,
      wants: () => {
        if (bind.inFlight >= (this.options.window ?? 50)) return false
        const waitMs = bind.seat.waitMs()
        if (waitMs !== 0 && waitMs !== null && !bind.isWaiting) {
          bind.isWaiting = true
          this.clock.after(waitMs, () => {
            bind.isWaiting = false
            this.pace.pump()
          })
        }
        return waitMs === 0
      },
      writeNext: () => {
        const position = bind.seat.nextPosition()
        const writtenAt = this.clock.now()
        bind.inFlight += 1
        // A connection keeps the order, however its delays vary.
        const late = this.options.lateMs?.(writtenAt) ?? 0
        arrived = Math.max(arrived, writtenAt + this.#delay() + late)
        answered = Math.max(answered, arrived + this.#delay())
        let isTaken = true
        this.clock.after(arrived - writtenAt, () => {
          isTaken = this.#see()
        })
        this.clock.after(answered - writtenAt, () => {
          bind.inFlight -= 1
          bind.seat.heard(position, writtenAt)
          if (isTaken) this.pace.accepted()
          else this.pace.throttled()
          this.pace.pump()
        })
        return true
      },
    })
    this.binds.push(bind)
  }

  #see(): boolean {
    const now = this.clock.now()
    const isTaken = this.options.judge?.(now) ?? true
    if (isTaken) this.seenAt.push(now)
    else this.refusedAt.push(now)
    return isTaken
  }

  #delay(): number {
    const [least, most] = this.options.delayMs ?? [1, 3]
    return Math.round(least + this.#random() * (most - least))
  }
}

const meanOf = (seenAt: readonly Instant[], sinceMs: Instant, ms: number): number =>
  (seenAt.filter((at) => at >= sinceMs && at < sinceMs + ms).length * 1_000) / ms

test.each([
  [10, [1, 3]],
  [100, [1, 3]],
  [100, [1, 40]],
  [100, [80, 90]],
  [1_000, [0, 2]],
  [1_000, [40, 60]],
  [3_000, [1, 8]],
] as const)('at %i a second and %j ms away, no second holds more and few less', (rate, delayMs) => {
  const sending = new Sending({
    rates: { segmentsPerSecond: rate },
    binds: 8,
    delayMs: [...delayMs],
  })
  const begin = sending.clock.now()
  sending.pace.pump()
  sending.clock.run(20_000)
  expect(mostInASecond(sending.seenAt)).toBeLessThanOrEqual(rate)
  expect(meanOf(sending.seenAt, begin, 5_000)).toBeGreaterThanOrEqual(rate * 0.8)
  // From then on the length of the way is believed.
  expect(meanOf(sending.seenAt, begin + 6_000, 14_000)).toBeGreaterThanOrEqual(rate * 0.95)
})

test.each([
  ['as it starts', 0, 1_500],
  ['in the midst', 8_000, 12_000],
])('a busy machine that is late in writing %s lets no second hold more', (_, from, to) => {
  const sending: Sending = new Sending({
    rates: { segmentsPerSecond: 200 },
    binds: 4,
    lateMs: (at) => (at - begin >= from && at - begin < to ? 200 : 0),
  })
  const begin = sending.clock.now()
  sending.pace.pump()
  sending.clock.run(20_000)
  expect(mostInASecond(sending.seenAt)).toBeLessThanOrEqual(200)
  expect(sending.seenAt.length / 20).toBeGreaterThanOrEqual(180)
})

test('eight binds on two nodes with shares of their own keep the rate together', () => {
  const clock = new StepClock()
  const seenAt: Instant[] = []
  const nodes = [100, 101].map(
    (segmentsPerSecond) =>
      new Sending({ rates: { segmentsPerSecond }, binds: 4, clock, seenAt, delayMs: [2, 12] }),
  )
  for (const { pace } of nodes) pace.pump()
  clock.run(10_000)
  // One node goes: the other has it all, and only once the first one's last second is over.
  nodes[0]?.pace.setShare(0)
  nodes[1]?.pace.setShare(201)
  clock.run(10_000)
  nodes[1]?.pace.setShare(150)
  nodes[0]?.pace.setShare(51)
  clock.run(10_000)
  expect(mostInASecond(seenAt)).toBeLessThanOrEqual(201)
  expect(seenAt.length / 30).toBeGreaterThanOrEqual(201 * 0.93)
})

test('whose leases have run out slows down before the next holder speeds up, though nobody told', () => {
  const clock = new StepClock()
  const seenAt: Instant[] = []
  let mine = 100
  const rates = { segmentsPerSecond: 100 }
  const shared = { rates, binds: 4, clock, seenAt }
  const late = new Sending({ ...shared, shareNow: () => mine })
  const other = new Sending(shared)
  for (const { pace } of [late, other]) pace.pump()
  clock.run(5_000)
  mine = 50
  clock.run(1_500)
  other.pace.setShare(150)
  clock.run(10_000)
  expect(mostInASecond(seenAt)).toBeLessThanOrEqual(200)
  // It has them again: that shows with the next write, and counts a moment later.
  const before = seenAt.length
  other.pace.setShare(100)
  mine = 100
  clock.run(10_000)
  expect(mostInASecond(seenAt)).toBeLessThanOrEqual(200)
  expect(seenAt.length - before).toBeGreaterThanOrEqual(10 * 200 * 0.85)
})

test('a bind has a rate of its own, and one that is full leaves its turn to the others', () => {
  const sending = new Sending({ rates: { segmentsPerSecond: 100, perBind: 20 }, binds: 3 })
  sending.pace.pump()
  sending.clock.run(10_000)
  expect(mostInASecond(sending.seenAt)).toBeLessThanOrEqual(60)
  expect(sending.seenAt.length / 10).toBeGreaterThanOrEqual(57)
})

test('answers that never come do not stop a bind whose later ones do', () => {
  const clock = new StepClock()
  const pace = new RoutePace({
    timers: clock,
    limits: linkLimits,
    rates: { segmentsPerSecond: 100 },
  })
  let written = 0
  const seat = pace.join({
    isUp: () => true,
    waitingOf: () => 0,
    wants: () => true,
    writeNext: () => {
      const [position, writtenAt] = [seat.nextPosition(), clock.now()]
      written += 1
      // Every tenth is never answered.
      if (written % 10 === 0) return true
      clock.after(5, () => {
        seat.heard(position, writtenAt)
        pace.pump()
      })
      return true
    },
  })
  pace.pump()
  clock.run(10_000)
  expect(written).toBeGreaterThanOrEqual(950)
})

test('without any answer no more is written than one second may hold', () => {
  const clock = new StepClock()
  const pace = new RoutePace({
    timers: clock,
    limits: linkLimits,
    rates: { segmentsPerSecond: 50 },
  })
  let written = 0
  const seat = pace.join({
    isUp: () => true,
    waitingOf: () => 0,
    wants: () => true,
    writeNext: () => {
      written += 1
      return true
    },
  })
  pace.pump()
  clock.run(60_000)
  expect(written).toBe(50)
  // Its connection ends: what was written has come or never will.
  seat.lost()
  clock.run(900)
  expect(written).toBe(50)
  clock.run(600)
  expect(written).toBeGreaterThan(50)
})

const judges = { sliding: slidingLimit, fixed: fixedLimit }
test.each(
  (['sliding', 'fixed'] as const).flatMap((kind) =>
    [5, 20, 100, 500, 2_000].flatMap((limit) =>
      [null, limit * 3].map((rate) => [kind, limit, rate] as const),
    ),
  ),
)(
  'an operator that lets through %s %i a second is found from %j within 30 s',
  (kind, limit, rate) => {
    const judge = judges[kind](() => limit)
    const sending = new Sending({ rates: { segmentsPerSecond: rate }, binds: 4, judge })
    const begin = sending.clock.now()
    sending.pace.pump()
    const paces: number[] = []
    for (let second = 0; second < 120; second += 1) {
      sending.clock.run(1_000)
      if (second >= 30) paces.push(sending.pace.rate ?? Infinity)
    }
    // It comes to rest near the limit: no pace of the last ninety seconds is a tenth away from it,
    // nor is what the operator took in any ten seconds.
    expect(Math.max(...paces)).toBeLessThanOrEqual(Math.max(limit * 1.1, limit + 1))
    expect(Math.min(...paces)).toBeGreaterThanOrEqual(Math.min(limit * 0.9, limit - 1))
    for (let from = 30_000; from < 120_000; from += 10_000) {
      const mean = meanOf(sending.seenAt, begin + from, 10_000)
      expect(mean).toBeGreaterThanOrEqual(Math.min(limit * 0.9, limit - 1))
    }
    const settledRefusals = sending.refusedAt.filter((at) => at >= begin + 30_000).length
    expect(settledRefusals).toBeLessThanOrEqual(Math.max(10, sending.seenAt.length * 0.01))
  },
)

test('a limit that is lowered or raised is found again', () => {
  let limit = 400
  const judge = slidingLimit(() => limit)
  const sending = new Sending({ rates: { segmentsPerSecond: null }, binds: 2, judge })
  sending.pace.pump()
  sending.clock.run(40_000)
  expect(sending.pace.rate).toBeGreaterThan(360)
  limit = 150
  sending.clock.run(30_000)
  expect(sending.pace.rate).toBeLessThanOrEqual(165)
  expect(sending.pace.rate).toBeGreaterThanOrEqual(135)
  limit = 1_000
  sending.clock.run(240_000)
  expect(sending.pace.rate).toBeGreaterThanOrEqual(900)
})

test('a number that is refused for itself does not slow the others down', () => {
  let count = 0
  const judge = (): boolean => {
    count += 1
    return count % 500 !== 0
  }
  const sending = new Sending({ rates: { segmentsPerSecond: 1_000 }, binds: 2, judge })
  sending.pace.pump()
  sending.clock.run(20_000)
  expect(sending.pace.rate).toBe(1_000)
  expect(sending.seenAt.length / 20).toBeGreaterThan(940)
})
