// A token bucket: segments a second, with a short burst.
import type { Timers } from '../../kernel/index.ts'

/** What paces looks at a clock that nobody sets. */
export type PaceClock = Pick<Timers, 'monotonicMs'>

/** Makes up for a late timer, and keeps any second within a tenth of the rate. */
const shortBurstMs = 100

export class TokenBucket {
  readonly #clock: PaceClock
  readonly #burstMs: number
  #perMs = Number.POSITIVE_INFINITY
  #tokensMax = Number.POSITIVE_INFINITY
  #tokens: number
  #filledAt: number

  constructor(perSecond: number | null, clock: PaceClock, burstMs: number = shortBurstMs) {
    this.#clock = clock
    this.#burstMs = burstMs
    this.#filledAt = clock.monotonicMs()
    this.#turn(perSecond)
    this.#tokens = this.#tokensMax
  }

  /** Another rate from now on; what was saved up stays, as far as the new burst holds it. */
  setRate(perSecond: number | null): void {
    this.#fill()
    this.#turn(perSecond)
    this.#tokens = Math.min(this.#tokens, this.#tokensMax)
  }

  take(): boolean {
    this.#fill()
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  /** How many could be taken within the next `ms`; not rounded. */
  within(ms: number): number {
    if (this.#perMs === Number.POSITIVE_INFINITY) return this.#perMs
    this.#fill()
    return this.#tokens + this.#perMs * ms
  }

  /** How long until one can be taken, or that many one after the other. */
  waitMs(count = 1): number {
    this.#fill()
    return this.#tokens >= count ? 0 : Math.max(1, Math.ceil((count - this.#tokens) / this.#perMs))
  }

  #turn(perSecond: number | null): void {
    this.#perMs = perSecond === null ? Number.POSITIVE_INFINITY : perSecond / 1000
    this.#tokensMax = Math.max(1, this.#perMs * this.#burstMs)
  }

  #fill(): void {
    const now = this.#clock.monotonicMs()
    const elapsedMs = now - this.#filledAt
    this.#filledAt = now
    if (this.#perMs === Number.POSITIVE_INFINITY) this.#tokens = this.#tokensMax
    else this.#tokens = Math.min(this.#tokensMax, this.#tokens + elapsedMs * this.#perMs)
  }
}
