// The settings of the mail server: where it is, who logs in there, and whom the mails come from.
import { readFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import type { SmtpSettings } from '../notifications/index.ts'
import { settingFault } from './errors.ts'

/** What the variables say. */
export type MailVariables = {
  server: string | undefined
  passwordFile: string | undefined
  from: string | undefined
  /** Mails hold links, which lead somewhere only with it. */
  hasPublicUrl: boolean
}

export const mailSettings = [
  {
    name: 'ACCORD_SMTP',
    summary:
      'The mail server for e-mails to users. `smtps:` encrypts from the start (port 465), ' +
      '`smtp:` by STARTTLS (port 587), which is required except on loopback. Needs ACCORD_URL ' +
      'and ACCORD_MAIL_FROM.',
    default: '(no e-mail is sent)',
    example: 'smtps://user@mail.example.org',
  },
  {
    name: 'ACCORD_SMTP_PASSWORD_FILE',
    summary:
      'A file with the password of the user in ACCORD_SMTP, on one line. A password in ' +
      'ACCORD_SMTP works too, but whoever lists the variables of the process sees it.',
    default: '(the password in ACCORD_SMTP, or none)',
    example: '/etc/accord/smtp-password',
  },
  {
    name: 'ACCORD_MAIL_FROM',
    summary: 'The address that e-mails come from, with a name if you like.',
    default: '(needed with ACCORD_SMTP)',
    example: 'Accord <accord@example.org>',
  },
] as const

/** Null: nothing is configured, and no mail leaves. */
export function smtpOf(given: MailVariables): SmtpSettings | null {
  const text = given.server
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isSmtp = url?.protocol === 'smtp:' || url?.protocol === 'smtps:'
  if (url === null || !isSmtp || !hasHostAlone(url) || !given.hasPublicUrl) {
    throw settingFault(
      'ACCORD_SMTP',
      'ACCORD_SMTP is no address of a mail server: write it like smtps://user@mail.example.org, without a path, and set ACCORD_URL too.',
    )
  }
  const isEncrypted = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: url.port === '' ? (isEncrypted ? 465 : 587) : Number(url.port),
    tls: isEncrypted ? 'from_start' : isLoopback(host) ? 'plain' : 'starttls',
    login: loginOf(url, given.passwordFile),
    from: fromOf(given.from),
  }
}

const hasHostAlone = ({ hostname, pathname, search, hash, port }: URL) =>
  hostname !== '' && /^\/?$/.test(pathname) && search === '' && hash === '' && port !== '0'

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

function loginOf(url: URL, file: string | undefined): SmtpSettings['login'] {
  const user = decoded(url.username)
  const password = file === undefined ? decoded(url.password) : passwordIn(file)
  if (user === '' && password === '') return null
  if (user === '' || password === '') throw passwordFault()
  return { user, password }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** More is no password. */
const passwordOctetsMax = 1_024

function passwordIn(file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw passwordFault()
  }
  const password = text.replace(/\r?\n$/, '')
  if (password === '' || password.length > passwordOctetsMax || /[\r\n]/.test(password)) {
    throw passwordFault()
  }
  return password
}

const passwordFault = () =>
  settingFault(
    'ACCORD_SMTP_PASSWORD_FILE',
    'The user in ACCORD_SMTP needs a password, and the password a user: write it on one line in the file that ACCORD_SMTP_PASSWORD_FILE names.',
  )

function fromOf(text: string | undefined): SmtpSettings['from'] {
  const parts = /^(?:([^<>"\p{C}]*?)\s*<)?([^\s<>@",;]+@[^\s<>@",;]+)>?$/u.exec(text?.trim() ?? '')
  const address = parts?.[2]
  if (address !== undefined && address.length <= 254) return { name: parts?.[1] ?? '', address }
  throw settingFault(
    'ACCORD_MAIL_FROM',
    'ACCORD_MAIL_FROM is no address: write it like Accord <accord@example.org>.',
  )
}

/** Never the value: it may hold a password. */
