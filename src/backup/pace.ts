// How fast a copy reads beside a server at work: a part of the time, while the server writes much.
import type { Instant, Timers } from '../kernel/index.ts'

/** A campaign writes several times as much, and everything else far less. */
export const busyRowsPerSecond = 5_000
const waitPerWork = 3
const lookEveryMs = 1_000
/** Below it nothing is asked or waited for. */
const workMsLeast = 50
/** No transaction may be idle for longer than ten minutes. */
const waitMsAtOnce = 60_000
/** Of one copy in all, for a server that writes much: then it reads on, whatever that does. */
export const waitMsInAll = 3_600_000
const behindMs = 100

export type PaceDeps = {
  timers: Pick<Timers, 'now' | 'sleep'>
  /** All rows that were ever written in the database. */
  rowsWritten(): Promise<number>
}

/** `isBehind`: what has to keep up with the server does not, and the work waits for it too. */
export type Step = (isBehind?: () => boolean) => Promise<boolean>

export const isBusy = (
  before: { at: Instant; rows: number },
  now: { at: Instant; rows: number },
): boolean => (now.rows - before.rows) * 1_000 >= busyRowsPerSecond * (now.at - before.at)

export class Pace {
  readonly #deps: PaceDeps
  #since: Instant
  #waitedMs = 0
  #seen: { at: Instant; rows: number } | null = null
  #isBusy = false

  constructor(deps: PaceDeps) {
    this.#deps = deps
    this.#since = deps.timers.now()
  }

  /**
   * After a piece of the work: about three times as long as it took is waited, and no longer than
   * the server is busy. True: it was waited.
   */
  readonly step: Step = async (isBehind = () => false) => {
    const { timers } = this.#deps
    const workedMs = timers.now() - this.#since
    if (workedMs < workMsLeast) return false
    let owedMs = Math.min(waitPerWork * workedMs, waitMsAtOnce)
    let hasWaited = false
    for (;;) {
      const isLate = isBehind()
      const leftMs = waitMsInAll - this.#waitedMs
      if (!isLate && (owedMs <= 0 || leftMs <= 0 || !(await this.#serverIsBusy()))) break
      const isOwed = owedMs > 0 && leftMs > 0
      const ms = isOwed ? Math.min(owedMs, lookEveryMs, leftMs) : behindMs
      await timers.sleep(ms)
      // For what is behind it waits as long as that lasts: without it the whole is of no use.
      if (!isLate) this.#waitedMs += ms
      owedMs -= ms
      hasWaited = true
    }
    this.#since = timers.now()
    return hasWaited
  }

  async #serverIsBusy(): Promise<boolean> {
    const { timers, rowsWritten } = this.#deps
    const before = this.#seen
    if (before !== null && timers.now() - before.at < lookEveryMs) return this.#isBusy
    const rows = await rowsWritten()
    this.#seen = { at: timers.now(), rows }
    this.#isBusy = before !== null && isBusy(before, this.#seen)
    return this.#isBusy
  }
}
