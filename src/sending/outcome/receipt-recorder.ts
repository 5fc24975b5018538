// Writes receipts whose parts are on disk: beside what the recorder of a route writes of slices.
import type { Clock, Timers } from '../../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../../observability/index.ts'
import { type Database, type Tx, turnOver } from '../../storage/index.ts'
import type { Writing } from '../store/result-store.ts'
import { FreshFirst, retryMs } from './fresh-first.ts'
import type { KeyedReceipt, ReceiptMatcher } from './match-receipts.ts'
import { settle } from './settle.ts'

export type ReceiptRecorderDeps = {
  database: Database
  clock: Clock
  logger: Logger
  metrics: Metrics
  sleep: Timers['sleep']
}

type Waiting = { batch: readonly KeyedReceipt[]; done(): void; failed(error: unknown): void }

/**
 * An operator leaves only so many receipts unanswered on a bind. Written with the slices they would
 * come no faster than these: a route that sends fast would hear of its messages minutes later.
 */
export class ReceiptRecorder {
  readonly #deps: ReceiptRecorderDeps
  readonly #matcher: ReceiptMatcher
  readonly #store: FreshFirst
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  constructor(deps: ReceiptRecorderDeps, matcher: ReceiptMatcher) {
    this.#deps = deps
    this.#matcher = matcher
    this.#store = new FreshFirst(deps)
  }

  /** Resolves once they are stored; rejects when the database cannot take them now. */
  keep(batch: readonly KeyedReceipt[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, done: resolve, failed: reject })
      this.#start()
    })
  }

  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (this.#waiting.length > 0) this.#start()
    })
  }

  async #run(): Promise<void> {
    // What one turn of the event loop brings together is written together.
    await turnOver()
    let waitMs: number = retryMs.first
    while (this.#waiting.length > 0) {
      const work = this.#waiting
      this.#waiting = []
      try {
        const keyed = work.flatMap(({ batch }) => batch)
        await this.#store.keep((tx, writing) => this.#write(tx, keyed, writing))
        for (const { done } of work) done()
        waitMs = retryMs.first
      } catch (error) {
        // The operator sends them again.
        this.#deps.logger.warn('sending.record_failed', { slices: 0, ...failureFields(error) })
        for (const { failed } of work) failed(error)
        await this.#deps.sleep(waitMs)
        waitMs = Math.min(waitMs * 2, retryMs.max)
      }
    }
  }

  async #write(tx: Tx, keyed: readonly KeyedReceipt[], writing: Writing): Promise<void> {
    const { clock, metrics } = this.#deps
    const at = clock.now()
    const receipts = await this.#matcher.match(tx, keyed)
    tx.afterCommit(() => this.#matcher.forget(receipts))
    const nothing = { records: [], lateAccepted: [] }
    await settle(tx, { receipts, at, metrics, writing, isLast: true, ...nothing })
  }
}
