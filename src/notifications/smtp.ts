// Gives mails to the mail server of the installation; the library is loaded with the first one.
import { Socket } from 'node:net'

export type SmtpSettings = {
  host: string
  port: number
  /** `plain`: only for a server on this machine, where nobody listens in between. */
  tls: 'from_start' | 'starttls' | 'plain'
  login: { user: string; password: string } | null
  from: { name: string; address: string }
  /** Certificates to trust instead of the system's, in PEM. */
  trusted?: string
}

export type OutgoingMail = {
  /** The same at each try, so that a mail which came twice can be known by it. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  language: string
  /** Where the reader switches such mails off. */
  preferencesUrl: string | null
}

export const mailErrors = [
  'unreachable',
  'timed_out',
  'tls',
  'login',
  'address',
  'refused',
  'switched_off',
  'other',
] as const
export type MailError = (typeof mailErrors)[number]

/** Why a mail was not taken: a word of our own, since the server's may quote an address. */
export class MailFailure extends Error {
  readonly why: MailError
  /** The three digits of the server's answer. */
  readonly status: number | null
  constructor(why: MailError, status: number | null) {
    super(`the mail was not taken: ${why}`)
    this.name = 'MailFailure'
    this.why = why
    this.status = status
  }
  /** No later try would end otherwise (RFC 5321, 4.2.1); a wrong password can be mended. */
  get isFinal(): boolean {
    const isNo = this.status !== null && this.status >= 500
    return isNo && (this.why === 'address' || this.why === 'refused')
  }
}

export type Smtp = {
  readonly server: string
  readonly from: string
  /** Rejects with a MailFailure. */
  send(mail: OutgoingMail): Promise<void>
  /** Connects, encrypts and logs in as for a mail, and sends none; null: all of it went well. */
  tryLogin(withinMs?: number): Promise<MailError | null>
}

const waitMs = { connection: 20_000, greeting: 15_000, silence: 60_000 }
/** Somebody waits for the answer, and no mail is lost. */
const tryWaitMs = { connection: 8_000, greeting: 8_000, silence: 8_000 }
/** A server that says a little now and then is never silent. */
const tryWithinMs = 15_000

export function createSmtp(settings: SmtpSettings): Smtp {
  const { host, port, from } = settings
  let transport: ReturnType<typeof openTransport> | null = null
  return {
    server: `${host}:${port}`,
    from: from.address,
    send: async (mail) => {
      transport ??= openTransport(settings)
      const { preferencesUrl } = mail
      try {
        await (await transport).sendMail({
          messageId: `<${mail.id}@${from.address.split('@')[1] ?? 'localhost'}>`,
          from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': mail.language,
            ...(preferencesUrl === null ? {} : { 'List-Unsubscribe': `<${preferencesUrl}>` }),
          },
        })
      } catch (error) {
        throw failureOf(error)
      }
    },
    tryLogin: async (withinMs = tryWithinMs) => {
      const socket = new Socket()
      const tried = await openTransport(settings, tryWaitMs, socket)
      const over = AbortSignal.timeout(withinMs)
      // It stays set once all went well: the server may be as slow to say goodbye.
      const late = new Promise<MailError>((resolve) => {
        over.addEventListener('abort', () => {
          socket.destroy()
          resolve('timed_out')
        })
      })
      const login = tried.verify().then(
        () => null,
        (error: unknown) => (over.aborted ? 'timed_out' : failureOf(error).why),
      )
      return Promise.race([login, late]).finally(() => tried.close())
    },
  }
}

async function openTransport(
  { host, port, tls, login, trusted }: SmtpSettings,
  wait: typeof waitMs = waitMs,
  socket: Socket | null = null,
) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure: tls === 'from_start',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'plain',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    tls: { minVersion: 'TLSv1.2', ...(trusted === undefined ? {} : { ca: trusted }) },
    connectionTimeout: wait.connection,
    greetingTimeout: wait.greeting,
    socketTimeout: wait.silence,
    ...(socket === null ? {} : { socket }),
    // What a mail holds is text of ours; it reads no file and asks no address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type LibraryError = { code?: unknown; responseCode?: unknown; command?: unknown }

const whyOf: Readonly<Record<string, MailError>> = {
  ECONNECTION: 'unreachable',
  EDNS: 'unreachable',
  ESOCKET: 'unreachable',
  ETIMEDOUT: 'timed_out',
  ETLS: 'tls',
  EAUTH: 'login',
  ENOAUTH: 'login',
  EENVELOPE: 'address',
  EMESSAGE: 'refused',
}

/** Certificates that do not fit come as failures of the socket, with OpenSSL's or Node's code. */
const ofCertificates = /certificate|self-signed|ERR_TLS|altnames/i

function failureOf(error: unknown): MailFailure {
  const { code, responseCode, command } = error as LibraryError
  const status = typeof responseCode === 'number' ? responseCode : null
  // Only of RCPT TO it is about the address: a refused sender can be mended, and is tried again.
  const isOfSender = code === 'EENVELOPE' && command === 'MAIL FROM'
  const why = isOfSender ? 'other' : (whyOf[String(code)] ?? 'other')
  const isOfTls =
    why === 'unreachable' && error instanceof Error && ofCertificates.test(error.message)
  return new MailFailure(isOfTls ? 'tls' : why, status)
}
