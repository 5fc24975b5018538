// One event, signed as a webhook's, to a program on this machine.
import { realTimers, type Secret, signedHeaders, tlsFaultOf } from '../../app/index.ts'
import type { ListenEvents } from '../../webhooks/contract.ts'

export type HandedOn = { status: number; error: null } | { status: null; error: HandOnError }
export type HandOnError =
  | 'no_answer'
  | 'connection_lost'
  | 'certificate_failed'
  | 'tls_failed'
  | 'not_reached'

const answerWithinMs = 15_000

/** As the server does it: no redirect is followed, and nothing counts but the status. */
export async function handOn(
  { id, body }: ListenEvents['items'][number],
  { to, secret, stopped }: { to: URL; secret: Secret; stopped: AbortSignal },
): Promise<HandedOn> {
  const late = new AbortController()
  const cancel = realTimers.after(answerWithinMs, () => late.abort())
  try {
    const answer = await fetch(to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Accord-Webhooks',
        ...signedHeaders([secret], { id, at: realTimers.now(), body }),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([late.signal, stopped]),
    })
    await answer.body?.cancel()
    return { status: answer.status, error: null }
  } catch (error) {
    return { status: null, error: late.signal.aborted ? 'no_answer' : whyOf(error) }
  } finally {
    cancel()
  }
}

/** A program that ends while it reads was reached. */
function whyOf(error: unknown): HandOnError {
  const { cause } = error as { cause?: { code?: string } }
  const code = cause?.code ?? ''
  const fault = tlsFaultOf(code)
  if (fault !== null) return fault === 'certificate' ? 'certificate_failed' : 'tls_failed'
  return /^(UND_ERR_SOCKET|ECONNRESET|EPIPE|HPE_.*)$/.test(code) ? 'connection_lost' : 'not_reached'
}
