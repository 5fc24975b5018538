// The one real clock, and the machine's own randomness: everything else is given these.
import { randomFillSync } from 'node:crypto'
import { type MakeId, type Randomness, type Timers, uuidV7 } from '../kernel/index.ts'

export const realTimers: Timers = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

const poolOctets = 8192
const pool = Buffer.alloc(poolOctets)
let poolAt = poolOctets

/** From a pool, since an id takes ten octets and an import makes a million ids. Never given twice. */
export const systemRandomness: Randomness = {
  bytes: (count) => {
    if (count > 64) return randomFillSync(new Uint8Array(count))
    if (poolAt + count > poolOctets) {
      randomFillSync(pool)
      poolAt = 0
    }
    const bytes = new Uint8Array(pool.subarray(poolAt, poolAt + count))
    pool.fill(0, poolAt, poolAt + count)
    poolAt += count
    return bytes
  },
}

export const makeId: MakeId = () => uuidV7(realTimers.now(), systemRandomness.bytes(10))

/** 32 hex digits, as in W3C Trace Context. */
export function makeTraceId(): string {
  return Buffer.from(systemRandomness.bytes(16)).toString('hex')
}
