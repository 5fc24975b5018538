// What the running server answers: its headers, by its public address where that can be reached,
// and the certificate there.
import type { Socket } from 'node:net'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import { type Answered, type Certificate, type Unseen, unseen } from '../facts.ts'

const waitMs = 4_000
/** Of a whole look: whoever sends an octet now and then is never silent. */
const withinMs = 15_000

/** The public address first: what stands in front of the server is what browsers meet. */
export async function measureAnswer(
  publicUrl: string | null,
  ownUrl: string | null,
): Promise<Answered | Unseen> {
  if (ownUrl === null && publicUrl === null) return unseen('not_running')
  for (const url of [publicUrl, ownUrl]) {
    const headers = url === null ? null : await headersOf(url)
    if (url !== null && headers !== null) return { url, headers }
  }
  return unseen(ownUrl === null ? 'not_running' : 'no_answer')
}

async function headersOf(url: string): Promise<Record<string, string> | null> {
  try {
    const signal = AbortSignal.timeout(waitMs)
    const answer = await fetch(new URL('/', url), { redirect: 'manual', signal })
    await answer.body?.cancel()
    return Object.fromEntries(answer.headers)
  } catch {
    return null
  }
}

/** Null: the address is none that has a certificate. */
export async function measureCertificate(
  publicUrl: string | null,
): Promise<Certificate | Unseen | null> {
  const url = publicUrl === null ? null : new URL(publicUrl)
  if (url?.protocol !== 'https:') return null
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return lookAtCertificate({ host, port: url.port === '' ? 443 : Number(url.port) }, waitMs)
}

const nameFor = (host: string) => (/^[\d.]+$|:/.test(host) ? {} : { servername: host })

/** Whoever is not to be trusted is looked at all the same, to say why. */
export const lookAtCertificate = (
  { host, port }: { host: string; port: number },
  timeout: number,
  over: AbortSignal = AbortSignal.timeout(withinMs),
): Promise<Certificate | Unseen> =>
  certificateIn(
    connect({ ...{ host, port, timeout }, ...nameFor(host), rejectUnauthorized: false }),
    over,
  )

/** On a connection that begins to encrypt now. */
export const certificateOver = (
  socket: Socket,
  host: string,
  { timeout, over }: { timeout: number; over: AbortSignal },
): Promise<Certificate | Unseen> =>
  certificateIn(
    connect({ ...{ socket, timeout, host }, ...nameFor(host), rejectUnauthorized: false }),
    over,
  ).finally(() => socket.destroy())

function certificateIn(socket: TLSSocket, over: AbortSignal): Promise<Certificate | Unseen> {
  return new Promise((resolve) => {
    const end = (found: Certificate | Unseen) => {
      over.removeEventListener('abort', late)
      socket.destroy()
      resolve(found)
    }
    const late = () => end(unseen('no_answer'))
    over.addEventListener('abort', late)
    socket.once('secureConnect', () => {
      const until = Date.parse(certificateOf(socket.getPeerCertificate()))
      const refusedBecause = socket.authorized ? null : reasonOf(socket.authorizationError)
      end(Number.isNaN(until) ? unseen('no_answer') : { until, refusedBecause })
    })
    socket.once('timeout', () => end(unseen('no_answer')))
    socket.once('error', () => end(unseen('no_answer')))
    socket.once('close', () => end(unseen('no_answer')))
  })
}

const certificateOf = (peer: PeerCertificate | Record<string, never>) =>
  'valid_to' in peer ? peer.valid_to : ''

/** A code of Node's, as DEPTH_ZERO_SELF_SIGNED_CERT. */
function reasonOf(error: Error | string | null): string {
  if (error === null) return 'UNKNOWN'
  return typeof error === 'string' ? error : ((error as { code?: string }).code ?? error.message)
}
