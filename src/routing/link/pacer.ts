// One rate kept: evenly by a token bucket, and in no second passed by the second window.
import { type PaceClock, TokenBucket } from './rate.ts'
import { SecondWindow } from './second-window.ts'

/**
 * A machine that was busy elsewhere catches up; what a second holds is the second window's part.
 */
const burstMs = 200

export class Pacer {
  readonly #clock: PaceClock
  readonly #bucket: TokenBucket
  readonly #second: SecondWindow
  #rate: number | null

  constructor(perSecond: number | null, clock: PaceClock) {
    this.#clock = clock
    this.#rate = perSecond
    this.#bucket = new TokenBucket(perSecond, clock, burstMs)
    this.#second = new SecondWindow(clock)
  }

  get rate(): number | null {
    return this.#rate
  }

  setRate(perSecond: number | null): void {
    this.#rate = perSecond
    this.#bucket.setRate(perSecond)
  }

  /** In how many ms one may be written, 0 for now; null when only an answer, or a rate, helps. */
  waitMs(): number | null {
    if (this.#rate === null) return 0
    if (this.#rate <= 0) return null
    if (this.#second.counting >= Math.max(1, Math.floor(this.#rate))) {
      const end = this.#second.nextEnd
      return end === null ? null : Math.max(1, Math.ceil(end - this.#clock.monotonicMs()))
    }
    return this.#bucket.waitMs()
  }

  /** How many could leave within the next `ms`; not rounded. */
  within(ms: number): number {
    return this.#bucket.within(ms)
  }

  written(): void {
    this.#bucket.take()
    this.#second.written()
  }

  /** So many have arrived by now; the last of them was written at `writtenAt`. */
  heard(count: number, writtenAt: number): void {
    this.#second.heard(count, writtenAt)
  }

  /** Their connection is gone: they have arrived by now, or never will. */
  lost(count: number): void {
    this.#second.lost(count)
  }
}
