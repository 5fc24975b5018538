// Parts without an answer, so that a late answer finds its part.
import type { PartRef } from '../store/result-store.ts'

/** Most are never answered: their connection is gone. A link remembers as many for each bind. */
const partsMax = 20_000

export class LateParts {
  readonly #max: number
  readonly #parts = new Map<string, PartRef>()

  constructor(max = partsMax) {
    this.#max = max
  }

  keep(unanswered: Iterable<readonly [key: string, ref: PartRef]>): void {
    for (const [key, ref] of unanswered) {
      this.#parts.set(key, ref)
      if (this.#parts.size <= this.#max) continue
      const oldest = this.#parts.keys().next()
      if (!oldest.done) this.#parts.delete(oldest.value)
    }
  }

  /** Once: an answer that comes again tells nothing. */
  take(key: string): PartRef | null {
    const ref = this.#parts.get(key) ?? null
    this.#parts.delete(key)
    return ref
  }
}
