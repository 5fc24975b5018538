// The mail server as a mail would meet it, without one: its certificate and the login.
import { connect as connectPlain, type Socket } from 'node:net'
import type { CheckupDeps } from '../deps.ts'
import {
  type Certificate,
  type MailFacts,
  type MailSettings,
  type Unseen,
  unseen,
} from '../facts.ts'
import { certificateOver, lookAtCertificate } from './server.ts'

const waitMs = 8_000
/** Of a whole look: a server that says a little now and then is never silent. */
const lookWithinMs = 15_000

/** Null: no mail server is set. */
export async function measureMail(
  { settings, ports }: Pick<CheckupDeps, 'settings' | 'ports'>,
  withinMs: number = lookWithinMs,
): Promise<MailFacts | Unseen | null> {
  const { mail } = settings
  if (mail === null) return null
  if (ports.tryMail === undefined) return unseen('not_told')
  const { host, port, tls, hasLogin } = mail
  const [certificate, failure] = await Promise.all([
    measureMailCertificate(mail, AbortSignal.timeout(withinMs)),
    ports.tryMail(),
  ])
  return {
    ...{ server: `${host}:${port}`, hasLogin, isOfMachine: tls === 'plain' },
    ...{ certificate, failure },
  }
}

async function measureMailCertificate(
  { host, port, tls }: MailSettings,
  over: AbortSignal,
): Promise<Certificate | Unseen | null> {
  if (tls === 'plain') return null
  if (tls === 'from_start') return lookAtCertificate({ host, port }, waitMs, over)
  const socket = await startedTls({ host, port }, over)
  if (socket === null) return unseen('no_answer')
  return certificateOver(socket, host, { timeout: waitMs, over })
}

/** More is no answer of a mail server. */
const answerMax = 16_384

/** A connection on which the server has agreed to encrypt from the next octet on (RFC 3207). */
function startedTls(
  { host, port }: { host: string; port: number },
  over: AbortSignal,
): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connectPlain({ host, port, timeout: waitMs })
    const steps = ['EHLO localhost\r\n', 'STARTTLS\r\n']
    let heard = ''
    const late = () => end(null)
    over.addEventListener('abort', late)
    const end = (found: Socket | null) => {
      over.removeEventListener('abort', late)
      socket.removeAllListeners()
      // Whoever takes it listens from here on; nobody else may fall over it.
      socket.on('error', () => undefined)
      if (found === null) socket.destroy()
      resolve(found)
    }
    socket.setEncoding('latin1')
    socket.on('data', (text) => {
      heard += String(text)
      if (heard.length > answerMax) return end(null)
      // The last line of an answer has a space after its code (RFC 5321, 4.2.1).
      const [, code] = /^(\d{3}) [^\n]*\n$/m.exec(heard) ?? []
      if (code === undefined) return
      heard = ''
      if (!code.startsWith('2')) return end(null)
      const next = steps.shift()
      if (next !== undefined) return socket.write(next)
      return end(socket)
    })
    for (const event of ['error', 'timeout', 'close'] as const) socket.once(event, () => end(null))
  })
}
