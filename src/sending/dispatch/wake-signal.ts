// A wait that ends early when somebody raises it, also when that was just before.
import type { Timers } from '../../kernel/index.ts'

export class WakeSignal {
  readonly #timers: Timers
  #isRaised = false
  #wakeUp: (() => void) | null = null

  constructor(timers: Timers) {
    this.#timers = timers
  }

  raise(): void {
    this.#isRaised = true
    this.#wakeUp?.()
  }

  /** False when nobody raised it in time. */
  async wait(ms: number): Promise<boolean> {
    if (!this.#isRaised) {
      await new Promise<void>((resolve) => {
        const cancel = this.#timers.after(ms, resolve)
        this.#wakeUp = () => {
          cancel()
          resolve()
        }
      })
    }
    const wasRaised = this.#isRaised
    this.#isRaised = false
    this.#wakeUp = null
    return wasRaised
  }
}
