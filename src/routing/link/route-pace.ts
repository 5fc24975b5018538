// The pace of a route: what all its binds together may write, each in its turn.
import type { Timers } from '../../kernel/index.ts'
import type { LinkLimits } from './limits.ts'
import type { OutgoingSegment } from './operator-link.ts'
import { Pacer } from './pacer.ts'
import { SenderPace } from './sender-pace.ts'
import { ThrottleControl } from './throttle-control.ts'

/** One bind: whether it has something to write that its own window and pace let go, and how. */
export type PaceMember = {
  /** Whether it is bound, so that it has a part in the route's rate. */
  isUp(): boolean
  /** It has a segment that may be written now, the route's pace apart. */
  wants(): boolean
  /** Writes one, or settles it unwritten; whether it was written. */
  writeNext(): boolean
  /** How many segments of this sender it has to write. */
  waitingOf(sender: string): number
}

/** A bind's place in the pace. Positions count what it wrote, over all its connections. */
export type PaceSeat = {
  /** The position of the segment that is written next. */
  nextPosition(): number
  /** An answer: all up to its segment have arrived. */
  heard(position: number, writtenAtMs: number): void
  /** The connection is gone. */
  lost(): void
  /** When the bind's own pace lets the next one go; null: after an answer. */
  waitMs(): number | null
  /**
   * This bind's part of what the route's rate lets go in `ms`; 0 where other binds carry it all.
   */
  handWithin(ms: number): number
  leave(): void
}

export type PaceRates = {
  /** This node's share of the route's rate; null for no limit. */
  segmentsPerSecond: number | null
  /** What each bind may write. */
  perBind?: number | null
  /** What may leave in the name of each sender; a fraction for less than one a second. */
  perSender?: number | null
}
export type PaceDeps = {
  timers: Timers
  limits: LinkLimits
  rates: PaceRates
  /**
   * This node's share by what it may use at this very moment, asked before each write: a lease that
   * ran out lowers it, though nobody has told yet. Absent: it changes by `setShare` alone.
   */
  shareNow?(): number | null
  /** This node's part of the route's binds at this moment, and so of each sender's rate. */
  partNow?(): number
}

/** What a lowered share let go has reached the operator, and its second is over, within this. */
const raiseAfterMs = 1_100
const sendersKept = 10_000
/** Below so many segments in flight a bind is not worth its transactions. */
const handLeast = 40

type Seat = PaceSeat & { member: PaceMember; written(): void }

/**
 * The operator counts the submissions of an account, whichever bind they come by. So the binds of a
 * route on one node share one pace: its share of the route's rate, and below that what the
 * operator's throttling answers teach. Nodes have shares of their own: whoever gives them lowers
 * one as it raises another, and a raise waits until the lowered one is through.
 */
export class RoutePace {
  readonly #timers: Timers
  readonly #pacer: Pacer
  #control: ThrottleControl
  readonly #limits: LinkLimits
  #perBind: number | null
  #perSender: number | null
  readonly #senders = new Map<string, SenderPace>()
  readonly #seats: Seat[] = []
  #next = 0
  #share: number | null
  #isPumping = false
  #pumpAt: number = Number.POSITIVE_INFINITY
  #cancelPump: () => void = () => {}
  #cancelRaise: () => void = () => {}
  /** The share that is waited for. */
  #raisingTo: number | null = null
  readonly #shareNow: (() => number | null) | null
  readonly #partNow: () => number

  constructor({ timers, limits, rates, shareNow, partNow }: PaceDeps) {
    this.#timers = timers
    this.#shareNow = shareNow ?? null
    this.#partNow = partNow ?? (() => 1)
    this.#share = rates.segmentsPerSecond
    this.#perBind = rates.perBind ?? null
    this.#perSender = rates.perSender ?? null
    this.#pacer = new Pacer(rates.segmentsPerSecond, timers)
    this.#limits = limits
    this.#control = new ThrottleControl(timers, limits)
  }

  /** Segments a second now: the share, or below it what the operator lets through. */
  get rate(): number | null {
    return this.#pacer.rate
  }

  /** What the operator's throttling answers have taught; null before the first. */
  get learnedRate(): number | null {
    return this.#control.limit
  }

  get isPaused(): boolean {
    return this.#timers.monotonicMs() < this.#control.pausedUntil
  }

  get hasSenderRate(): boolean {
    return this.#perSender !== null
  }

