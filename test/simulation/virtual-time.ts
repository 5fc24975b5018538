// Time of a simulation: events in their order; the clock moves only when nothing is being worked
// on.
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

/** A statement that takes longer than this in truth may wait for what another one holds. */
const askAfterMs = 20
/** And one that takes this long waits for something that nobody here knows of. */
const blockedAfterMs = 30_000

/** `line` is what its steps share that are done one behind the other: a connection. */
type OpenStep = { readonly owner: Owner; readonly line: object }

export class VirtualTime {
  now: Instant
  readonly startedAt: Instant
  readonly #chance: Chance
  readonly #events = new Set<Event>()
  readonly #open = new Set<OpenStep>()
  #wasBlocked = false
  #stamp = 0
  #stepEnded: () => void = () => undefined
  /**
   * How many statements wait for a lock or a connection that another one has. On a busy machine
   * each is slow and none blocked: the clock stands still for them, or it would run away.
   */
  blocked: () => Promise<number> = async () => 0

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
  step(owner: Owner, delayMs: number, line: object = {}): Promise<Step> {
    return new Promise((resolve) => {
      this.schedule(delayMs, owner, () => resolve(this.#begin(owner, line)))
    })
  }

  /** Real work that begins now. */
  async during<T>(owner: Owner, work: Promise<T>): Promise<T> {
    const step = this.#begin(owner, {})
    try {
      return await work
    } finally {
      step.done()
    }
  }

  #begin(owner: Owner, line: object): Step {
    const open: OpenStep = { owner, line }
    this.#open.add(open)
    return {
      done: () => {
        if (this.#open.delete(open)) this.#stepEnded()
      },
    }
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

  /** Lets promises go on, and waits for the work under way, unless all of it waits for others. */
  async #settled(): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      // What is written to a file is written before anything else happens.
      if (hasFileWork()) continue
      if (this.#underWay() === 0) return
      if (!(await this.#someStepEnds()) && !hasFileWork()) return
    }
  }

  /** What the dead had begun is nobody's any more. */
  #underWay(): number {
    const lines = new Set<object>()
    for (const { owner, line } of this.#open) if (!owner.isDead) lines.add(line)
    return lines.size
  }

  /** False when all that is open waits for what another step has to do first. */
  async #someStepEnds(): Promise<boolean> {
    let isOver = false
    const ended = new Promise<void>((resolve) => {
      this.#stepEnded = () => {
        isOver = true
        resolve()
      }
    })
    const askUntil = performance.now() + blockedAfterMs
    // What was blocked a moment ago most likely still is: asked at once, not after a pause.
    let pauseMs = this.#wasBlocked ? 1 : askAfterMs
    for (;;) {
      await Promise.race([ended, pause(pauseMs)])
      pauseMs = askAfterMs
      if (isOver) return true
      this.#wasBlocked = performance.now() > askUntil || (await this.blocked()) >= this.#underWay()
      if (isOver) return true
      if (this.#wasBlocked) return false
    }
  }
}

const fileWork = /^(FSReq|CloseReq|FileHandleCloseReq)/i

const hasFileWork = (): boolean =>
  process.getActiveResourcesInfo().some((what) => fileWork.test(what))

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
