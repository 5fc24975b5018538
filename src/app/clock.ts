// The one real clock, and the machine's own randomness: everything else is given these.
import { randomFillSync } from 'node:crypto'
import type { Randomness, Timers } from '../kernel/index.ts'

export const realTimers: Timers = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

/** Runs at the real pace and shows another time: a demonstration at night shows a working day. */
export function timersAhead(aheadMs: number): Timers {
  return { ...realTimers, now: () => realTimers.now() + aheadMs }
}

const poolOctets = 8192
const pool = new Uint8Array(poolOctets)
let poolAt = poolOctets

/**
 * From a pool, since an id takes ten octets and an import makes a million ids. Never given twice.
 */
export const systemRandomness: Randomness = {
  bytes: (count) => {
    if (count > 64) return randomFillSync(new Uint8Array(count))
    if (poolAt + count > poolOctets) {
      randomFillSync(pool)
      poolAt = 0
    }
    const bytes = pool.slice(poolAt, poolAt + count)
    pool.fill(0, poolAt, poolAt + count)
    poolAt += count
    return bytes
  },
}

/** 32 hex digits, as in W3C Trace Context. */
export function makeTraceId(): string {
  return Buffer.from(systemRandomness.bytes(16)).toString('hex')
}
