// How long a route's delivery receipts take, from a sample of accepted messages.
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
/** So many are looked up at once; the others' turn comes next. */
const overdueMax = 1_000

type Sample = {
  at: Instant
  delayMs: number | null
  /** No node had its receipt when it was looked up. */
  isLate: boolean
}

/**
 * In memory, and of what this node sent itself. A receipt may come to another node: one that has
 * not come here in time counts for nothing until it was looked up.
 */
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
    const sample: Sample = { at, delayMs: null, isLate: false }
    const key = operatorKey(operatorMessageId)
    // An id that comes round again goes to the end: the open ones stand in the order of leaving.
    this.#open.delete(key)
    this.#open.set(key, sample)
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

  /** Those to look up, and since when the first of them waits; null where there are none. */
  overdue(at: Instant): { keys: string[]; since: Instant } | null {
    const keys: string[] = []
    let since = at
    for (const [key, sample] of this.#open) {
      if (at - sample.at <= lateMs || keys.length === overdueMax) break
      if (sample.isLate) continue
      since = Math.min(since, sample.at)
      keys.push(key)
    }
    return keys.length === 0 ? null : { keys, since }
  }

  /** Looked up, and not come to any node. */
  isLate(key: string): void {
    const sample = this.#open.get(key)
    if (sample !== undefined) sample.isLate = true
  }

  /** Whether so many receipts are late that another route is the better one. */
  isSlow(at: Instant): boolean {
    if (at - this.#judgedAt < (this.#isSlow ? standsMs : 10_000)) return this.#isSlow
    this.#judgedAt = at
    this.#forget(at)
    const known = this.#samples.filter(({ delayMs, isLate }) => delayMs !== null || isLate)
    const late = known.filter(({ delayMs }) => delayMs === null || delayMs > lateMs)
    this.#isSlow = known.length >= slow.of && late.length >= known.length * slow.share
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
