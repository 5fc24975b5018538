// The configuration: the only place that reads the environment; each fault is one clear sentence.
import { availableParallelism, homedir } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackupSettings } from '../backup/index.ts'
import type { Language } from '../kernel/index.ts'
import type { SmtpSettings } from '../notifications/index.ts'
import { networkOf } from '../outgoing/index.ts'
import { backupSettingsOf, backupSettingsTold } from './backup-settings.ts'
import { type RefusedSetting, settingFault } from './errors.ts'
import { mailSettings, smtpOf } from './mail-settings.ts'

const logLevels = ['info', 'warn', 'error', 'silent'] as const

export type Config = {
  host: string
  /** 0: any free one. */
  port: number
  dataFolder: string
  keysFolder: string
  /** What all nodes of an installation have to find: uploads at work, the ledgers' tiles. */
  filesFolder: string
  databaseUrl: string | null
  /** The public address, for links, cookies and the origin check; null: the one listened on. */
  publicUrl: string | null
  /** Where short links begin; null: the public address. */
  linkUrl: string | null
  /** An SMPP address, with its password; null: the sandbox operator. */
  operatorUrl: string | null
  /** Networks that are not public and that routes may lead to all the same. */
  privateNetworks: readonly string[]
  /** Networks that are not public and that webhooks may go to all the same. */
  webhookNetworks: readonly string[]
  logLevel: (typeof logLevels)[number]
  /** `stderr`, or a file in the data folder. */
  logTo: 'file' | 'stderr'
  trustProxy: boolean
  /** Seconds' worth of single messages that may wait for a route. */
  backlogSeconds: number
  /** Days between the request to delete an account and its deletion. */
  deletionGraceDays: number
  /** The server that mails to users leave by; null: none leaves. */
  smtp: SmtpSettings | null
  /** Backups of the embedded database. */
  backup: BackupSettings
  /** The engine has a thread of its own, beside that of the requests. */
  hasEngineThread: boolean
  language: Language
}

export type Environment = Readonly<Record<string, string | undefined>>

/** What a machine says besides its variables. */
export type Machine = { isRoot: boolean; home: string; processors: number }

export type Setting = {
  name: string
  summary: string
  default: string
  example: string
}

/** Every variable, for `docs/reference/config.md`; a test holds it equal to what is read. */
export const settings: readonly Setting[] = [
  {
    name: 'ACCORD_PORT',
    summary: 'The port that the web app and the API listen on; 0 takes any free one.',
    default: '8470',
    example: '8080',
  },
  {
    name: 'ACCORD_HOST',
    summary: 'The address to listen on. Another than loopback opens the server to a network.',
    default: '127.0.0.1',
    example: '0.0.0.0',
  },
  {
    name: 'ACCORD_DATA',
    summary: 'The folder of the embedded database, files and logs; outside the clone.',
    default: '/var/lib/accord/data (root), $XDG_DATA_HOME/accord (a user)',
    example: '/srv/accord/data',
  },
  {
    name: 'ACCORD_KEYS',
    summary: 'The folder of the keys, apart from the data; outside the clone.',
    default: '/var/lib/accord/keys (root), $XDG_DATA_HOME/accord-keys (a user)',
    example: '/srv/accord-keys',
  },
  {
    name: 'ACCORD_FILES',
    summary:
      'Where uploaded files, sealed, and the ledgers’ tiles lie; of several nodes, one folder for all.',
    default: '(the folder of ACCORD_DATA)',
    example: '/mnt/accord-files',
  },
  {
    name: 'DATABASE_URL',
    summary:
      'A PostgreSQL (17 or newer) that you run, instead of the embedded one; several hosts, with ' +
      'a comma between, where one takes over from another.',
    default: '(the embedded server)',
    example: 'postgres://accord:secret@db.example:5432/accord',
  },
  {
    name: 'ACCORD_URL',
    summary:
      'The public address, for links and cookies. Without it a live account sends no link by SMS.',
    default: '(the address listened on)',
    example: 'https://sms.example.org',
  },
  {
    name: 'ACCORD_LINK_URL',
    summary:
      'Where short links begin: another name of this server, as short as you have one. Each character counts in an SMS.',
    default: '(ACCORD_URL)',
    example: 'https://lnk.example.org',
  },
  {
    name: 'ACCORD_OPERATOR',
    summary: 'The operator that messages go to by default, by SMPP (smpps: with TLS).',
    default: '(the sandbox operator, which reaches no phone)',
    example: 'smpp://user:password@127.0.0.1:2775',
  },
  {
    name: 'ACCORD_PRIVATE_NETWORKS',
    summary:
      'Networks of your own where operators may stand, with commas between. Without it routes ' +
      'that are added lead to public addresses alone; what ACCORD_OPERATOR names may stand ' +
      'anywhere.',
    default: '(none)',
    example: '10.20.0.0/16, fd12:3456::/48',
  },
  {
    name: 'ACCORD_WEBHOOK_NETWORKS',
    summary:
      'Networks of your own that webhooks may go to, with commas between. Without it they go to ' +
      'public addresses alone. If it names 127.0.0.1, a trial account may also use http to this machine.',
    default: '(none)',
    example: '10.30.0.0/16, 127.0.0.1',
  },
  {
    name: 'ACCORD_LOG',
    summary: 'Where the log goes: `file` (log/accord.log in the data folder) or `stderr`.',
    default: 'file',
    example: 'stderr',
  },
  {
    name: 'ACCORD_LOG_LEVEL',
    summary: `How much is logged: ${logLevels.join(', ')}.`,
    default: 'info',
    example: 'warn',
  },
  {
    name: 'ACCORD_TRUST_PROXY',
    summary: '`yes` when a proxy of yours names the client in X-Forwarded-For.',
    default: 'no',
    example: 'yes',
  },
  {
    name: 'ACCORD_BACKLOG_SECONDS',
    summary:
      'How many seconds of a route’s rate may wait in single messages; beyond, requests get 503.',
    default: '600',
    example: '60',
  },
  {
    name: 'ACCORD_DELETION_GRACE_DAYS',
    summary:
      'How many days after the request an account is deleted; until then an owner can undo it.',
    default: '14',
    example: '30',
  },
  {
    name: 'ACCORD_ENGINE_THREAD',
    summary:
      '`yes`: links, slices and receipts are worked in a thread of their own; `no`: in that of the requests.',
    default: 'yes, on a machine with two processors or more',
    example: 'no',
  },
  ...backupSettingsTold,
  ...mailSettings,
  {
    name: 'ACCORD_LANGUAGE',
    summary: 'The language when a request names none: `fr` or `en`.',
    default: '(the locale of the machine)',
    example: 'fr',
  },
]

