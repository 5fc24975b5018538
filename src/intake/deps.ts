// What the use cases of intake need from outside.
import type { Audit } from '../audit/index.ts'
import type { ConsentGate, FileConsents, Objections, Wordings } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { AccountId, Caller, Clock, ImportId, MakeId, Timers } from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { Sensitive } from '../sensitive/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { Forecast, ImportForecast, SuppressionCounts } from './contract.ts'

/** Of `of` runners, which one this is: it keeps each batch whose place in the file falls to it. */
export type Share = { index: number; of: number }

/** The work of an import on its file: reading it through, and keeping its rows. */
export type ImportWork = {
  what: 'analyse' | 'run'
  accountId: AccountId
  importId: ImportId
  /** From some size on, a file is kept by several threads; this one keeps its share. */
  share?: Share
  /** How many threads are worth their beginning. */
  runnersMax?: number
  /** How large the file is: it is given its time by that. */
  sizeOctets?: number
}

/** Where files are read: in a process of its own, which may end without anybody else ending. */
export type ReadElsewhere = {
  /** `begin`: asked once it is its turn, before the first octet; false: nothing is left to read. */
  import(work: ImportWork, begin: () => Promise<boolean>): Promise<unknown>
  list(
    caller: Caller,
    input: { octets: AsyncIterable<Uint8Array>; source: string; country: string | null },
  ): Promise<SuppressionCounts>
  /** What an import would do; nothing of it is kept. */
  forecast(
    caller: Caller,
    asked: { importId: ImportId; mapping: Forecast },
  ): Promise<ImportForecast>
  /** Whether this end was the reader's and no word about the file. */
  isCrash(error: unknown): boolean
}

/** `zone`: hours in a file that name no zone are of its clock. */
export type AccountFacts = { kind: 'live' | 'sandbox'; country: string; zone: string }

export type IntakeDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  accounts: { facts(tx: Tx, accountId: AccountId): Promise<AccountFacts> }
  consent: Pick<Wordings, 'listWordings'> &
    FileConsents &
    Pick<Objections, 'recordStops'> &
    Pick<ConsentGate, 'suppressionsOf'>
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
  /** Records a transaction; `intakeLimits.batchRecords` when left out. */
  batchRecords?: number
}

export const intakeLimits = {
  /**
   * Records a transaction: twenty whole pages of keys; each statement and each wait for the disk
   * serves many, and a crash costs less than a second of work.
   */
  batchRecords: 5_120,
  /** From this size on a second thread pays for its beginning. */
  runnersFromOctets: 4 * 1_048_576,
  runnersMax: 2,
  /** The uploaded file is deleted after its import, and after this in any case. */
  fileKeptHours: 24,
  /** The largest file at the slowest pace comes in within this. */
  uploadHoursMax: 48,
  rejectsKeptDays: 30,
  /**
   * Times that a cut-off import is taken up by itself: the last over an hour after the first.
   */
  attemptsMax: 9,
  /** Uploads of an account that lie on disk at once, and their size together. */
  uploadsHeldMax: 100,
  uploadOctetsHeldMax: 20 * 1024 ** 3,
  /** A file that ended its reader so often is not read again. */
  crashesMax: 2,
  sampleCells: 3,
  /** Rows of the file that are shown beside each other before it goes in. */
  previewRows: 5,
  /** Of a larger file, the first records tell an estimate: as many as one batch keeps. */
  forecastRecords: 5_120,
  /** A forecast waits no longer for what another transaction holds. */
  forecastWaitsMs: 2_000,
} as const
