// The way out: segments wait, are written as window and rate allow, and end with one outcome.
import type { Timers } from '../../kernel/index.ts'
import type { LinkLimits } from './limits.ts'
import type {
  LinkCounters,
  NotSentReason,
  OutgoingSegment,
  SubmitOutcome,
  UnknownReason,
} from './operator-link.ts'
import type { RefusalWatch } from './refusal-watch.ts'
import type { PaceSeat, RoutePace } from './route-pace.ts'
import { type Done, type Given, UnansweredWindow } from './unanswered.ts'
import { WaitingLine } from './waiting-line.ts'

export type SubmitPipeDeps = {
  timers: Timers
  limits: LinkLimits
  counters: LinkCounters
  windowMax: number
  /** Shared with the other binds of the route. */
  pace: RoutePace
  /** Why nothing may be taken or written now, or null. */
  whyNot(): NotSentReason | null
  /** Writes a submit_sm; its sequence number, or null when it does not encode. */
  write(segment: OutgoingSegment): number | null
  lateOutcome(key: string, outcome: SubmitOutcome): void
  /** What an answer means, where it may be about the route and not about the segment. */
  refusals?: RefusalWatch | undefined
}

export class SubmitPipe {
  readonly #deps: SubmitPipeDeps
  readonly #pace: RoutePace
  readonly #seat: PaceSeat
  readonly #window: UnansweredWindow
  readonly #waiting: WaitingLine
  readonly #senderWaitMs: (sender: string) => number
  #cancelPump: (() => void) | null = null
  #whenAnswered: (() => void)[] = []

  constructor(deps: SubmitPipeDeps) {
    const { pace } = deps
    this.#deps = deps
    this.#pace = pace
    this.#waiting = new WaitingLine(pace.hasSenderRate)
    this.#senderWaitMs = (sender) => pace.senderWaitMs(sender)
    this.#seat = pace.join({
      isUp: () => deps.whyNot() === null,
      wants: () => this.#mayWriteNow(),
      writeNext: () => this.#writeNext(),
      waitingOf: (sender) => this.#waiting.sizeOf(sender),
    })
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
    return this.#window.size + this.#waiting.size
  }

  capacity(): number {
    const { whyNot, windowMax, limits } = this.#deps
    if (whyNot() !== null || this.#pace.isPaused) return 0
    const byRate = this.#pace.partWithin(limits.sliceMs) - this.#waiting.size
    return Math.max(0, Math.floor(Math.min(windowMax - this.open, byRate)))
  }

  handMax(): number {
    const { whyNot, windowMax, limits } = this.#deps
    if (whyNot() !== null) return 0
    return Math.min(windowMax, Math.ceil(this.#seat.handWithin(limits.handMs)))
  }

  give<Asked extends OutgoingSegment>(
    segments: readonly Asked[],
    tell: (segment: Asked, outcome: SubmitOutcome) => void,
  ): void {
    // Each is told with a segment that it was given with.
    const done = tell as Done
    let againInMs = 0
    for (const segment of segments) {
      const isFull = this.#waiting.size >= this.#deps.limits.waitingMax
      const why = this.#deps.whyNot() ?? (isFull ? 'queue_full' : null)
      if (why !== null) {
        this.#settle({ segment, done }, { kind: 'not_sent', why })
        continue
      }
      const isBehind = segment.goesOn === true && againInMs > 0
      if (!isBehind) againInMs = this.#pace.senderTurnMs(segment)
      if (againInMs === 0) this.#waiting.push({ segment, done })
      else this.#settle({ segment, done }, { kind: 'put_off', againInMs })
    }
    this.pump()
  }

  waiting(): ReadonlySet<string> {
    return this.#waiting.keys()
  }

  withdraw(matches: (segment: OutgoingSegment) => boolean): number {
    const withdrawn: Given[] = []
    for (const given of this.#waiting.takeAll()) {
      if (matches(given.segment)) withdrawn.push(given)
      else this.#waiting.push(given)
    }
    for (const given of withdrawn) this.#settle(given, { kind: 'not_sent', why: 'withdrawn' })
    return withdrawn.length
  }

  /** All binds of the route, each in its turn: an answer here may let another one go. */
  pump(): void {
    this.#pace.pump()
  }

  /** What waits was surely not written. */
  dropWaiting(why: NotSentReason): void {
    this.#cancelPump?.()
    this.#cancelPump = null
    for (const given of this.#waiting.takeAll()) this.#settle(given, { kind: 'not_sent', why })
  }

  /** What stands in the window may have been taken. */
  loseWindow(): void {
    this.#seat.lost()
    for (const given of this.#window.takeAll()) {
      this.#settle(given, { kind: 'unknown', why: 'connection_lost' })
    }
  }

  /** Nothing is written any more. */
  leave(): void {
    this.#seat.leave()
  }

  answer(sequence: number, outcome: SubmitOutcome): void {
    const given = this.#window.take(sequence)
    if (given !== null) {
      this.#seat.heard(given.position, given.writtenAt)
      this.#tellPace(outcome)
      this.#settle(given, this.#deps.refusals?.judge(given.segment.to, outcome) ?? outcome)
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

  #tellPace(outcome: SubmitOutcome): void {
    const isThrottled = outcome.kind === 'refused' && outcome.action === 'throttle'
    if (isThrottled) this.#deps.counters.throttled += 1
    // What the last links hear in closing is no lesson for those that have taken their place.
    if (this.#deps.whyNot() === 'link_closing') return
    if (outcome.kind === 'accepted') this.#pace.accepted()
    if (isThrottled) this.#pace.throttled()
  }

  #mayWriteNow(): boolean {
    if (this.#waiting.size === 0 || this.#window.size >= this.#deps.windowMax) return false
    const why = this.#deps.whyNot()
    if (why !== null) {
      this.dropWaiting(why)
      return false
    }
    // Null: the bind's own pace waits for an answer, whose coming pumps.
    const byBind = this.#seat.waitMs()
    const bySender = byBind === 0 ? this.#waiting.waitMs(this.#senderWaitMs) : null
    const waitMs = byBind === 0 ? bySender : byBind
    if (waitMs !== 0 && waitMs !== null) this.#pumpAfter(waitMs)
    return waitMs === 0
  }

  #pumpAfter(ms: number): void {
    this.#cancelPump ??= this.#deps.timers.after(ms, () => {
      this.#cancelPump = null
      this.pump()
    })
  }

  #writeNext(): boolean {
    const given = this.#waiting.take(this.#senderWaitMs)
    if (given === null) return false
    const sequence = this.#deps.write(given.segment)
    if (sequence === null) {
      this.#settle(given, { kind: 'not_sent', why: 'not_encodable' })
      return false
    }
    this.#deps.counters.submitted += 1
    this.#window.add(sequence, this.#seat.nextPosition(), given)
    this.#pace.senderWrote(given.segment.from.address)
    return true
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
