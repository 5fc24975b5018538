// Which nodes are alive, from their heartbeats on each node's own clock.
import type { Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { engineLimits } from '../engine-limits.ts'
import {
  beatInAnyAccount,
  forgetNodesInAnyAccount,
  leaveInAnyAccount,
  type NodeBeat,
} from '../store/lease-store.ts'
import { WakeSignal } from './wake-signal.ts'

export type RollDeps = { database: Database; timers: Timers; nodeId: string; logger: Logger }

/** A node that was not heard of for this long is forgotten by whoever sees it. */
const forgetMs = 10 * 60_000

export class NodeRoll {
  readonly #deps: RollDeps
  readonly #signal: WakeSignal
  readonly #others = new Map<string, { beat: number; sinceMs: number; isFirst: boolean }>()
  #isClosing = false
  readonly #loop: Promise<void>

  constructor(deps: RollDeps) {
    this.#deps = deps
    this.#signal = new WakeSignal(deps.timers)
    this.#loop = this.#run()
  }

  /** How many of a route's binds this node may hold, so that each node has its share. */
  share(binds: number): number {
    return Math.ceil(binds / (1 + this.#living()))
  }

  async close(): Promise<void> {
    this.#isClosing = true
    this.#signal.raise()
    await this.#loop
    const { database, nodeId } = this.#deps
    await database.inAnyAccount((tx) => leaveInAnyAccount(tx, nodeId))
  }

  /** Others whose beat was seen to move lately; one that was only found there may be long dead. */
  #living(): number {
    const now = this.#deps.timers.monotonicMs()
    let living = 0
    for (const { sinceMs, isFirst } of this.#others.values()) {
      if (!isFirst && now - sinceMs < engineLimits.leaseMs) living += 1
    }
    return living
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      const { database, nodeId, logger } = this.#deps
      try {
        const beats = await database.inAnyAccount((tx) => beatInAnyAccount(tx, nodeId))
        const gone = this.#count(beats.filter((one) => one.nodeId !== nodeId))
        await database.inAnyAccount((tx) => forgetNodesInAnyAccount(tx, gone))
      } catch (error) {
        logger.warn('sending.beat_failed', failureFields(error))
      }
      await this.#signal.wait(engineLimits.leaseRenewMs)
    }
  }

  #count(beats: readonly NodeBeat[]): NodeBeat[] {
    const now = this.#deps.timers.monotonicMs()
    const there = new Set(beats.map(({ nodeId }) => nodeId))
    for (const nodeId of this.#others.keys()) if (!there.has(nodeId)) this.#others.delete(nodeId)
    const gone: NodeBeat[] = []
    for (const one of beats) {
      const known = this.#others.get(one.nodeId)
      if (known === undefined || known.beat !== one.beat) {
        const isFirst = known === undefined
        this.#others.set(one.nodeId, { beat: one.beat, sinceMs: now, isFirst })
      } else if (now - known.sinceMs > forgetMs) gone.push(one)
    }
    return gone
  }
}
