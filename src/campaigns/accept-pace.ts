// How fast a launched list becomes messages: no faster than they are sent.
import type { Timers } from '../kernel/index.ts'

/**
 * Whoever accepts and whoever sends share the processors. What is accepted far ahead leaves no
 * sooner, and once the list is through one of the two has nothing left to do
 * (docs/reference/performance.md). It is half a second of a fast machine.
 */
const aheadMessages = 5_000
/** A route that carries less is what the campaign waits for, and no processor is short. */
const fastPerSecond = 1_000
const rateSpanMs = 300
const pauseMsMax = 1_000

/** What is known after a page: totals that only grow. */
export type Progress = {
  /** Of this run, without those who are held until later. */
  accepted: number
  /** Of the whole campaign: submitted, perhaps sent, or ended without. */
  left: number
}

export class AcceptPace {
  readonly #timers: Pick<Timers, 'monotonicMs' | 'sleep'>
  #leftBefore: number | null = null
  #sample: { atMs: number; left: number } | null = null
  #perSecond = 0
  #last: { atMs: number; accepted: number } | null = null

  constructor(timers: Pick<Timers, 'monotonicMs' | 'sleep'>) {
    this.#timers = timers
  }

  /** Resolves when the next page may be written. */
  async after(progress: Progress): Promise<void> {
    const ms = this.pauseMs(progress)
    if (ms > 0) await this.#timers.sleep(ms)
    this.#last = { atMs: this.#timers.monotonicMs(), accepted: progress.accepted }
  }

  /**
   * The page's share of the time at the rate at which messages leave: with half of the messages
   * ahead half of it, with twice as many twice as much.
   */
  pauseMs({ accepted, left }: Progress): number {
    const nowMs = this.#timers.monotonicMs()
    this.#leftBefore ??= left
    this.#measure(nowMs, left)
    if (this.#last === null || this.#perSecond < fastPerSecond) return 0
    const ahead = Math.max(0, accepted - (left - this.#leftBefore))
    const share = Math.min(2, ahead / aheadMessages)
    const page = accepted - this.#last.accepted
    const wantedMs = (page / this.#perSecond) * 1_000 * share
    return Math.min(pauseMsMax, Math.max(0, Math.round(wantedMs - (nowMs - this.#last.atMs))))
  }

  #measure(nowMs: number, left: number): void {
    if (this.#sample === null) this.#sample = { atMs: nowMs, left }
    const spanMs = nowMs - this.#sample.atMs
    if (spanMs < rateSpanMs) return
    this.#perSecond = ((left - this.#sample.left) / spanMs) * 1_000
    this.#sample = { atMs: nowMs, left }
  }
}
