// A real mail server on 127.0.0.1 that keeps what it takes, and can refuse as servers do.
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { testCertificate } from './certificate.ts'

export type TakenMail = { from: string; to: string[]; raw: string; isEncrypted: boolean }

export type MailServer = {
  port: number
  mails: TakenMail[]
  /** What the next recipients and messages are answered with; null: they are taken. */
  refuse(how: { status: number; at: 'recipient' | 'message' } | null): void
  close(): Promise<void>
}

const refusal = (status: number) =>
  Object.assign(new Error('no, never for somebody@example.org'), { responseCode: status })

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: TakenMail[] = []
  let refused: Parameters<MailServer['refuse']>[0] = null
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    ...testCertificate(),
    ...options,
    onRcptTo: (_address, _session, done) => {
      done(refused?.at === 'recipient' ? refusal(refused.status) : null)
    },
    onData: (stream, session, done) => {
      const octets: Buffer[] = []
      stream.on('data', (chunk: Buffer) => octets.push(chunk))
      stream.on('end', () => {
        if (refused?.at === 'message') return done(refusal(refused.status))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(octets).toString('utf8'),
          isEncrypted: session.secure,
        })
        done()
      })
    },
  })
  // A client that leaves in the middle of a handshake is what some tests are about.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    mails,
    refuse: (how) => {
      refused = how
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
