// One node's lease on a bind: taken, renewed, returned, recovered.
import type { Instant, Timers } from '../../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { engineLimits } from '../engine-limits.ts'
import {
  type BindPlace,
  type Lease,
  type LeaseSight,
  releaseLeaseInAnyAccount,
  renewLeaseInAnyAccount,
  seeLeaseInAnyAccount,
  takeLeaseInAnyAccount,
} from '../store/lease-store.ts'
import { recoverOrphans } from './recover-orphans.ts'
import { WakeSignal } from './wake-signal.ts'

export type LeaseDeps = {
  database: Database
  timers: Timers
  nodeId: string
  logger: Logger
  metrics: Metrics
  /** Called when something of a dead holder was found and told. */
  recovered?: () => void
}

export type LeaseWish = {
  /** Whether this node may hold one bind more; asked before it takes a free one. */
  mayTake(): boolean
  changed(): void
}

/**
 * An operator checks no fence: so the holder stops some time before its lease ends, and asks right
 * before each write. Both of its clocks must agree that there is time: the wall clock may be set
 * back, the other one may stand still while a machine sleeps. Whoever waits takes a lease over once
 * it has seen it unchanged for the whole time by a clock of its own. A new fence means that another
 * held the bind in between: its open intents are told as maybe sent before anything is claimed.
 */
export class BindLease {
  readonly place: BindPlace
  readonly #deps: LeaseDeps
  readonly #wish: LeaseWish
  readonly #signal: WakeSignal
  #lease: Lease | null = null
  #until: { monotonicMs: number; at: Instant } = { monotonicMs: 0, at: 0 }
  #seen: { sight: LeaseSight | null; sinceMs: number } | null = null
  #isGiving = false
  #isClosing = false
  readonly #loop: Promise<void>

  constructor(deps: LeaseDeps, place: BindPlace, wish: LeaseWish) {
    this.place = place
    this.#deps = deps
    this.#wish = wish
    this.#signal = new WakeSignal(deps.timers)
    this.#loop = this.#run()
  }

  /** The lease, while it may be used to claim. */
  get held(): Lease | null {
    return this.mayWrite && !this.#isGiving ? this.#lease : null
  }

  /** Asked right before each write. */
  get mayWrite(): boolean {
    const { timers } = this.#deps
    const { monotonicMs, at } = this.#until
    return this.#lease !== null && timers.monotonicMs() < monotonicMs && timers.now() < at
  }

  /** Whether this node is to be bound: until the lease is known to be gone. */
  get isOurs(): boolean {
    return this.#lease !== null
  }

  get fence(): number | null {
    return this.#lease?.fence ?? null
  }

  get isGiving(): boolean {
    return this.#isGiving
  }

  /** Nothing more is claimed; what is in flight may still be written until `release`. */
  giveAway(): void {
    this.#isGiving = true
  }

  async close(): Promise<void> {
    this.#isClosing = true
    this.#signal.raise()
    await this.#loop
  }

  /** Once nothing of it is in flight any more: the next node begins at once. */
  async release(): Promise<void> {
    const lease = this.#lease
    this.#lease = null
    this.#isGiving = false
    this.#seen = null
    if (lease === null) return
    await this.#deps.database.inAnyAccount((tx) => releaseLeaseInAnyAccount(tx, lease))
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      const before = this.#lease
      try {
        if (before === null) await this.#look()
        else await this.#renew(before)
      } catch (error) {
        const { routeId: route, bind } = this.place
        this.#deps.logger.warn('sending.lease_failed', { route, bind, ...failureFields(error) })
      }
      if (this.#lease !== before) this.#wish.changed()
      const isHeld = this.#lease !== null
      await this.#signal.wait(isHeld ? engineLimits.leaseRenewMs : engineLimits.leaseRetryMs)
    }
  }

  async #renew(lease: Lease): Promise<void> {
    const { database } = this.#deps
    const from = this.#clocks()
    const isOurs = await database.inAnyAccount((tx) => renewLeaseInAnyAccount(tx, lease))
    if (this.#lease !== lease) return
    if (!isOurs) {
      this.#lease = null
      this.#isGiving = false
      return
    }
    this.#extend(from)
    // A holder that was late may have left something open after it was replaced.
    await this.#recover(lease)
  }

  async #recover(lease: Lease): Promise<void> {
    const recovered = await recoverOrphans({ ...this.#deps, clock: this.#deps.timers }, lease)
    if (recovered > 0) this.#deps.recovered?.()
  }

  /** Takes what is free, or what was seen unchanged for longer than any holder may use it. */
  async #look(): Promise<void> {
    const { database, timers, nodeId } = this.#deps
    const sight = await database.inAnyAccount((tx) => seeLeaseInAnyAccount(tx, this.place))
    const isSame = this.#seen !== null && isSameSight(this.#seen.sight, sight)
    if (!isSame) this.#seen = { sight, sinceMs: timers.monotonicMs() }
    // Of an earlier process of this very node it is known that it is dead.
    const isFree = sight === null || sight.nodeId === null || sight.nodeId === nodeId
    const sinceMs = this.#seen?.sinceMs ?? Infinity
    const isOver = timers.monotonicMs() - sinceMs >= engineLimits.leaseMs
    if (!(isFree || isOver) || !this.#wish.mayTake()) return
    const from = this.#clocks()
    const want = { ...this.place, nodeId, seen: sight }
    const lease = await database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, want))
    if (lease === null) return
    this.#seen = null
    await this.#recover(lease)
    this.#extend(from)
    this.#lease = lease
  }

  #clocks(): { monotonicMs: number; at: Instant } {
    const { timers } = this.#deps
    return { monotonicMs: timers.monotonicMs(), at: timers.now() }
  }

  #extend(from: { monotonicMs: number; at: Instant }): void {
    const ms = engineLimits.leaseMs - engineLimits.leaseMarginMs
    this.#until = { monotonicMs: from.monotonicMs + ms, at: from.at + ms }
  }
}

function isSameSight(a: LeaseSight | null, b: LeaseSight | null): boolean {
  return a?.nodeId === b?.nodeId && a?.fence === b?.fence && a?.beat === b?.beat
}
