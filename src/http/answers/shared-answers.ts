// One answer for all who look on: screens of an account that are open on the same thing share what
// was read for one of them within the last second.
import type { Timers } from '../../kernel/index.ts'

/** However old an answer somebody would take, none is older. */
const youngMs = 1_000

type Made = { at: number; answer: Promise<unknown> }
/** `address`: with all that is asked in it. */
type Asked = { accountId: string; language: string; address: string }

/**
 * Of a route that answers whoever may ask it alike: may they is judged before, each time. Kept for
 * who takes an old answer alone; everybody else is answered anew. What somebody of the account
 * changes by this server, all of them see at once.
 */
export class SharedAnswers {
  readonly #made = new Map<string, Map<string, Made>>()
  readonly #timers: Pick<Timers, 'monotonicMs' | 'after'>

  constructor(timers: Pick<Timers, 'monotonicMs' | 'after'>) {
    this.#timers = timers
  }

  /** `ageMs`: as old an answer is good enough, counted from before it was read. */
  async answer<T>(asked: Asked, ageMs: number, make: () => Promise<T>): Promise<T> {
    if (ageMs <= 0) return make()
    const { accountId } = asked
    const key = `${asked.language} ${asked.address}`
    const now = this.#timers.monotonicMs()
    const known = this.#made.get(accountId)?.get(key)
    if (known !== undefined && now - known.at <= Math.min(ageMs, youngMs)) {
      return known.answer as Promise<T>
    }
    const answer = make()
    this.#keep(accountId, key, { at: now, answer })
    return answer
  }

  /** Something of the account may have changed. */
  forget(accountId: string): void {
    this.#made.delete(accountId)
  }

  #keep(accountId: string, key: string, made: Made): void {
    const own = this.#made.get(accountId) ?? new Map<string, Made>()
    this.#made.set(accountId, own)
    own.set(key, made)
    const drop = () => {
      if (own.get(key) === made) own.delete(key)
      if (own.size === 0 && this.#made.get(accountId) === own) this.#made.delete(accountId)
    }
    // Nobody is answered by a failure of before.
    made.answer.catch(drop)
    this.#timers.after(youngMs, drop)
  }
}

/** `Cache-Control: max-age=1` of a request (RFC 9111, 5.2.1.1); 0 where it names no age. */
export function ageWelcome(cacheControl: string | null): number {
  const seconds = /(?:^|,)\s*max-age=(\d{1,9})\s*(?:,|$)/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? 0 : Number(seconds) * 1_000
}
