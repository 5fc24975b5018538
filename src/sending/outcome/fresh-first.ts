// Writes what comes back from operators as if none of it were there, and with care where some is.
import type { Clock, Instant } from '../../kernel/index.ts'
import { type Database, isUniqueViolation, type Tx } from '../../storage/index.ts'
import type { Writing } from '../store/result-store.ts'

/** How long what could not be written waits for its next try; twice as long each time. */
export const retryMs = { first: 50, max: 5_000 }
/** An operator that repeats a receipt repeats others. */
const carefulMs = 60_000

type FreshFirstDeps = { database: Database; clock: Clock }

/**
 * Writes as if nothing of it were there; else once more with care: a receipt came a second time, or
 * a commit was kept whose answer was lost.
 */
export class FreshFirst {
  readonly #deps: FreshFirstDeps
  #carefulUntil: Instant = 0

  constructor(deps: FreshFirstDeps) {
    this.#deps = deps
  }

  async keep(write: (tx: Tx, writing: Writing) => Promise<void>): Promise<void> {
    const { database, clock } = this.#deps
    const keep = (writing: Writing) => database.inAnyAccount((tx) => write(tx, writing))
    if (clock.now() < this.#carefulUntil) return keep('careful')
    try {
      await keep('fresh')
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      this.#carefulUntil = clock.now() + carefulMs
      await keep('careful')
    }
  }
}
