// Runners of one import keep batches beside each other, and commit them in the order of the file.
import { BroadcastChannel } from 'node:worker_threads'
import type { ImportId, Timers } from '../../kernel/index.ts'
import type { Share } from '../deps.ts'

export const wholeFile: Share = { index: 0, of: 1 }

const lookMs = 500

type Waiter = { rows: number; resolve(): void; reject(error: unknown): void }

/** How far the file is committed, as this runner and the others say it. */
export class Turns {
  readonly #channel: BroadcastChannel | null
  readonly #timers: Timers
  /** Asks the database: a word that was said before this runner listened is not lost. */
  readonly #look: () => Promise<number>
  #committed: number
  #waiting: Waiter[] = []
  #stopLooking: (() => void) | null = null
  #failed: { rows: number; error: unknown } | null = null

  constructor(
    importId: ImportId,
    share: Share,
    from: { committed: number; timers: Timers; look(): Promise<number> },
  ) {
    this.#committed = from.committed
    this.#timers = from.timers
    this.#look = from.look
    this.#channel = share.of === 1 ? null : new BroadcastChannel(`intake.import ${importId}`)
    if (this.#channel === null) return
    this.#channel.onmessage = (message) => this.#take(Number((message as { data: unknown }).data))
    this.#channel.unref()
  }

  /** Resolves when the file is committed up to this row. */
  wait(rows: number): Promise<void> {
    if (this.#committed >= rows) return Promise.resolve()
    const failed = this.#failed
    if (failed !== null && rows >= failed.rows) return Promise.reject(failed.error)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject })
      if (this.#channel !== null) this.#lookLater()
    })
  }

  committed(rows: number): void {
    this.#channel?.postMessage(rows)
    this.#take(rows)
  }

  /** The batch that ends with this row fails: so do those after it, and none before it. */
  fail(rows: number, error: unknown): void {
    if (this.#failed === null || rows < this.#failed.rows) this.#failed = { rows, error }
    const after = this.#waiting.filter((one) => one.rows >= rows)
    this.#waiting = this.#waiting.filter((one) => one.rows < rows)
    for (const { reject } of after) reject(error)
  }

  close(): void {
    this.#stopLooking?.()
    this.#channel?.close()
  }

  #take(rows: number): void {
    if (rows <= this.#committed) return
    this.#committed = rows
    const ready = this.#waiting.filter((one) => one.rows <= rows)
    this.#waiting = this.#waiting.filter((one) => one.rows > rows)
    for (const { resolve } of ready) resolve()
    if (this.#waiting.length === 0) this.#stopLooking?.()
  }

  #lookLater(): void {
    this.#stopLooking?.()
    this.#stopLooking = this.#timers.after(lookMs, () => {
      // A database that does not answer fails the batch itself, not this look.
      this.#look().then(
        (rows) => {
          this.#take(rows)
          if (this.#waiting.length > 0) this.#lookLater()
        },
        () => this.#lookLater(),
      )
    })
  }
}
