// Recently seen callers, for the few routes that answer while the database is away.
import { createHash } from 'node:crypto'
import { AppError, type Timers } from '../kernel/index.ts'
import type { Authenticated } from './guard.ts'

const rememberedMax = 100
/** A database that is frozen does not even fail. */
const patienceMs = 2_000
/** Nobody can revoke a token while the database is away; a night is outlasted, a holiday is not. */
const rememberedMs = 24 * 60 * 60_000

/**
 * The database is asked each time, and its no is a no at once. Only where it cannot be asked, a
 * token that it knew at its last look counts on. Kept in memory, as a hash.
 */
export class LastKnown {
  readonly #known = new Map<string, { authenticated: Authenticated; at: number }>()
  readonly #timers: Pick<Timers, 'monotonicMs' | 'after'>

  constructor(timers: Pick<Timers, 'monotonicMs' | 'after'>) {
    this.#timers = timers
  }

  async knownBy(
    bearer: string | null,
    ask: () => Promise<Authenticated | null>,
  ): Promise<Authenticated | null> {
    if (bearer === null) return ask()
    const key = createHash('sha256').update(bearer).digest('base64')
    const asked = this.#asked(key, ask)
    const known = this.#known.get(key)
    if (known === undefined || this.#timers.monotonicMs() - known.at > rememberedMs) return asked
    return new Promise((resolve, reject) => {
      const cancel = this.#timers.after(patienceMs, () => resolve(known.authenticated))
      asked
        .then(resolve, (error) => {
          const isAway = error instanceof AppError && error.kind === 'unavailable'
          if (isAway) resolve(known.authenticated)
          else reject(error)
        })
        .finally(cancel)
    })
  }

  async #asked(
    key: string,
    ask: () => Promise<Authenticated | null>,
  ): Promise<Authenticated | null> {
    const authenticated = await ask()
    this.#known.delete(key)
    if (authenticated !== null) this.#remember(key, authenticated)
    return authenticated
  }

  #remember(key: string, authenticated: Authenticated): void {
    const [oldest] = this.#known.keys()
    if (this.#known.size >= rememberedMax && oldest !== undefined) this.#known.delete(oldest)
    this.#known.set(key, { authenticated, at: this.#timers.monotonicMs() })
  }
}
