// A question to the server that has an end, whatever the server does.
import { realTimers } from '../../app/index.ts'
import type { Ask } from '../ask-server.ts'

/** Null: no whole answer in time, none at all, or somebody stopped it. */
export async function askWithin(
  ask: Ask,
  path: string,
  init: RequestInit,
  { ms, stopped }: { ms: number; stopped: AbortSignal | null },
): Promise<Response | null> {
  const given = new AbortController()
  const stop = () => given.abort()
  if (stopped?.aborted === true) return null
  stopped?.addEventListener('abort', stop)
  const cancel = realTimers.after(ms, stop)
  try {
    const answer = await ask(path, { ...init, signal: given.signal })
    const { status, headers } = answer
    const text = await answer.text()
    return new Response(text === '' ? null : text, { status, headers })
  } catch {
    return null
  } finally {
    cancel()
    stopped?.removeEventListener('abort', stop)
  }
}