  /**
   * For other binds, that join from now on: what was written counts, and what was learned is over.
   */
  beginAgain({ perBind = null, perSender = null }: Pick<PaceRates, 'perBind' | 'perSender'>): void {
    this.#control = new ThrottleControl(this.#timers, this.#limits)
    this.#turn()
    this.#perBind = perBind
    if (perSender !== this.#perSender) this.#senders.clear()
    this.#perSender = perSender
  }

  /** Another share for this node: less at once, more once others have had time to slow down. */
  setShare(perSecond: number | null): void {
    if (perSecond === this.#raisingTo && perSecond !== null) return
    this.#cancelRaise()
    this.#raisingTo = null
    if (perSecond === this.#share) return
    if ((perSecond ?? Infinity) < (this.#share ?? Infinity)) {
      this.#takeShare(perSecond)
      this.pump()
      return
    }
    this.#raisingTo = perSecond
    this.#cancelRaise = this.#timers.after(raiseAfterMs, () => {
      this.#raisingTo = null
      // Some of it may have run out since it was given.
      this.#takeShare(lesser(perSecond, this.#shareNow?.() ?? null))
      this.pump()
    })
  }

  #takeShare(perSecond: number | null): void {
    this.#share = perSecond
    this.#turn()
  }

  join(member: PaceMember): PaceSeat {
    const own = new Pacer(this.#perBind, this.#timers)
    let written = 0
    let heard = 0
    const seat: Seat = {
      member,
      nextPosition: () => written + 1,
      written: () => {
        written += 1
        own.written()
        this.#pacer.written()
      },
      heard: (position, writtenAt) => {
        if (position <= heard) return
        own.heard(position - heard, writtenAt)
        this.#pacer.heard(position - heard, writtenAt)
        heard = position
      },
      lost: () => {
        own.lost(written - heard)
        this.#pacer.lost(written - heard)
        heard = written
        this.pump()
      },
      waitMs: () => own.waitMs(),
      handWithin: (ms) => this.#handWithin(seat, ms),
      leave: () => {
        const at = this.#seats.indexOf(seat)
        if (at >= 0) this.#seats.splice(at, 1)
      },
    }
    this.#seats.push(seat)
    return seat
  }

  accepted(): void {
    if (this.#control.accepted()) this.#turn()
  }

  throttled(): void {
    if (this.#control.throttled()) this.#turn()
  }

  /** One bind's part of what may leave within `ms`. */
  partWithin(ms: number): number {
    this.#lookAtShare()
    let up = 0
    for (const { member } of this.#seats) if (member.isUp()) up += 1
    const part = this.#pacer.within(ms) / Math.max(1, up)
    return this.#perBind === null ? part : Math.min(part, (this.#perBind * ms) / 1_000)
  }

  /** A slow rate is carried by a few binds: slices of two or three cost more than they carry. */
  #handWithin(seat: Seat, ms: number): number {
    // Where nothing waits to be written nobody else asks: leases that came back are seen here.
    this.#lookAtShare()
    const { rate } = this.#pacer
    if (rate === null) return this.#perBind === null ? Infinity : (this.#perBind * ms) / 1_000
    const up = this.#seats.filter(({ member }) => member.isUp())
    const whole = (rate * ms) / 1_000
    const byBind = this.#perBind === null ? 1 : Math.ceil(rate / this.#perBind)
    const carrying = Math.min(up.length, Math.max(1, byBind, Math.ceil(whole / handLeast)))
    if (up.indexOf(seat) >= carrying || carrying === 0) return 0
    const most = this.#perBind === null ? Infinity : (this.#perBind * ms) / 1_000
    return Math.min(whole / carrying, most)
  }

  /** When this sender's own pace lets one more go. */
  senderWaitMs(sender: string): number {
    return this.#perSender === null ? 0 : this.#senderPace(sender, this.#perSender).waitMs()
  }

  /** 0: its sender's pace lets it into the hand. Else it is to come again after so many ms. */
  senderTurnMs({ key, from, content, goesFirst = false }: OutgoingSegment): number {
    if (this.#perSender === null) return 0
    const { partNumber, partsTotal } = content
    const [hasBegun, parts] = [partNumber > 1, partsTotal - partNumber + 1]
    const sender = from.address
    let before = 0
    for (const { member } of this.#seats) before += member.waitingOf(sender)
    const pace = this.#senderPace(sender, this.#perSender)
    return pace.turnMs({ key, before, goesFirst, hasBegun, parts })
  }

  senderWrote(sender: string): void {
    if (this.#perSender !== null) this.#senderPace(sender, this.#perSender).wrote()
  }

  /** Lets the binds write in turn while the pace allows. */
  pump(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    let idle = 0
    while (idle < this.#seats.length) {
      this.#next = (this.#next + 1) % this.#seats.length
      const seat = this.#seats[this.#next]
      if (seat?.member.wants() !== true) idle += 1
      else if (!this.#mayGo()) break
      else {
        idle = 0
        if (seat.member.writeNext()) seat.written()
      }
    }
    this.#isPumping = false
  }

  #mayGo(): boolean {
    this.#lookAtShare()
    const pauseMs = this.#control.pausedUntil - this.#timers.monotonicMs()
    const waitMs = pauseMs > 0 ? pauseMs : this.#pacer.waitMs()
    if (waitMs === 0) return true
    // Null: an answer is waited for, and its coming pumps.
    if (waitMs !== null) this.#pumpAfter(waitMs)
    return false
  }

  #lookAtShare(): void {
    const share = this.#share === null ? null : (this.#shareNow?.() ?? null)
    if (share === null || share === this.#share) return
    // Less at once, and more by the longer way.
    if (lesser(share, this.#share) === share) this.#takeShare(share)
    else this.setShare(share)
  }

  #pumpAfter(ms: number): void {
    const at = this.#timers.monotonicMs() + ms
    if (at >= this.#pumpAt) return
    this.#cancelPump()
    this.#pumpAt = at
    this.#cancelPump = this.#timers.after(ms, () => {
      this.#pumpAt = Number.POSITIVE_INFINITY
      this.pump()
    })
  }

  #turn(): void {
    const { limit } = this.#control
    const rates = [limit, this.#share].filter((rate) => rate !== null)
    this.#pacer.setRate(rates.length === 0 ? null : Math.min(...rates))
  }

  #senderPace(sender: string, perSender: number): SenderPace {
    // Without any bind nothing is written, whatever the rate.
    const rate = perSender * (this.#partNow() || 1)
    const known = this.#senders.get(sender)
    if (known !== undefined) {
      known.setRate(rate)
      return known
    }
    const pace = new SenderPace(rate, this.#timers, this.#limits)
    this.#senders.set(sender, pace)
    if (this.#senders.size > sendersKept) {
      const [oldest] = this.#senders.keys()
      if (oldest !== undefined) this.#senders.delete(oldest)
    }
    return pace
  }
}

/** Null is no limit at all. */
const lesser = (a: number | null, b: number | null): number | null =>
  (a ?? Infinity) <= (b ?? Infinity) ? a : b
