// The way out: segments wait, are written as window and rate allow, and end with one outcome.
import type { Instant, Timers } from '../../kernel/index.ts'
import type { LinkLimits } from './limits.ts'
import type {
  LinkCounters,
  NotSentReason,
  OutgoingSegment,
  SubmitOutcome,
  UnknownReason,
} from './operator-link.ts'
import { TokenBucket } from './rate.ts'
import { type Done, type Given, UnansweredWindow } from './unanswered.ts'

export type SubmitPipeDeps = {
  timers: Timers
  limits: LinkLimits
  counters: LinkCounters
  windowMax: number
  segmentsPerSecond: number | null
  /** Why nothing may be taken or written now, or null. */
  whyNot(): NotSentReason | null
  /** Writes a submit_sm; its sequence number, or null when it does not encode. */
  write(segment: OutgoingSegment): number | null
  lateOutcome(key: string, outcome: SubmitOutcome): void
}

export class SubmitPipe {
  readonly #deps: SubmitPipeDeps
  readonly #bucket: TokenBucket
  readonly #window: UnansweredWindow
  #waiting: Given[] = []
  /** Where the waiting begin in their array, so that taking the first costs nothing. */
  #waitingFrom = 0
  #isPumping = false
  #pausedUntil: Instant = 0
  #pauseMs = 0
  #cancelPump: (() => void) | null = null
  #whenAnswered: (() => void)[] = []

  constructor(deps: SubmitPipeDeps) {
    this.#deps = deps
    this.#bucket = new TokenBucket(deps.segmentsPerSecond, deps.timers)
    this.#window = new UnansweredWindow({
      timers: deps.timers,
      answerTimeoutMs: deps.limits.answerTimeoutMs,
      lateAnswersKept: deps.limits.lateAnswersKept,
      expired: (given) => {
        this.#settle(given, { kind: 'unknown', why: 'no_answer' })
        this.pump()
      },
    })
  }

  get open(): number {
    return this.#window.size + this.#waitingCount
  }

  get #waitingCount(): number {
    return this.#waiting.length - this.#waitingFrom
  }

  capacity(): number {
    const { whyNot, timers, windowMax, limits } = this.#deps
    if (whyNot() !== null || timers.now() < this.#pausedUntil) return 0
    const byRate = this.#bucket.within(limits.sliceMs) - this.#waitingCount
    return Math.max(0, Math.min(windowMax - this.open, byRate))
  }

  give(segments: readonly OutgoingSegment[], done: Done): void {
    for (const segment of segments) {
      const isFull = this.#waitingCount >= this.#deps.limits.waitingMax
      const why = this.#deps.whyNot() ?? (isFull ? 'queue_full' : null)
      if (why === null) this.#waiting.push({ segment, done })
      else this.#settle({ segment, done }, { kind: 'not_sent', why })
    }
    this.pump()
  }

  waiting(): ReadonlySet<string> {
    return new Set(this.#waiting.slice(this.#waitingFrom).map(({ segment }) => segment.key))
  }

  withdraw(matches: (segment: OutgoingSegment) => boolean): number {
    const withdrawn: Given[] = []
    const kept: Given[] = []
    for (const given of this.#takeWaiting()) {
      if (matches(given.segment)) withdrawn.push(given)
      else kept.push(given)
    }
    this.#waiting = kept
    for (const given of withdrawn) this.#settle(given, { kind: 'not_sent', why: 'withdrawn' })
    return withdrawn.length
  }

  pump(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    while (this.#waitingCount > 0 && this.#mayWriteNow()) this.#writeFirst()
    this.#isPumping = false
    if (this.#waitingCount === 0) this.#takeWaiting()
  }

  /** What waits was surely not written. */
  dropWaiting(why: NotSentReason): void {
    this.#cancelPump?.()
    this.#cancelPump = null
    for (const given of this.#takeWaiting()) this.#settle(given, { kind: 'not_sent', why })
  }

  /** What stands in the window may have been taken. */
  loseWindow(): void {
    this.#pausedUntil = 0
    for (const given of this.#window.takeAll()) {
      this.#settle(given, { kind: 'unknown', why: 'connection_lost' })
    }
  }

  answer(sequence: number, outcome: SubmitOutcome): void {
    const given = this.#window.take(sequence)
    if (given !== null) {
      this.#slowDown(outcome)
      this.#settle(given, outcome)
      return
    }
    const key = this.#window.takeLate(sequence)
    if (key === null) return
    this.#deps.counters.lateAnswers += 1
    this.#deps.lateOutcome(key, outcome)
  }

  /** The answer to this one came and cannot be read. */
  lose(sequence: number, why: UnknownReason): void {
    const given = this.#window.take(sequence)
    if (given !== null) this.#settle(given, { kind: 'unknown', why })
  }

  /** Resolves when nothing stands in the window, or after `ms`. */
  answered(ms: number): Promise<void> {
    if (this.#window.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel = this.#deps.timers.after(ms, resolve)
      this.#whenAnswered.push(() => {
        cancel()
        resolve()
      })
    })
  }

  /** The first throttling answer of a burst pauses the link; a taken segment ends the pauses. */
  #slowDown(outcome: SubmitOutcome): void {
    if (outcome.kind === 'accepted' && this.#pauseMs === 0) return
    const now = this.#deps.timers.now()
    if (outcome.kind === 'accepted' && now >= this.#pausedUntil) this.#pauseMs = 0
    if (outcome.kind !== 'refused' || outcome.action !== 'throttle') return
    this.#deps.counters.throttled += 1
    if (now < this.#pausedUntil) return
    const { throttlePauseMsMin, throttlePauseMsMax } = this.#deps.limits
    this.#pauseMs = Math.min(throttlePauseMsMax, Math.max(throttlePauseMsMin, this.#pauseMs * 2))
    this.#pausedUntil = now + this.#pauseMs
  }

  #mayWriteNow(): boolean {
    if (this.#window.size >= this.#deps.windowMax) return false
    const why = this.#deps.whyNot()
    if (why !== null) {
      this.dropWaiting(why)
      return false
    }
    const pauseMs = this.#pausedUntil === 0 ? 0 : this.#pausedUntil - this.#deps.timers.now()
    if (pauseMs > 0) return this.#pumpLater(pauseMs)
    return this.#bucket.take() || this.#pumpLater(this.#bucket.waitMs())
  }

  #pumpLater(ms: number): false {
    this.#cancelPump ??= this.#deps.timers.after(ms, () => {
      this.#cancelPump = null
      this.pump()
    })
    return false
  }

  #writeFirst(): void {
    const given = this.#waiting[this.#waitingFrom]
    if (given === undefined) return
    this.#waitingFrom += 1
    const sequence = this.#deps.write(given.segment)
    if (sequence === null) {
      this.#settle(given, { kind: 'not_sent', why: 'not_encodable' })
      return
    }
    this.#deps.counters.submitted += 1
    this.#window.add(sequence, given)
  }

  #takeWaiting(): Given[] {
    const waiting = this.#waiting.slice(this.#waitingFrom)
    this.#waiting = []
    this.#waitingFrom = 0
    return waiting
  }

  #settle(given: Given, outcome: SubmitOutcome): void {
    const { counters } = this.#deps
    if (outcome.kind === 'accepted') counters.accepted += 1
    else if (outcome.kind === 'refused') counters.refused += 1
    else if (outcome.kind === 'unknown') counters.unknown += 1
    else counters.notSent += 1
    given.done(given.segment, outcome)
    if (this.#window.size > 0) return
    for (const resolve of this.#whenAnswered.splice(0)) resolve()
  }
}
