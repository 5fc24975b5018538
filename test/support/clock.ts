// Time and chance that a test owns: a clock that moves when told to, and bytes from a seed.
import { createHash } from 'node:crypto'
import {
  type Clock,
  type Instant,
  idMaker,
  type MakeId,
  type Randomness,
  type Timers,
} from '../../src/kernel/index.ts'

export type TestClock = Timers & {
  /** Moves on, calling back whatever falls due on the way, in its order. */
  advance(ms: number): Promise<void>
  set(iso: string): void
}

type Waiting = { at: Instant; order: number; call: () => void }

/** A clock that stands still until `advance`. */
export function testClock(startIso = '2026-11-25T09:00:00Z'): TestClock {
  let now = Date.parse(startIso)
  let elapsed = 0
  let order = 0
  const waiting = new Set<Waiting>()
  const after = (ms: number, call: () => void): (() => void) => {
    order += 1
    const entry = { at: now + Math.max(0, ms), order, call }
    waiting.add(entry)
    return () => {
      waiting.delete(entry)
    }
  }
  const next = (until: Instant): Waiting | undefined =>
    [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0]
  return {
    now: () => now,
    monotonicMs: () => elapsed,
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    advance: async (ms) => {
      const until = now + ms
      await settle()
      for (let due = next(until); due !== undefined; due = next(until)) {
        waiting.delete(due)
        elapsed += Math.max(0, due.at - now)
        now = Math.max(now, due.at)
        due.call()
        await settle()
      }
      elapsed += Math.max(0, until - now)
      now = until
    },
    set: (iso) => {
      now = Date.parse(iso)
    },
  }
}

/** Lets promises and sockets that are ready go on before time does. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** The machine's own clock, for what truly waits: processes, sockets. */
export const realTimers: Timers = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

/** The same bytes for the same seed. */
export function seededRandomness(seed: number | string = 1): Randomness {
  let block = 0
  let left = Buffer.alloc(0)
  return {
    bytes: (count) => {
      const parts = [left]
      for (let length = left.length; length < count; length += 32) {
        block += 1
        parts.push(createHash('sha256').update(`${seed}:${block}`).digest())
      }
      const all = Buffer.concat(parts)
      left = all.subarray(count)
      return new Uint8Array(all.subarray(0, count))
    },
  }
}

/** UUIDv7s from a clock and a seed; two makers with other seeds never meet. */
export function makeTestId(
  clock: Clock = realTimers,
  randomness: Randomness = seededRandomness(),
): MakeId {
  return idMaker(clock, randomness)
}
