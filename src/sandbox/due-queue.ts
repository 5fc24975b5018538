// Calls later, by the thousand, with one timer: what is due at about the same time goes together.
import type { Timers } from '../kernel/index.ts'

const tickMs = 5

export class DueQueue {
  readonly #timers: Timers
  readonly #byTick = new Map<number, (() => void)[]>()
  #cancel: (() => void) | null = null
  #armedFor = Number.POSITIVE_INFINITY

  constructor(timers: Timers) {
    this.#timers = timers
  }

  get size(): number {
    let size = 0
    for (const calls of this.#byTick.values()) size += calls.length
    return size
  }

  add(delayMs: number, call: () => void): void {
    const tick = Math.ceil((this.#timers.now() + delayMs) / tickMs)
    const calls = this.#byTick.get(tick)
    if (calls !== undefined) calls.push(call)
    else this.#byTick.set(tick, [call])
    if (tick < this.#armedFor) this.#arm(tick)
  }

  clear(): void {
    this.#byTick.clear()
    this.#cancel?.()
    this.#cancel = null
    this.#armedFor = Number.POSITIVE_INFINITY
  }

  #arm(tick: number): void {
    this.#cancel?.()
    this.#armedFor = tick
    this.#cancel = this.#timers.after(Math.max(0, tick * tickMs - this.#timers.now()), () => {
      this.#armedFor = Number.POSITIVE_INFINITY
      this.#run()
    })
  }

  #run(): void {
    const now = Math.floor(this.#timers.now() / tickMs)
    const due = [...this.#byTick.keys()].filter((tick) => tick <= now).sort((a, b) => a - b)
    for (const tick of due) {
      const calls = this.#byTick.get(tick) ?? []
      this.#byTick.delete(tick)
      for (const call of calls) call()
    }
    if (this.#byTick.size === 0) return
    const next = Math.min(...this.#byTick.keys())
    if (next < this.#armedFor) this.#arm(next)
  }
}
