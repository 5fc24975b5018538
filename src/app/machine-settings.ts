// What the self-check may know of the configuration: no password of it, but whether one is common.
import { join } from 'node:path'
import { cookieText, sessionLimits } from '../accounts/index.ts'
import type { MachineSettings } from '../checkup/index.ts'
import type { Config } from './config.ts'

/** Which a guesser tries first, with the examples of guides and images. */
const common = new Set([
  ...['', 'password', 'passw0rd', 'secret', 'accord', 'postgres', 'admin', 'root', 'changeme'],
  ...[
    'test',
    'guest',
    'demo',
    'default',
    'example',
    '123456',
    '12345678',
    'smppclient',
    'motdepasse',
  ],
])

type Known = Pick<
  Config,
  | 'publicUrl'
  | 'host'
  | 'trustProxy'
  | 'dataFolder'
  | 'filesFolder'
  | 'keysFolder'
  | 'logTo'
  | 'operatorUrl'
  | 'databaseUrl'
  | 'smtp'
>

export function machineSettingsOf(config: Known): MachineSettings {
  const { publicUrl, host, trustProxy, dataFolder, filesFolder, keysFolder, operatorUrl } = config
  const secureCookie = publicUrl?.startsWith('https:') ?? false
  return {
    ...{ publicUrl, host, dataFolder, filesFolder, keysFolder },
    trustsProxy: trustProxy,
    logFolder: config.logTo === 'file' ? join(dataFolder, 'log') : null,
    hasSandboxOperator: operatorUrl === null,
    commonPasswords: commonIn(config),
    mail: mailOf(config.smtp),
    sessionCookie: cookieText(
      { secureCookie },
      { of: 'session', value: '…', ageMs: sessionLimits.totalMs },
    ),
  }
}

function mailOf(smtp: Known['smtp']): MachineSettings['mail'] {
  if (smtp === null) return null
  const { host, port, tls, login, from } = smtp
  const fromDomain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return { host, port, tls, hasLogin: login !== null, fromDomain }
}

/** The names of variables. A database on a socket of this machine may let its user in without. */
function commonIn({ operatorUrl, databaseUrl, smtp }: Known): string[] {
  const found: string[] = []
  if (isCommon(passwordOf(operatorUrl))) found.push('ACCORD_OPERATOR')
  const ofDatabase = passwordOf(databaseUrl)
  if (ofDatabase !== '' && isCommon(ofDatabase)) found.push('DATABASE_URL')
  if (isCommon(smtp?.login?.password ?? null)) found.push('ACCORD_SMTP')
  return found
}

const isCommon = (password: string | null) =>
  password !== null && common.has(password.toLowerCase())

function passwordOf(url: string | null): string | null {
  if (url === null) return null
  const password = /^[a-z]+:\/\/[^/@:]*:([^/@]*)@/i.exec(url)?.[1] ?? ''
  try {
    return decodeURIComponent(password)
  } catch {
    return password
  }
}
