// The latest state of each bind, written down for the other nodes.
import type { Instant, RouteId } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import { writeBindState } from './store.ts'

export type BindPlace = { routeId: RouteId; bind: number }
type Said = { place: BindPlace; isBound: boolean; since: Instant }

/** One write at a time: two on two connections could end in the other order. */
export class BindStates {
  readonly #deps: { database: Database; logger: Logger }
  readonly #unwritten = new Map<string, Said>()
  #writing: Promise<void> | null = null

  constructor(deps: { database: Database; logger: Logger }) {
    this.#deps = deps
  }

  say(place: BindPlace, state: { isBound: boolean; since: Instant }): void {
    this.#unwritten.set(`${place.routeId} ${place.bind}`, { place, ...state })
    this.#writing ??= this.#writeAll()
  }

  /** Resolves when all that was said is written, or was tried. */
  async written(): Promise<void> {
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    for (const [key, { place, ...state }] of this.#unwritten) {
      this.#unwritten.delete(key)
      try {
        await this.#deps.database.inInstallation((tx) => writeBindState(tx, place, state))
      } catch (error) {
        // What the others then believe is old; it is written with the next change.
        this.#deps.logger.warn('routing.bind_state_failed', failureFields(error))
      }
    }
    this.#writing = null
  }
}
