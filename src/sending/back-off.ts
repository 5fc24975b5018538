// Increasing delays before retrying what could not be decrypted.
import type { Timers } from '../kernel/index.ts'

export type BackOffOptions = { firstMs?: number; mostMs?: number; idsMax?: number }

/** Somebody has to put back a key file or a row first. */
const usual = { firstMs: 60_000, mostMs: 3_600_000, idsMax: 10_000 } as const

type Tried = { againMs: number; waitMs: number }

/** A minute, then twice as long each time, at most an hour. After a start it begins anew. */
export class BackOff<Id> {
  readonly #timers: Pick<Timers, 'monotonicMs'>
  readonly #bounds: Required<BackOffOptions>
  readonly #tried = new Map<Id, Tried>()
  #lookAgainMs = Number.NEGATIVE_INFINITY

  constructor(timers: Pick<Timers, 'monotonicMs'>, options: BackOffOptions = {}) {
    this.#timers = timers
    this.#bounds = { ...usual, ...options }
  }

  /**
   * How long it is left alone now. Of too many each waits longest at once and is not remembered,
   * unless it is of a kind of which there are few.
   */
  failed(id: Id, { always = false }: { always?: boolean } = {}): number {
    const { firstMs, mostMs } = this.#bounds
    const before = this.#tried.get(id)
    if (before === undefined && !always && !this.hasRoom()) return mostMs
    const waitMs = before === undefined ? firstMs : Math.min(before.waitMs * 2, mostMs)
    this.#tried.set(id, { againMs: this.#timers.monotonicMs() + waitMs, waitMs })
    return waitMs
  }

  has(id: Id): boolean {
    return this.#tried.has(id)
  }

  opened(id: Id): void {
    this.#tried.delete(id)
  }

  isWaiting(id: Id): boolean {
    return (this.#tried.get(id)?.againMs ?? -Infinity) > this.#timers.monotonicMs()
  }

  /** What failed so lately that to try it again would only hold up others. */
  waiting(): Id[] {
    return this.all().filter((id) => this.isWaiting(id))
  }

  /** What failed when it was last tried. */
  all(): Id[] {
    return [...this.#tried.keys()]
  }

  get size(): number {
    return this.#tried.size
  }

  /**
   * What did not come back when its time had come ended otherwise; it is looked for now and then.
   */
  hasRoom(): boolean {
    const { firstMs, mostMs, idsMax } = this.#bounds
    if (this.#tried.size < idsMax) return true
    const now = this.#timers.monotonicMs()
    if (now < this.#lookAgainMs) return false
    this.#lookAgainMs = now + firstMs
    for (const [id, { againMs }] of this.#tried) {
      if (againMs + mostMs < now) this.#tried.delete(id)
    }
    return this.#tried.size < idsMax
  }
}

/** A key file that is missing is missed for days: the log has it each hour, not each minute. */
const tellMs = 3_600_000

/** What is told once in a while, however often it happens. */
export class Seldom {
  readonly #timers: Pick<Timers, 'monotonicMs'>
  readonly #againMs = new Map<string, number>()

  constructor(timers: Pick<Timers, 'monotonicMs'>) {
    this.#timers = timers
  }

  isDue(key: string): boolean {
    const now = this.#timers.monotonicMs()
    if ((this.#againMs.get(key) ?? -Infinity) > now) return false
    this.#againMs.set(key, now + tellMs)
    return true
  }
}
