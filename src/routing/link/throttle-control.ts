// Finds how fast an operator lets us go, from its throttling answers, and then stays there.
import type { PaceClock } from './rate.ts'

export type ThrottleLimits = { throttlePauseMsMin: number; throttlePauseMsMax: number }

/** So many throttling answers, and this share of all, are a limit; less is one number's affair. */
const enough = { throttled: 3, share: 0.003 }
/** After a change of pace, throttling answers to what left before it are no news. */
const graceMs = 1_000
/** A pace that is used, and not throttled for so long, is allowed: two of an operator's seconds. */
const trialMs = 2_200
/** The search ends when the pace that is allowed comes this near to the one that is not. */
const nearEnough = 0.04
/**
 * When a found limit is tried a little higher; twice as late after each time that it still holds.
 */
const probeMs = { first: 15_000, max: 600_000 }
const probeSteps = [1.04, 1.04, 1.08, 1.25, 1.5, 2] as const
const binMs = 20
const binCount = 50

/**
 * What was tried, null for no limit, and what was taken in the second before the operator said no.
 */
type FirstNo = { tried: number | null; taken: number; wasSettled: boolean }

/**
 * A search between the fastest pace known to be allowed and the slowest known not to be. It starts
 * from what the operator took in the second before it said no, halves the span at each trial, and
 * stays at the allowed pace once the span is narrow: so it comes to rest instead of sawing. From
 * there it looks up now and then, since limits are raised too.
 */
export class ThrottleControl {
  readonly #clock: PaceClock
  readonly #limits: ThrottleLimits
  /** Segments a second; null while nothing is known. */
  #limit: number | null = null
  #allowed: number | null = null
  #refused: number | null = null
  #state: 'free' | 'searching' | 'settled' | 'probing' = 'free'
  #since: number
  #graceUntil: number = 0
  #pausedUntil: number = 0
  #pauseMs = 0
  #probeAt: number = 0
  #probeAfterMs: number = probeMs.first
  #probeStep = 0
  #first: FirstNo | null = null
  #answers = { accepted: 0, throttled: 0, since: 0 }
  readonly #bins = new Uint32Array(binCount)
  #bin = 0

  constructor(clock: PaceClock, limits: ThrottleLimits) {
    this.#clock = clock
    this.#limits = limits
    this.#since = clock.monotonicMs()
  }

  get limit(): number | null {
    return this.#limit
  }

  /** Nothing is written before. */
  get pausedUntil(): number {
    return this.#pausedUntil
  }

