// What the use cases of intake need from outside.
import type { Audit } from '../audit/index.ts'
import type { Consent } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { AccountId, Clock, ImportId, MakeId, Timers } from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { Sensitive } from '../sensitive/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { Share } from './turns.ts'

/** What is long in an import: reading the file through, and keeping its rows. */
export type ImportWork = {
  what: 'analyse' | 'run'
  accountId: AccountId
  importId: ImportId
  /** From some size on, a file is kept by several threads; this one keeps its share. */
  share?: Share
  /** How many threads are worth their beginning. */
  runnersMax?: number
}

export type AccountFacts = { kind: 'live' | 'sandbox'; country: string }

export type IntakeDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  accounts: { facts(tx: Tx, accountId: AccountId): Promise<AccountFacts> }
  consent: Consent
  sensitive: Pick<Sensitive, 'checkColumns' | 'keep' | 'takeBack'>
  jobs: Jobs
  audit: Audit
  clock: Clock
  timers: Timers
  makeId: MakeId
  logger: Logger
  metrics: Pick<Metrics, 'count'>
  /** `ACCORD_DATA`: sealed files lie in its folder `imports`. */
  dataFolder: string
  /** Does the long work of an import in another thread; in this one when left out. */
  elsewhere?: (work: ImportWork) => Promise<void>
  /** Records a transaction; `intakeLimits.batchRecords` when left out. */
  batchRecords?: number
}

export const intakeLimits = {
  /** One upload: 2 GiB. */
  fileOctetsMax: 2 * 1024 ** 3,
  /**
   * Records a transaction: twenty whole pages of keys; each statement and each wait for the disk
   * serves many, and a crash costs less than a second of work.
   */
  batchRecords: 5_120,
  /** Files from this size on are read and kept in a thread of their own. */
  threadFromOctets: 1_048_576,
  /** From this size on a second thread pays for its beginning. */
  runnersFromOctets: 4 * 1_048_576,
  runnersMax: 2,
  /** The uploaded file is deleted after its import, and after this in any case. */
  fileKeptHours: 24,
  rejectsKeptDays: 30,
  /** Times that a cut-off import is taken up by itself: the last some fifty minutes after the first. */
  attemptsMax: 8,
  sampleCells: 3,
  /** A suppression list is held whole while it is read: some four million numbers. */
  listOctetsMax: 64 * 1024 ** 2,
} as const
