// One node's hold on a route: taken, renewed, given back; what the last holder left is recovered.
import type { Instant, RouteId, Timers } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import { engineLimits } from './engine-limits.ts'
import { type Lease, leaseInAnyAccount, releaseInAnyAccount } from './queue-store.ts'
import { recoverOrphans } from './recover-orphans.ts'
import { WakeSignal } from './wake-signal.ts'

export type LeaseDeps = {
  database: Database
  timers: Timers
  nodeId: string
  logger: Logger
  metrics: Metrics
}

/**
 * An operator checks no fence: so the holder stops some time before its lease ends, and asks right
 * before each write. A new fence means that another held the route in between: its open intents are
 * told as maybe sent before anything is claimed under the new one.
 */
export class RouteLease {
  readonly #deps: LeaseDeps
  readonly #routeId: RouteId
  readonly #signal: WakeSignal
  readonly #changed: () => void
  #lease: Lease | null = null
  #isClosing = false
  readonly #loop: Promise<void>

  constructor(deps: LeaseDeps, routeId: RouteId, changed: () => void) {
    this.#deps = deps
    this.#routeId = routeId
    this.#changed = changed
    this.#signal = new WakeSignal(deps.timers)
    this.#loop = this.#run()
  }

  /** The lease, while it may be used. */
  get held(): Lease | null {
    const lease = this.#lease
    const end: Instant = (lease?.until ?? 0) - engineLimits.leaseMarginMs
    return lease !== null && this.#deps.timers.now() < end ? lease : null
  }

  async close(): Promise<void> {
    this.#isClosing = true
    this.#signal.raise()
    await this.#loop
  }

  /** Once nothing of it is in the hand any more: the next node begins at once. */
  async release(): Promise<void> {
    const lease = this.#lease
    this.#lease = null
    if (lease === null) return
    await this.#deps.database.inAnyAccount((tx) => releaseInAnyAccount(tx, lease))
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      try {
        await this.#renew()
        this.#changed()
      } catch (error) {
        const fields = { route: this.#routeId, ...failureFields(error) }
        this.#deps.logger.warn('sending.lease_failed', fields)
      }
      const isHeld = this.#lease !== null
      await this.#signal.wait(isHeld ? engineLimits.leaseRenewMs : engineLimits.leaseRetryMs)
    }
  }

  async #renew(): Promise<void> {
    const { database, timers, nodeId } = this.#deps
    const at = timers.now()
    const want = { routeId: this.#routeId, nodeId, at, until: at + engineLimits.leaseMs }
    const before = this.#lease
    const lease = await database.inAnyAccount((tx) => leaseInAnyAccount(tx, want))
    if (lease !== null && lease.fence !== before?.fence) {
      await recoverOrphans({ ...this.#deps, clock: timers }, lease)
    }
    this.#lease = lease
  }
}
