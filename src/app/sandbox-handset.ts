// The simulated phones of the sandbox: they answer when somebody tells them to.
import type { Handset } from '../sending/index.ts'

const timeoutMs = 5_000

/** Over the sandbox operator's control port, on this machine. */
export const sandboxHandset = (controlPort: number): Handset => ({
  reply: async ({ from, to, text }) => {
    try {
      const answer = await fetch(`http://127.0.0.1:${controlPort}/mo`, {
        method: 'POST',
        body: JSON.stringify({ from: from.slice(1), to, text }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      await answer.body?.cancel()
      return answer.status === 202
    } catch {
      // It has just ended, and is about to begin again.
      return false
    }
  },
})
