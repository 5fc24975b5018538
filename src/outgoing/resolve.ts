// Names that somebody else chose, resolved some at once, and waited for no longer than so long.
import type { LookupAddress } from 'node:dns'
import type { Timers } from '../kernel/index.ts'
import { askNetwork } from './ask-network.ts'

/** Rejects with a code as the system's. */
export type Resolve = (host: string) => Promise<LookupAddress[]>
/** `signal`: nobody waits for it any more, and it lets go of all that it holds. */
export type AskName = (host: string, signal: AbortSignal) => Promise<LookupAddress[]>

/** Each holds a few sockets. */
const atOnceMax = 32
/** From its turn on: a name that is not answered by then gives its place to another. */
const askMs = 4_000
/** With the wait for a turn. */
const waitMs = 5_000
/**
 * A name that was too slow is not asked again for so long, and holds up nobody else meanwhile. Not
 * longer: where all servers are away for a moment, each good name is one of these.
 */
const asideMs = 60_000

type Asked = { found: Promise<LookupAddress[]>; waiting: number }

/** Of the same name at once it asks once. */
export function fewAtOnce(
  timers: Pick<Timers, 'after' | 'now'>,
  ask: AskName = (host, signal) => askNetwork(host, { signal, timers }),
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
      if (open.get(host)?.waiting === 0) throw tooSlow()
      return await within(
        timers,
        askMs,
        (signal) => ask(host, signal),
        () => {
          slow.set(host, timers.now() + asideMs)
        },
      )
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
    const asked: Asked = { found: Promise.resolve([]), waiting: 0 }
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
    // Whoever never had their turn is not slow.
    return within(timers, waitMs, () => asked.found).finally(() => {
      asked.waiting -= 1
    })
  }
}

/** Whatever it is that is asked, the wait is over in time. */
function within(
  timers: Pick<Timers, 'after'>,
  ms: number,
  ask: (signal: AbortSignal) => Promise<LookupAddress[]>,
  late: () => void = () => undefined,
): Promise<LookupAddress[]> {
  const given = new AbortController()
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => {
      late()
      reject(tooSlow())
      given.abort()
    })
    ask(given.signal).then(resolve, reject).finally(cancel)
  })
}

const tooSlow = (): NodeJS.ErrnoException =>
  Object.assign(new Error('the name was not resolved in time'), { code: 'EAI_AGAIN' })
