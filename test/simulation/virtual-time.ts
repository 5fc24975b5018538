// Time of a simulation: events in their order; the clock moves only when nothing is being worked on.
import type { Instant, Timers } from '../../src/kernel/index.ts'
import type { Chance } from '../support/seeded-chance.ts'

/** Who an event belongs to: a process. What a dead one still wanted never happens. */
export type Owner = {
  readonly name: string
  isDead: boolean
  frozenUntil: Instant
  /** How far its wall clock is off: somebody set it. */
  aheadMs: number
}

export const newOwner = (name: string): Owner => ({
  name,
  isDead: false,
  frozenUntil: 0,
  aheadMs: 0,
})

type Event = { at: Instant; order: number; owner: Owner | null; run(): void }

/** A piece of real work (a statement) that the simulation waits for. */
export type Step = { done(): void }

/** A statement that takes longer than this in truth may wait for a lock that another one holds. */
const askAfterMs = 40
/** And one that takes this long waits for something that PostgreSQL does not know of. */
const blockedAfterMs = 500

export class VirtualTime {
  now: Instant
  readonly startedAt: Instant
  readonly #chance: Chance
  readonly #events = new Set<Event>()
  #running = 0
  #stamp = 0
  #stepEnded: () => void = () => undefined
  /** Whether some statement waits for a lock. On a busy machine each is slow, and none blocked. */
  isBlocked: () => Promise<boolean> = async () => true

  constructor(startIso: string, chance: Chance) {
    this.now = Date.parse(startIso)
    this.startedAt = this.now
    this.#chance = chance
  }

  /** Counts up: what got a smaller one came before. */
  stamp(): number {
    this.#stamp += 1
    return this.#stamp
  }

  schedule(delayMs: number, owner: Owner | null, run: () => void): () => void {
    const event = { at: this.now + Math.max(0, delayMs), order: this.#chance.next(), owner, run }
    this.#events.add(event)
    return () => {
      this.#events.delete(event)
    }
  }

  timersOf(owner: Owner | null): Timers {
    return {
      now: () => this.now + (owner?.aheadMs ?? 0),
      monotonicMs: () => this.now - this.startedAt,
      after: (ms, call) => this.schedule(ms, owner, call),
      sleep: (ms) => new Promise((resolve) => this.schedule(ms, owner, resolve)),
    }
  }

  /** Its turn to do real work, once the event comes up; until `done`, nothing else happens. */
  step(owner: Owner, delayMs: number): Promise<Step> {
    return new Promise((resolve) => {
      this.schedule(delayMs, owner, () => {
        this.#running += 1
        let isOpen = true
        const done = () => {
          if (!isOpen) return
          isOpen = false
          this.#running = Math.max(0, this.#running - 1)
          this.#stepEnded()
        }
        resolve({ done })
      })
    })
  }

  /** Runs events until it is so, or until the instant; false when the instant came first. */
  async runUntil(isSo: () => boolean | Promise<boolean>, limit: Instant): Promise<boolean> {
    await this.#settled()
    for (;;) {
      if (await isSo()) return true
      const next = this.#next()
      if (next === null || this.#timeOf(next) > limit) {
        this.now = Math.max(this.now, limit)
        return false
      }
      this.#events.delete(next)
      if (next.owner?.isDead) continue
      this.now = Math.max(this.now, this.#timeOf(next))
      next.run()
      await this.#settled()
    }
  }

  runFor(ms: number): Promise<boolean> {
    return this.runUntil(() => false, this.now + ms)
  }

  /** All that waits becomes due: a machine that slept. */
  jump(ms: number): void {
    this.now += ms
  }

  #timeOf({ at, owner }: Event): Instant {
    return owner === null ? at : Math.max(at, owner.frozenUntil)
  }

  #next(): Event | null {
    let first: Event | null = null
    for (const event of this.#events) {
      if (first === null) first = event
      else {
        const byTime = this.#timeOf(event) - this.#timeOf(first)
        if (byTime < 0 || (byTime === 0 && event.order < first.order)) first = event
      }
    }
    return first
  }

  /** Lets promises go on, and waits for the statement under way, unless it waits for another. */
  async #settled(): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      if (this.#running === 0) return
      if (!(await this.#stepEnds())) this.#running = 0
    }
  }

  /** False when it waits for what another step has to do first. */
  async #stepEnds(): Promise<boolean> {
    let isOver = false
    const ended = new Promise<void>((resolve) => {
      this.#stepEnded = () => {
        isOver = true
        resolve()
      }
    })
    const askUntil = performance.now() + blockedAfterMs
    for (;;) {
      let cancel: () => void = () => undefined
      const late = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, askAfterMs)
        cancel = () => clearTimeout(timer)
      })
      await Promise.race([ended, late])
      cancel()
      if (isOver) return true
      if (performance.now() > askUntil || (await this.isBlocked())) return isOver
    }
  }
}
