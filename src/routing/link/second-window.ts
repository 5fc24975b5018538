// How many segments the operator may see within any one second, whatever the network does to them.
import type { PaceClock } from './rate.ts'

/**
 * The shortest round trip is known over this. A way that has become shorter shows at once, one that
 * has become longer within twice: until then the rate is not quite used, and never passed.
 */
const memoryMs = 600_000
/**
 * A program that starts, or a busy machine, is late with all it writes for a second or two: its
 * first round trips are long for that alone. Nothing is taken off before so many over so long.
 */
const trusted = { answers: 20, afterMs: 5_000 }
/** A millisecond more than a second: an operator's log may cut its instants to whole ones. */
const secondMs = 1_001
/** No segment may have had the shortest way in both directions: so much of it is not taken off. */
const doubtMsMax = 20

/**
 * A segment counts from its writing until a second after the operator was heard of it. The operator
 * saw it some time between the two: so whatever second the operator looks at, each segment that it
 * saw within it counted when the last of them was written. That holds for any delay and any jitter;
 * only what delays all alike is taken off the second, or a far operator would never see the full
 * rate: the shortest round trip, but for half of a short one and `doubtMsMax` of a long one.
 *
 * On one connection octets keep their order: an answer shows that all before it has arrived too.
 */
export class SecondWindow {
  readonly #clock: PaceClock
  /** Written, and not yet a second past. */
  #counting = 0
  /** When how many stop counting; in the order of their instants. */
  #ends: { at: number; count: number }[] = []
  #firstEnd = 0
  #shortest = { now: Number.POSITIVE_INFINITY, before: Number.POSITIVE_INFINITY, since: 0 }
  #heardFirstAt: number | null = null
  #heardTimes = 0

  constructor(clock: PaceClock) {
    this.#clock = clock
    this.#shortest.since = clock.monotonicMs()
  }

  /** How many count now. */
  get counting(): number {
    this.#dropEnded()
    return this.#counting
  }

  /** How many instants are kept: those of a second or two, however long it goes on. */
  get remembered(): number {
    return this.#ends.length
  }

  /** With each that is heard, too: a route without a rate never asks how many count. */
  #dropEnded(): void {
    const now = this.#clock.monotonicMs()
    let end = this.#ends[this.#firstEnd]
    while (end !== undefined && end.at <= now) {
      this.#counting -= end.count
      this.#firstEnd += 1
      end = this.#ends[this.#firstEnd]
    }
    if (this.#firstEnd > 1_000) {
      this.#ends = this.#ends.slice(this.#firstEnd)
      this.#firstEnd = 0
    }
  }

  /** When the next one stops counting; null when that waits for an answer. */
  get nextEnd(): number | null {
    return this.#ends[this.#firstEnd]?.at ?? null
  }

  written(): void {
    this.#counting += 1
  }

  /** So many have surely arrived by now; the last of them was written at `writtenAt`. */
  heard(count: number, writtenAt: number): void {
    const now = this.#clock.monotonicMs()
    this.#learn(now, now - writtenAt)
    this.#endAt(now + secondMs - this.#sharedDelayMs(), count)
  }

  /** Their connection ended: they arrived by now, or never will. */
  lost(count: number): void {
    this.#endAt(this.#clock.monotonicMs() + secondMs, count)
  }

  #endAt(instant: number, count: number): void {
    if (count === 0) return
    this.#dropEnded()
    // To the millisecond, and never early: a fast route would keep an instant for each segment.
    const at = Math.ceil(instant)
    const last = this.#ends.at(-1)
    // A shorter round trip must not let a later one end before an earlier.
    if (last !== undefined && this.#ends.length > this.#firstEnd && last.at >= at) {
      last.count += count
    } else this.#ends.push({ at, count })
  }

  #sharedDelayMs(): number {
    const forMs = this.#clock.monotonicMs() - (this.#heardFirstAt ?? Number.POSITIVE_INFINITY)
    if (this.#heardTimes < trusted.answers || forMs < trusted.afterMs) return 0
    const shortest = Math.min(this.#shortest.now, this.#shortest.before)
    return Math.min(500, shortest - Math.min(shortest / 2, doubtMsMax))
  }

  #learn(now: number, roundTripMs: number): void {
    this.#heardFirstAt ??= now
    this.#heardTimes += 1
    if (now - this.#shortest.since >= memoryMs) {
      const before = this.#shortest.now
      this.#shortest = { now: Number.POSITIVE_INFINITY, before, since: now }
    }
    this.#shortest.now = Math.min(this.#shortest.now, Math.max(0, roundTripMs))
  }
}
