// What is measured before anything is judged; a fact that could not be measured says why.
import type { Instant } from '../kernel/index.ts'
import type { MailError } from '../notifications/index.ts'

/** Each has its sentence, `checkup.unseen.…`. */
export const unseenWhys = [
  'not_running',
  'no_answer',
  'not_linux',
  'no_tool',
  'not_asked',
  'not_told',
  'refused',
] as const
export type UnseenWhy = (typeof unseenWhys)[number]
export type Unseen = { unseen: UnseenWhy }

export const unseen = (why: UnseenWhy): Unseen => ({ unseen: why })

export function isUnseen(fact: unknown): fact is Unseen {
  return typeof fact === 'object' && fact !== null && 'unseen' in fact
}

/** Without its user and password. */
export type MailSettings = {
  host: string
  port: number
  /** `plain`: a server on this machine alone. */
  tls: 'from_start' | 'starttls' | 'plain'
  hasLogin: boolean
  /** Of the address that mails come from. */
  fromDomain: string
}

/** The configuration, without a secret of it. */
export type MachineSettings = {
  /** The public address; null: the one listened on. */
  publicUrl: string | null
  host: string
  trustsProxy: boolean
  dataFolder: string
  filesFolder: string
  keysFolder: string
  /** Null: it goes to standard error. */
  logFolder: string | null
  /** The sandbox operator runs with this server. */
  hasSandboxOperator: boolean
  /** Variables that hold a password which everybody tries first. */
  commonPasswords: readonly string[]
  /** The `Set-Cookie` of a session, as the server writes it. */
  sessionCookie: string
  /** Null: no mail leaves. */
  mail: MailSettings | null
}

export type MailFacts = {
  server: string
  hasLogin: boolean
  /** A server on this machine, where nobody listens in between. */
  isOfMachine: boolean
  /** Null: it encrypts nothing. */
  certificate: Certificate | Unseen | null
  /** What it answered to a connection and a login, with no mail sent; null: it took them. */
  failure: MailError | null
}

export type MailDomain = {
  domain: string
  /** Whether an answer to a mail would arrive anywhere. */
  takesMail: boolean
  /** Who may send in its name, in one record; `everybody`: it lets anybody. */
  spf: 'good' | 'missing' | 'several' | 'everybody'
  /** What whoever gets a mail that does not fit is asked to do; `asks_nothing`: to let it pass. */
  dmarc: 'good' | 'missing' | 'several' | 'asks_nothing'
}

export type Certificate = {
  until: Instant
  /** Why a browser would not trust it; null: it would. */
  refusedBecause: string | null
}

export type Answered = { url: string; headers: Readonly<Record<string, string>> }

export type Disk = {
  folder: string
  freeOctets: number
  /** Of a hundred. */
  freePercent: number
  /** Null where the file system makes as many as are needed. */
  freeInodesPercent: number | null
}

export type FileSystem = {
  type: string
  mountedOn: string
  /** Null where the device cannot be looked through. */
  isEncrypted: boolean | null
  isInMemory: boolean
}

export type KeysFolder = {
  folder: string
  /** Files and folders that others may read, within the keys folder. */
  open: readonly string[]
  /** It belongs to the user that the program runs as. */
  isOwn: boolean
  /** Of these, those that hold it or lie in it. */
  mixedWith: string | null
  fileSystem: FileSystem | Unseen
  /** A folder of snapshots that was found over it. */
  snapshots: string | null
  /** What says that the folder, or one over it, is synchronised or versioned. */
  synced: string | null
  recoveryCheckedAt: Instant | null
}

export type RoleFacts = {
  name: string
  isSuper: boolean
  bypasses: boolean
  /** How many tables of the program belong to it. */
  owns: number
}

export type DatabaseFacts = {
  roles: readonly RoleFacts[]
  accountTables: number
  /** Tables whose rows of other accounts could be read. */
  withoutRowSecurity: readonly string[]
  wire: { isLocal: boolean; isEncrypted: boolean; verifiesServer: boolean }
  sealed: { columns: number; values: number; inClear: readonly string[] }
  clockAheadMs: number
}

export type PostgresFacts = { version: string; releasedOn: string | null; newer: string | null }

export type PasswordFacts = {
  /** What new ones cost. */
  memoryKiB: number
  passes: number
  people: number
  /** Whose stored password is cheaper to guess than that. */
  weak: number
}

export type SessionFacts = { idleMs: number; totalMs: number; open: number; tooLong: number }

export type AttemptFacts = { triesMax: number; perMs: number }

export type ContractFacts = {
  name: string
  state: 'valid' | 'missing' | 'incomplete' | 'expired'
  until: Instant | null
}

export type RouteFacts = { name: string; host: string; isSmpp: boolean; usesTls: boolean }

export type BackupFacts = {
  /** When the newest whole backup was begun; null: there is none. */
  lastAt: Instant | null
  /** When a backup was last tried out, and whether it was good. */
  drill: { at: Instant; isGood: boolean } | null
  /** Of the changes after it: all but the last seconds, none, or not all. */
  changes: 'kept' | 'off' | 'late' | 'behind'
  /** How long ago what is kept of them ends, while they are late. */
  changesBehindMs: number
}

/** Accounts that are old enough to have had a night; `late`: without a good one lately. */
export type RetentionFacts = { looked: number; late: number }

/** Of those who manage the installation or own an account. */
export type SecondFactorFacts = { people: number; enrolled: number }

export type PackageFacts = {
  at: Instant
  /** Packages with a known vulnerability, by how bad it is. */
  severe: readonly string[]
  other: number
}

/** `unknown`: accounts whose messages wait until somebody can say who has objected. */
export type ObjectionFacts = { looked: number; unknown: number }

export type Facts = {
  at: Instant
  isServerSeen: boolean
  settings: MachineSettings
  hasLiveAccounts: boolean | Unseen
  /** Null: there is no https address. */
  certificate: Certificate | Unseen | null
  answer: Answered | Unseen
  keys: KeysFolder | Unseen
  /** What others may read of data and logs. */
  openFiles: { data: readonly string[]; logs: readonly string[] } | Unseen
  disks: readonly Disk[] | Unseen
  database: DatabaseFacts | Unseen
  postgres: PostgresFacts | Unseen
  nodeVersion: string
  isClockKept: boolean | Unseen
  passwords: PasswordFacts | Unseen
  sessions: SessionFacts | Unseen
  attempts: AttemptFacts
  contracts: readonly ContractFacts[] | Unseen
  routes: readonly RouteFacts[] | Unseen
  /** Null: no part of the program makes backups. */
  retention: RetentionFacts | Unseen
  /** Null: no part of the program knows them. */
  objections: ObjectionFacts | Unseen | null
  backup: BackupFacts | null
  /** Null: no part of the program knows second factors. */
  secondFactors: SecondFactorFacts | null
  packages: PackageFacts | Unseen
  /** Null: no mail server is set. */
  mail: MailFacts | Unseen | null
  mailDomain: MailDomain | Unseen | null
}
