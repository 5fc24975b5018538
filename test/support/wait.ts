// Waits in a scenario until something is so, and says what it waited for when it never is.
import { realTimers } from './clock.ts'

/**
 * From the sources, on a machine with much to do, a process that reads files takes long to begin.
 */
const waitMsMax = 90_000
const lookEveryMs = 50

/** Looks until the answer is not null. */
export async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  const startedAt = realTimers.now()
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (realTimers.now() - startedAt > waitMsMax) {
      throw new Error(`not so after ${waitMsMax} ms: ${look.toString().slice(0, 300)}`)
    }
    await realTimers.sleep(lookEveryMs)
  }
}
