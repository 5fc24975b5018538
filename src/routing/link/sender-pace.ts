// The pace of one sender: what leaves in its name, and when what came too soon has its turn.
import type { LinkLimits } from './limits.ts'
import { type PaceClock, TokenBucket } from './rate.ts'

/** A segment that would wait for its sender's rate. */
export type TurnAsked = {
  /** Names the segment, however often it comes. */
  key: string
  /** So many of this sender wait in flight already. */
  before: number
  /** An alert. */
  goesFirst: boolean
  /** A part of its message has left, or goes right before it. */
  hasBegun: boolean
  /** With it so many parts of its message are to leave. */
  parts: number
}

/** Turns that would be further away are spread evenly over the second half of the line. */
const spreadStep = 0.618_033_988_75

/**
 * What waits for a sender's rate waits in the queue, where it can be paused and stopped and keeps
 * nobody's place. It comes again at a turn of its own, so that a long line is asked but now and
 * then. A turn is no ticket: whoever finds that the rate lets one go takes it, and who then comes
 * in vain gets a new turn at the end. Who comes early, after a pause, still has its own.
 */
export class SenderPace {
  readonly #clock: PaceClock
  readonly #bucket: TokenBucket
  readonly #limits: Pick<LinkLimits, 'handMs' | 'senderLineMs'>
  #perSecond: number
  /** From when on turns are free: those of what goes first, and those of the rest. */
  #firstFrom = Number.NEGATIVE_INFINITY
  #restFrom = Number.NEGATIVE_INFINITY
  /** Turns that were given out and have not come, nearly in their order. */
  readonly #turns = new Map<string, number>()
  #spread = 0

  constructor(
    perSecond: number,
    clock: PaceClock,
    limits: Pick<LinkLimits, 'handMs' | 'senderLineMs'>,
  ) {
    this.#clock = clock
    this.#limits = limits
    this.#perSecond = perSecond
    this.#bucket = new TokenBucket(perSecond, clock)
  }

  setRate(perSecond: number): void {
    if (perSecond === this.#perSecond) return
    this.#perSecond = perSecond
    this.#bucket.setRate(perSecond)
  }

  /** How long until the next one may be written. */
  waitMs(): number {
    return this.#bucket.waitMs()
  }

  wrote(): void {
    this.#bucket.take()
  }

  /** 0: it may wait in flight. Else it is to come again after so many ms. */
  turnMs({ key, before, goesFirst, hasBegun, parts }: TurnAsked): number {
    const { handMs, senderLineMs } = this.#limits
    const now = this.#clock.monotonicMs()
    this.#forgetBefore(now)
    const soonest = now + this.#bucket.waitMs(before + 1)
    const isFirst = goesFirst || hasBegun
    const from = isFirst ? soonest : Math.max(soonest, this.#firstFrom)
    // No message is torn in two for the sake of one hand more.
    if (from - now <= (hasBegun ? 2 * handMs : handMs)) return 0
    const own = this.#turns.get(key)
    if (own !== undefined && own + handMs >= from) return Math.ceil(Math.max(own, from) - now)
    // A message that has begun waits for no other.
    const line = isFirst ? this.#firstFrom : this.#restFrom
    const turn = hasBegun ? soonest : Math.max(from, line)
    if (turn - now > senderLineMs) return this.#laterMs()
    const next = turn + (parts * 1_000) / this.#perSecond
    if (isFirst) this.#firstFrom = Math.max(line, next)
    else this.#restFrom = next
    this.#turns.delete(key)
    this.#turns.set(key, turn)
    return Math.ceil(turn - now)
  }

  #forgetBefore(now: number): void {
    for (const [key, turn] of this.#turns) {
      if (turn > now) return
      this.#turns.delete(key)
    }
  }

  /**
   * Nothing is kept for it: turns of what was cancelled meanwhile would keep the others waiting.
   */
  #laterMs(): number {
    this.#spread = (this.#spread + spreadStep) % 1
    return Math.ceil(this.#limits.senderLineMs * (0.5 + this.#spread / 2))
  }
}
