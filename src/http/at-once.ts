// Limits how many requests or streams are open at once for one key.

/** Counted as it comes in, so that the next one sees it. */
export class AtOnce {
  readonly #counts = new Map<string, number>()
  readonly #max: number

  constructor(max: number) {
    this.#max = max
  }

  /** What ends it, which may be called more than once; null when there are as many as may be. */
  enter(key: string): (() => void) | null {
    const count = this.#counts.get(key) ?? 0
    if (count >= this.#max) return null
    this.#counts.set(key, count + 1)
    let isOpen = true
    return () => {
      if (!isOpen) return
      isOpen = false
      const left = (this.#counts.get(key) ?? 1) - 1
      if (left <= 0) this.#counts.delete(key)
      else this.#counts.set(key, left)
    }
  }
}