  /** Gives whether the limit has changed. */
  accepted(): boolean {
    const now = this.#clock.monotonicMs()
    this.#turnBins(now)
    const at = this.#bin % binCount
    this.#bins[at] = (this.#bins[at] ?? 0) + 1
    this.#answers.accepted += 1
    if (this.#state === 'free') return false
    if (now >= this.#pausedUntil) this.#pauseMs = 0
    else if (this.#first !== null && this.#allowed === null) {
      // It was on its way when the first no came back: it belongs to what was taken before.
      this.#first.taken += 1
      this.#begin(now, this.#first)
      return true
    }
    return this.#consider(now)
  }

  throttled(): boolean {
    const now = this.#clock.monotonicMs()
    this.#turnBins(now)
    this.#forget(now)
    // What left before the last change of pace, or in its wake, says nothing about the new one.
    if (now < this.#graceUntil && this.#limit !== null) {
      if (now >= this.#pausedUntil) this.#pause(now)
      return false
    }
    this.#answers.throttled += 1
    if (!this.#isEnough()) return false
    const before = this.#limit
    this.#slowDown(now)
    return this.#limit !== before
  }

  #isEnough(): boolean {
    const { throttled, accepted } = this.#answers
    return throttled >= enough.throttled && throttled >= enough.share * (throttled + accepted)
  }

  /** The pace that was tried is too fast. */
  #slowDown(now: number): void {
    const taken = this.#takenInLastSecond()
    const tried = this.#limit
    const wasSettled = this.#state === 'settled'
    if (this.#state === 'probing') {
      this.#probeAfterMs = Math.min(probeMs.max, this.#probeAfterMs * 2)
    }
    if (this.#allowed !== null && this.#allowed >= (tried ?? 0) * 0.999) this.#allowed = null
    this.#probeStep = 0
    this.#pause(now)
    this.#graceUntil = this.#pausedUntil + graceMs
    this.#first = { tried, taken, wasSettled }
    this.#begin(now, this.#first)
  }

  #begin(now: number, first: FirstNo): void {
    // Without a pace of our own it was what the operator took that was too much.
    this.#refused = first.tried ?? Math.max(1, first.taken * 1.05)
    if (this.#isNarrow()) this.#settle(now)
    else this.#try(now, this.#nextBelow(this.#refused, first), 'searching')
  }

  #nextBelow(tried: number, { taken, wasSettled }: FirstNo): number {
    if (this.#allowed !== null) return (this.#allowed + tried) / 2
    if (taken === 0) return tried / 2
    if (taken < tried * 0.85) return taken * 0.95
    return tried * (wasSettled ? 0.95 : 0.85)
  }

  /** Looks whether the pace that is tried has lasted, and what to try next. */
  #consider(now: number): boolean {
    const limit = this.#limit ?? 0
    if (this.#state === 'settled') {
      if (now < this.#probeAt || !this.#isUsed(limit)) return false
      const step = probeSteps[Math.min(this.#probeStep, probeSteps.length - 1)] ?? 2
      this.#refused = null
      this.#try(now, Math.max(limit + 1, limit * step), 'probing')
      return true
    }
    const { throttled, accepted } = this.#answers
    const isClean = throttled === 0 || throttled < enough.share * (throttled + accepted)
    const isOver = now >= Math.max(this.#since, this.#graceUntil) + trialMs
    if (!isOver || !isClean || !this.#isUsed(limit)) return false
    this.#allowed = limit
    if (this.#refused !== null && this.#isNarrow()) this.#settle(now)
    else if (this.#refused !== null) this.#try(now, (limit + this.#refused) / 2, 'searching')
    else {
      this.#probeStep += 1
      const step = probeSteps[Math.min(this.#probeStep, probeSteps.length - 1)] ?? 2
      this.#probeAfterMs = probeMs.first
      this.#try(now, Math.max(limit + 1, limit * step), 'probing')
    }
    return true
  }

  #isNarrow(): boolean {
    const [low, high] = [this.#allowed, this.#refused]
    return low !== null && high !== null && high - low <= Math.max(1, high * nearEnough)
  }

  #settle(now: number): void {
    this.#state = 'settled'
    this.#limit = this.#allowed
    this.#since = now
    this.#probeAt = now + this.#probeAfterMs
    this.#answers = { accepted: 0, throttled: 0, since: now }
  }

  #try(now: number, limit: number, state: 'searching' | 'probing'): void {
    this.#limit = Math.max(1, Math.round(limit))
    this.#state = state
    this.#since = Math.max(now, this.#pausedUntil)
    this.#answers = { accepted: 0, throttled: 0, since: now }
  }

  /** Longer each time while the operator takes nothing in between. */
  #pause(now: number): void {
    const { throttlePauseMsMin, throttlePauseMsMax } = this.#limits
    this.#pauseMs = Math.min(throttlePauseMsMax, Math.max(throttlePauseMsMin, this.#pauseMs * 2))
    this.#pausedUntil = now + this.#pauseMs
  }

  /** A pace that nobody needs teaches nothing. */
  #isUsed(limit: number): boolean {
    return this.#takenInLastSecond() >= Math.max(1, Math.floor(limit * 0.85))
  }

  /** Old answers weigh less: what counts are the last few seconds. */
  #forget(now: number): void {
    if (this.#state === 'searching' || this.#state === 'probing') return
    if (now - this.#answers.since < 5_000) return
    const { accepted, throttled } = this.#answers
    const isOld = now - this.#answers.since > 15_000
    const share = isOld ? 0 : 0.5
    this.#answers = { accepted: accepted * share, throttled: throttled * share, since: now }
  }

  #takenInLastSecond(): number {
    let taken = 0
    for (const count of this.#bins) taken += count
    return taken
  }

  #turnBins(now: number): void {
    const bin = Math.floor(now / binMs)
    if (bin - this.#bin >= binCount) this.#bins.fill(0)
    else for (let one = this.#bin + 1; one <= bin; one += 1) this.#bins[one % binCount] = 0
    this.#bin = bin
  }
}
