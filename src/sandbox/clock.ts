// The clock of the sandbox, which is a process of its own and has no other to be given.
import type { Timers } from '../kernel/index.ts'

export const sandboxTimers: Timers = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

/** For a sender whose own clock is moved: receipts are dated by the same one. */
export function sandboxTimersAhead(aheadMs: number): Timers {
  return { ...sandboxTimers, now: () => sandboxTimers.now() + aheadMs }
}
