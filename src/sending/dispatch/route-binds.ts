// The binds of a route that this node holds: their leases, its share of them, what each can carry.
import type { RouteId } from '../../kernel/index.ts'
import { failureFields } from '../../observability/index.ts'
import type { OperatorLink } from '../../routing/index.ts'
import { engineLimits, sliceMax } from '../engine-limits.ts'
import type { Routes } from '../ports.ts'
import type { Lease } from '../store/lease-store.ts'
import { BindLease, type LeaseDeps } from './bind-lease.ts'
import type { NodeRoll } from './node-roll.ts'

export type BindsDeps = LeaseDeps & {
  routes: Pick<Routes, 'binds' | 'rebind'>
  roll: Pick<NodeRoll, 'share'>
}

/** What a link has in flight: claimed, and not yet recorded. */
export type LinkLoad = { slices: number; segments: number }

export type Room = { lease: Lease; link: OperatorLink; segments: number }

export class RouteBinds {
  readonly #deps: BindsDeps
  readonly #routeId: RouteId
  readonly #changed: () => void
  readonly #leases = new Map<number, BindLease>()
  readonly #loads = new WeakMap<OperatorLink, LinkLoad>()
  readonly #busy = new Set<LinkLoad>()
  /** Binds whose link is being closed before their lease is given back. */
  readonly #parting = new Set<number>()
  readonly #handovers = new Set<Promise<void>>()
  #wanted = 0

  constructor(deps: BindsDeps, routeId: RouteId, changed: () => void) {
    this.#deps = deps
    this.#routeId = routeId
    this.#changed = changed
  }

  mayWrite(bind: number): boolean {
    return this.#leases.get(bind)?.mayWrite ?? false
  }

  mayBind(bind: number): boolean {
    return (this.#leases.get(bind)?.isOurs ?? false) && !this.#parting.has(bind)
  }

  /** Whether what was claimed under this lease may still be written. */
  isHeld(lease: Lease): boolean {
    const held = this.#leases.get(lease.bind)
    return held?.fence === lease.fence && held.mayWrite
  }

  /** So many binds does the route have: a lease is looked for each, as far as our share goes. */
  want(binds: number): void {
    this.#wanted = binds
    for (let bind = this.#leases.size; bind < binds; bind += 1) this.#watch(bind)
    const ours = [...this.#leases.values()].filter((lease) => lease.isOurs)
    if (ours.some((lease) => lease.isGiving)) return
    const tooMany = ours.filter(({ place }) => place.bind >= binds)
    const last = tooMany[0] ?? (ours.length > this.#share() ? ours.at(-1) : undefined)
    if (last !== undefined) this.#giveAway(last)
  }

  /** The first link with room for a slice; null when none has. */
  roomiest(hasRate: boolean): Room | null {
    for (const { bind, link } of this.#deps.routes.binds(this.#routeId)) {
      const lease = this.#leases.get(bind)?.held ?? null
      if (lease === null || link.state.kind !== 'bound') continue
      const load = this.loadOf(link)
      const hand = link.handMax()
      // A route whose rate fewer binds can carry leaves the others empty.
      if (hand === 0) continue
      const slice = sliceMax(hand, hasRate)
      const room = slice * engineLimits.slicesPerLink - load.segments
      if (load.slices < engineLimits.slicesPerLink && (room >= slice || load.slices === 0)) {
        return { lease, link, segments: Math.max(1, Math.min(slice, room)) }
      }
    }
    return null
  }

  take(link: OperatorLink, segments: number): void {
    const load = this.loadOf(link)
    load.slices += 1
    load.segments += segments
    this.#busy.add(load)
  }

  giveBack(link: OperatorLink, what: { slices: number; segments: number }): void {
    const load = this.loadOf(link)
    load.slices -= what.slices
    load.segments -= what.segments
    if (load.slices === 0 && load.segments === 0) this.#busy.delete(load)
  }

  get isBusy(): boolean {
    return this.#busy.size > 0
  }

  loadOf(link: OperatorLink): LinkLoad {
    const known = this.#loads.get(link)
    if (known !== undefined) return known
    const load = { slices: 0, segments: 0 }
    this.#loads.set(link, load)
    return load
  }

  /** Stops renewing, then gives back; nothing of it may be in flight any more. */
  async close(): Promise<void> {
    await Promise.all(this.#handovers)
    for (const lease of this.#leases.values()) {
      await lease.close()
      await lease.release()
    }
  }

  #watch(bind: number): void {
    const place = { routeId: this.#routeId, bind }
    const lease = new BindLease(this.#deps, place, {
      mayTake: () => bind < this.#wanted && this.#held() < this.#share(),
      changed: () => {
        void this.#deps.routes.rebind(this.#routeId)
        this.#changed()
      },
    })
    this.#leases.set(bind, lease)
  }

  #held(): number {
    return [...this.#leases.values()].filter((lease) => lease.isOurs).length
  }

  #share(): number {
    return this.#deps.roll.share(this.#wanted)
  }

  #giveAway(lease: BindLease): void {
    lease.giveAway()
    const giving = this.#part(lease)
      .catch((error: unknown) => {
        const fields = { route: this.#routeId, ...failureFields(error) }
        this.#deps.logger.warn('sending.lease_failed', fields)
      })
      .finally(() => {
        this.#parting.delete(lease.place.bind)
        this.#handovers.delete(giving)
      })
    this.#handovers.add(giving)
  }

  /** What is in flight ends first, then the link, then the lease: the next may bind at once. */
  async #part(lease: BindLease): Promise<void> {
    const { timers, routes } = this.#deps
    const { bind } = lease.place
    const link = routes.binds(this.#routeId).find((one) => one.bind === bind)?.link
    while (link !== undefined && lease.isOurs && this.loadOf(link).segments > 0) {
      await timers.sleep(handOverStepMs)
    }
    this.#parting.add(bind)
    await routes.rebind(this.#routeId)
    await lease.release()
  }
}

const handOverStepMs = 50