export const portDefault = 8470

/** The configuration of this process; `over` are what the command line said. */
export function configFromEnvironment(over: Environment = {}): Config {
  const environment = { ...process.env, ...definedOnly(over) }
  return readConfig(environment, thisMachine())
}

function thisMachine(): Machine {
  const isRoot = process.getuid?.() === 0
  return { isRoot, home: homedir(), processors: availableParallelism() }
}

/** On one processor a second thread is a second memory and no more. */
const threadDefault = ({ processors }: Machine) => (processors > 1 ? 'yes' : 'no')

/** The configuration that these variables alone say: for tests and benches. */
export function configFor(environment: Environment): Config {
  return readConfig(environment, thisMachine())
}

export function readConfig(given: Environment, machine: Machine): Config {
  const environment = withoutEmpty(given)
  const folders = defaultFolders(environment, machine)
  const yesNo = ['yes', 'no'] as const
  const dataFolder = resolve(environment['ACCORD_DATA'] ?? folders.data)
  const keysFolder = resolve(environment['ACCORD_KEYS'] ?? folders.keys)
  const filesFolder = resolve(environment['ACCORD_FILES'] ?? dataFolder)
  demandApart({ dataFolder, filesFolder, keysFolder })
  return {
    host: environment['ACCORD_HOST'] ?? '127.0.0.1',
    port: portOf(environment['ACCORD_PORT']),
    dataFolder,
    keysFolder,
    filesFolder,
    databaseUrl: environment['DATABASE_URL'] ?? null,
    publicUrl: publicUrlOf('ACCORD_URL', environment['ACCORD_URL']),
    linkUrl: publicUrlOf('ACCORD_LINK_URL', environment['ACCORD_LINK_URL']),
    operatorUrl: operatorUrlOf(environment['ACCORD_OPERATOR']),
    privateNetworks: networksOf('ACCORD_PRIVATE_NETWORKS', environment['ACCORD_PRIVATE_NETWORKS']),
    webhookNetworks: networksOf('ACCORD_WEBHOOK_NETWORKS', environment['ACCORD_WEBHOOK_NETWORKS']),
    logLevel: oneOf('ACCORD_LOG_LEVEL', logLevels, environment['ACCORD_LOG_LEVEL'] ?? 'info'),
    logTo: oneOf('ACCORD_LOG', ['file', 'stderr'], environment['ACCORD_LOG'] ?? 'file'),
    trustProxy:
      oneOf('ACCORD_TRUST_PROXY', yesNo, environment['ACCORD_TRUST_PROXY'] ?? 'no') === 'yes',
    backlogSeconds: secondsOf(environment['ACCORD_BACKLOG_SECONDS']),
    deletionGraceDays: graceDaysOf(environment['ACCORD_DELETION_GRACE_DAYS']),
    smtp: smtpOf({
      server: environment['ACCORD_SMTP'],
      passwordFile: environment['ACCORD_SMTP_PASSWORD_FILE'],
      from: environment['ACCORD_MAIL_FROM'],
      hasPublicUrl: environment['ACCORD_URL'] !== undefined,
    }),
    backup: backupSettingsOf(
      {
        folder: environment['ACCORD_BACKUP'],
        keysCopy: environment['ACCORD_BACKUP_KEYS'],
        changes: environment['ACCORD_BACKUP_CHANGES'],
        hour: environment['ACCORD_BACKUP_HOUR'],
        keepDays: environment['ACCORD_BACKUP_DAYS'],
        erasureWaitDays: environment['ACCORD_ERASURE_WAIT_DAYS'],
      },
      { dataFolder, filesFolder, keysFolder },
    ),
    hasEngineThread:
      oneOf(
        'ACCORD_ENGINE_THREAD',
        yesNo,
        environment['ACCORD_ENGINE_THREAD'] ?? threadDefault(machine),
      ) === 'yes',
    language: oneOf(
      'ACCORD_LANGUAGE',
      ['fr', 'en'],
      environment['ACCORD_LANGUAGE'] ?? localeLanguage(environment),
    ),
  }
}

