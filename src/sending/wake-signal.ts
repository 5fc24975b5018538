// A wait that ends early when somebody raises it, also when that was just before.
import type { Timers } from '../kernel/index.ts'

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

  async wait(ms: number): Promise<void> {
    if (!this.#isRaised) {
      await new Promise<void>((resolve) => {
        const cancel = this.#timers.after(ms, resolve)
        this.#wakeUp = () => {
          cancel()
          resolve()
        }
      })
    }
    this.#isRaised = false
    this.#wakeUp = null
  }
}
