// Names that somebody else chose, resolved a few at once, and waited for no longer than so long.
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { Timers } from '../kernel/index.ts'

/** Rejects with a code as the system's. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

/**
 * Each name that the system resolves holds one of the four threads that files and keys need, too,
 * and nothing lets go of it: a server that answers slowly holds these alone.
 */
const atOnceMax = 2
const waitMs = 5_000
/** A name that was too slow is not asked again for so long, and holds up nobody else meanwhile. */
const asideMs = 5 * 60_000

type Asked = { found: Promise<LookupAddress[]>; waiting: number; hasBegun: boolean }

/** Of the same name at once it asks once. */
export function fewAtOnce(
  timers: Pick<Timers, 'after' | 'now'>,
  ask: Resolve = (host) => lookup(host, { all: true }),
): Resolve {
  const open = new Map<string, Asked>()
  const slow = new Map<string, number>()
  const turns: (() => void)[] = []
  let busy = 0

  async function inTurn(host: string): Promise<LookupAddress[]> {
    if (busy < atOnceMax) busy += 1
    else await new Promise<void>((resolve) => turns.push(resolve))
    try {
      // Nobody waits for it any more.
      const asked = open.get(host)
      if (asked?.waiting === 0) throw tooSlow()
      if (asked !== undefined) asked.hasBegun = true
      return await ask(host)
    } finally {
      open.delete(host)
      const next = turns.shift()
      if (next === undefined) busy -= 1
      else next()
    }
  }

  function askedOf(host: string): Asked {
    const already = open.get(host)
    if (already !== undefined) return already
    const asked: Asked = { found: Promise.resolve([]), waiting: 0, hasBegun: false }
    open.set(host, asked)
    asked.found = Promise.resolve().then(() => inTurn(host))
    return asked
  }

  function isAside(host: string): boolean {
    const now = timers.now()
    for (const [name, until] of slow) if (until <= now) slow.delete(name)
    return slow.has(host)
  }

  return async (host) => {
    if (isAside(host)) throw tooSlow()
    const asked = askedOf(host)
    asked.waiting += 1
    return new Promise<LookupAddress[]>((resolve, reject) => {
      const cancel = timers.after(waitMs, () => {
        // Whoever never had their turn is not slow.
        if (asked.hasBegun) slow.set(host, timers.now() + asideMs)
        reject(tooSlow())
      })
      asked.found.then(resolve, reject).finally(cancel)
    }).finally(() => {
      asked.waiting -= 1
    })
  }
}

const tooSlow = (): NodeJS.ErrnoException =>
  Object.assign(new Error('the name was not resolved in time'), { code: 'EAI_AGAIN' })
