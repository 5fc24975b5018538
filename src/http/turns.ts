// How often one client may ask a route in a minute: counted here first, then by all nodes together.
import { AppError, type Timers } from '../kernel/index.ts'
import type { Route } from './route.ts'

/** The port that the one throttle of the installation fills; it counts before it answers. */
export type TakeTurn = (asked: {
  door: string
  of: string
  max: number
  perMs: number
}) => Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }>

const minuteMs = 60_000
/** More clients than this in one minute: the oldest are forgotten, and the shared count remains. */
const clientsMax = 20_000

/**
 * The first count costs no statement: a flood from one address reaches the database as often as it
 * is allowed to ask, and no more. The second is the one that holds for all nodes.
 */
export class Turns {
  readonly #here = new Map<string, { taken: number; endsAt: number }>()
  readonly #timers: Pick<Timers, 'monotonicMs'>
  readonly #takeTurn: TakeTurn | null

  constructor(timers: Pick<Timers, 'monotonicMs'>, takeTurn: TakeTurn | null) {
    this.#timers = timers
    this.#takeTurn = takeTurn
  }

  async demand(route: Route, client: string): Promise<void> {
    const { perMinuteMax: max } = route
    if (max === null) return
    const door = `http ${route.method} ${route.path}`
    const waitMs = this.#takeHere(`${door} ${client}`, max)
    if (waitMs !== null) throw tooMany(waitMs)
    if (this.#takeTurn === null || route.countsHere) return
    const turn = await this.#takeTurn({ door, of: client, max, perMs: minuteMs })
    if (!turn.allowed) throw tooMany(turn.retryAfterMs)
  }

  #takeHere(key: string, max: number): number | null {
    const now = this.#timers.monotonicMs()
    const found = this.#here.get(key)
    if (found === undefined || found.endsAt <= now) {
      this.#here.delete(key)
      this.#forgetOldest()
      this.#here.set(key, { taken: 1, endsAt: now + minuteMs })
      return max < 1 ? minuteMs : null
    }
    if (found.taken >= max) return found.endsAt - now
    found.taken += 1
    return null
  }

  #forgetOldest(): void {
    if (this.#here.size < clientsMax) return
    for (const key of this.#here.keys()) {
      this.#here.delete(key)
      return
    }
  }
}

export function tooMany(waitMs: number): AppError {
  return new AppError(
    'http.too_many_requests',
    'rate_limited',
    'Too many attempts; wait, then try again.',
    { details: { seconds: Math.max(1, Math.ceil(waitMs / 1000)) } },
  )
}
