// Who was known a moment ago, for the few routes that must answer while the database is away.
import { createHash } from 'node:crypto'
import { AppError, type Timers } from '../kernel/index.ts'
import type { Authenticated } from './guard.ts'

const rememberedMax = 100
/** Nobody can revoke a token while the database is away; a night is outlasted, a holiday is not. */
const rememberedMs = 24 * 60 * 60_000

/**
 * The database is asked each time, and its no is a no at once. Only where it cannot be asked, a
 * token that it knew at its last look counts on. Kept in memory, as a hash.
 */
export class LastKnown {
  readonly #known = new Map<string, { authenticated: Authenticated; at: number }>()
  readonly #timers: Pick<Timers, 'monotonicMs'>

  constructor(timers: Pick<Timers, 'monotonicMs'>) {
    this.#timers = timers
  }

  async knownBy(
    bearer: string | null,
    ask: () => Promise<Authenticated | null>,
  ): Promise<Authenticated | null> {
    if (bearer === null) return ask()
    const key = createHash('sha256').update(bearer).digest('base64')
    try {
      const authenticated = await ask()
      this.#known.delete(key)
      if (authenticated !== null) this.#remember(key, authenticated)
      return authenticated
    } catch (error) {
      const known = this.#known.get(key)
      const isAway = error instanceof AppError && error.kind === 'unavailable'
      if (!isAway || known === undefined) throw error
      if (this.#timers.monotonicMs() - known.at > rememberedMs) throw error
      return known.authenticated
    }
  }

  #remember(key: string, authenticated: Authenticated): void {
    const [oldest] = this.#known.keys()
    if (this.#known.size >= rememberedMax && oldest !== undefined) this.#known.delete(oldest)
    this.#known.set(key, { authenticated, at: this.#timers.monotonicMs() })
  }
}