function defaultFolders(environment: Environment, machine: Machine) {
  if (machine.isRoot && environment['XDG_DATA_HOME'] === undefined) {
    return { data: '/var/lib/accord/data', keys: '/var/lib/accord/keys' }
  }
  const base = environment['XDG_DATA_HOME'] ?? join(machine.home, '.local', 'share')
  return { data: join(base, 'accord'), keys: join(base, 'accord-keys') }
}

/** A backup or a `git add` of one must not take the other along. */
function demandApart({
  dataFolder,
  filesFolder,
  keysFolder,
}: Pick<Config, 'dataFolder' | 'filesFolder' | 'keysFolder'>): void {
  const areMixed = (folder: string) => isInside(folder, keysFolder) || isInside(keysFolder, folder)
  if (areMixed(dataFolder) || areMixed(filesFolder)) {
    throw settingFault(
      'ACCORD_KEYS',
      'ACCORD_KEYS and ACCORD_DATA must be two folders, neither within the other: a copy of the data must not take the keys along.',
    )
  }
  const clone = fileURLToPath(new URL('../..', import.meta.url))
  if (isInside(clone, keysFolder)) {
    throw settingFault(
      'ACCORD_KEYS',
      'ACCORD_KEYS lies within the program’s own folder, where the keys could be published with it; choose a folder elsewhere.',
    )
  }
}

function isInside(outer: string, inner: string): boolean {
  const path = relative(outer, inner)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}

function portOf(text: string | undefined): number {
  if (text === undefined) return portDefault
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw settingFault(
    'ACCORD_PORT',
    'ACCORD_PORT is no port: write a number from 1 to 65535, or 0 for any.',
  )
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return 600
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw settingFault(
    'ACCORD_BACKLOG_SECONDS',
    'ACCORD_BACKLOG_SECONDS is no number of seconds: write a whole number from 1 to 999999.',
  )
}

function graceDaysOf(text: string | undefined): number {
  if (text === undefined) return 14
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (days >= 1 && days <= 90) return days
  throw settingFault(
    'ACCORD_DELETION_GRACE_DAYS',
    'ACCORD_DELETION_GRACE_DAYS is no number of days: write a whole number from 1 to 90.',
  )
}

function publicUrlOf(
  name: 'ACCORD_URL' | 'ACCORD_LINK_URL',
  text: string | undefined,
): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && /^\/?$/.test(url.pathname)) {
    return url.origin
  }
  throw settingFault(
    name,
    `${name} is no address of a site: write it like https://sms.example.org, without a path.`,
  )
}

/** `smpp://user:password@host:port`; user and password percent-encoded where they need it. */
function operatorUrlOf(text: string | undefined): string | null {
  if (text === undefined || text === 'sandbox') return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isSmpp = url?.protocol === 'smpp:' || url?.protocol === 'smpps:'
  if (url !== null && isSmpp && url.hostname !== '' && url.username !== '') return text
  throw settingFault(
    'ACCORD_OPERATOR',
    'ACCORD_OPERATOR is no SMPP address: write it like smpp://user:password@127.0.0.1:2775.',
  )
}

function networksOf(
  name: 'ACCORD_PRIVATE_NETWORKS' | 'ACCORD_WEBHOOK_NETWORKS',
  text: string | undefined,
): string[] {
  if (text === undefined) return []
  const networks = text.split(',').map((one) => one.trim())
  if (networks.every((one) => networkOf(one) !== null)) return networks
  throw settingFault(
    name,
    `${name} is no list of networks: write it like 10.20.0.0/16, with commas between several.`,
  )
}

function oneOf<const T extends string>(name: RefusedSetting, words: readonly T[], text: string): T {
  const word = words.find((candidate) => candidate === text)
  if (word !== undefined) return word
  throw settingFault(name, `${name} is none of ${words.join(', ')}.`)
}

function localeLanguage(environment: Environment): Language {
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

/** Never the value: DATABASE_URL and ACCORD_OPERATOR hold passwords. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function definedOnly(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
}
