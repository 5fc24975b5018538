// The window: submissions written and not answered, in the order of their writing.
import type { Timers } from '../../kernel/index.ts'
import type { OutgoingSegment, SubmitOutcome } from './operator-link.ts'

export type Done = (segment: OutgoingSegment, outcome: SubmitOutcome) => void
export type Given = { segment: OutgoingSegment; done: Done }

/** Where it stands in what its bind wrote, and since when by the clock that nobody sets. */
export type Unanswered = Given & { writtenAt: number; position: number }

export type UnansweredDeps = {
  timers: Timers
  answerTimeoutMs: number
  lateAnswersKept: number
  expired(given: Given): void
}

export class UnansweredWindow {
  readonly #deps: UnansweredDeps
  /** By sequence number; a Map keeps the order of writing, so that the first is the oldest. */
  readonly #open = new Map<number, Unanswered>()
  readonly #late = new Map<number, string>()
  #cancelTimer: (() => void) | null = null

  constructor(deps: UnansweredDeps) {
    this.#deps = deps
  }

  get size(): number {
    return this.#open.size
  }

  add(sequence: number, position: number, given: Given): void {
    const { segment, done } = given
    this.#open.set(sequence, {
      segment,
      done,
      writtenAt: this.#deps.timers.monotonicMs(),
      position,
    })
    if (this.#cancelTimer === null) this.#arm(this.#deps.answerTimeoutMs)
  }

  take(sequence: number): Unanswered | null {
    const found = this.#open.get(sequence)
    if (found === undefined) return null
    this.#open.delete(sequence)
    return found
  }

  /** The key of a submission that timed out, told once. */
  takeLate(sequence: number): string | null {
    const key = this.#late.get(sequence)
    if (key === undefined) return null
    this.#late.delete(sequence)
    return key
  }

  /** Empties the window: its connection is gone, and the numbers with it. */
  takeAll(): Given[] {
    const all = [...this.#open.values()]
    this.#open.clear()
    this.#late.clear()
    this.#cancelTimer?.()
    this.#cancelTimer = null
    return all
  }

  #arm(ms: number): void {
    this.#cancelTimer = this.#deps.timers.after(ms, () => {
      this.#cancelTimer = null
      this.#expire()
    })
  }

  #expire(): void {
    const now = this.#deps.timers.monotonicMs()
    const expired: Given[] = []
    for (const [sequence, unanswered] of this.#open) {
      const leftMs = unanswered.writtenAt + this.#deps.answerTimeoutMs - now
      if (leftMs > 0) {
        this.#arm(leftMs)
        break
      }
      this.#open.delete(sequence)
      this.#keepLate(sequence, unanswered.segment.key)
      expired.push(unanswered)
    }
    for (const given of expired) this.#deps.expired(given)
  }

  #keepLate(sequence: number, key: string): void {
    this.#late.set(sequence, key)
    if (this.#late.size <= this.#deps.lateAnswersKept) return
    const [oldest] = this.#late.keys()
    if (oldest !== undefined) this.#late.delete(oldest)
  }
}
