// How long a route's receipts take, from a sample of what its operator accepted.
import type { Instant } from '../kernel/index.ts'
import { operatorKey } from './receipt-ids.ts'

/** A route is judged by what left in this last span. */
const spanMs = 15 * 60_000
/** A receipt that takes longer, or has not come by then, is late. */
const lateMs = 5 * 60_000
/** So many of them late make a route slow; fewer in all say nothing. */
const slow = { share: 0.15, of: 20 }
/** A judgement stands so long at least, or traffic would swing from one route to the other. */
const standsMs = 5 * 60_000
const perSecondMax = 20

type Sample = { at: Instant; delayMs: number | null }

/** In memory, and of this process alone: each node judges by what it sent itself. */
export class ReceiptDelays {
  /** Those whose receipt is waited for, by the id's key. */
  readonly #open = new Map<string, Sample>()
  /** In the order of leaving. */
  #samples: Sample[] = []
  #second = 0
  #inSecond = 0
  #isSlow = false
  #judgedAt: Instant = 0

  /** The operator took a part under this id. */
  accepted(operatorMessageId: string, at: Instant): void {
    const second = Math.floor(at / 1_000)
    if (second !== this.#second) this.#inSecond = 0
    this.#second = second
    this.#inSecond += 1
    if (this.#inSecond > perSecondMax) return
    const sample: Sample = { at, delayMs: null }
    this.#open.set(operatorKey(operatorMessageId), sample)
    this.#samples.push(sample)
    if (this.#inSecond === 1) this.#forget(at)
  }

  /** How long this receipt took, where its part is in the sample; null otherwise. */
  received(keys: readonly (string | null)[], at: Instant): number | null {
    for (const key of keys) {
      if (key === null) continue
      const sample = this.#open.get(key)
      if (sample === undefined) continue
      this.#open.delete(key)
      sample.delayMs = Math.max(0, at - sample.at)
      return sample.delayMs
    }
    return null
  }

  /** Whether so many receipts are late that another route is the better one. */
  isSlow(at: Instant): boolean {
    if (at - this.#judgedAt < (this.#isSlow ? standsMs : 10_000)) return this.#isSlow
    this.#judgedAt = at
    this.#forget(at)
    const old = this.#samples.filter((sample) => sample.delayMs !== null || at - sample.at > lateMs)
    const late = old.filter(({ delayMs }) => delayMs === null || delayMs > lateMs)
    this.#isSlow = old.length >= slow.of && late.length >= old.length * slow.share
    return this.#isSlow
  }

  #forget(at: Instant): void {
    const from = this.#samples.findIndex((sample) => sample.at >= at - spanMs)
    if (from === 0 || this.#samples.length === 0) return
    this.#samples = from < 0 ? [] : this.#samples.slice(from)
    for (const [key, sample] of this.#open) {
      if (sample.at >= at - spanMs) break
      this.#open.delete(key)
    }
  }
}
