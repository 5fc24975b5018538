// A token bucket: segments a second, with a burst of a tenth of a second.
import type { Clock, Instant } from '../../kernel/index.ts'

/** Operators count by the second: a short burst keeps any second within a tenth of the rate. */
const burstMs = 100

export class TokenBucket {
  readonly #perMs: number
  readonly #tokensMax: number
  readonly #clock: Clock
  #tokens: number
  #filledAt: Instant

  constructor(perSecond: number | null, clock: Clock) {
    this.#perMs = perSecond === null ? Number.POSITIVE_INFINITY : perSecond / 1000
    this.#tokensMax = Math.max(1, this.#perMs * burstMs)
    this.#clock = clock
    this.#tokens = this.#tokensMax
    this.#filledAt = clock.now()
  }

  take(): boolean {
    this.#fill()
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  /** How many could be taken within the next `ms`. */
  within(ms: number): number {
    if (this.#perMs === Number.POSITIVE_INFINITY) return this.#perMs
    this.#fill()
    return Math.floor(this.#tokens + this.#perMs * ms)
  }

  /** How long until one can be taken. */
  waitMs(): number {
    this.#fill()
    return this.#tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - this.#tokens) / this.#perMs))
  }

  #fill(): void {
    if (this.#perMs === Number.POSITIVE_INFINITY) return
    const now = this.#clock.now()
    // A clock that was set back gives nothing, and takes nothing away.
    const elapsedMs = Math.max(0, now - this.#filledAt)
    this.#tokens = Math.min(this.#tokensMax, this.#tokens + elapsedMs * this.#perMs)
    this.#filledAt = now
  }
}
