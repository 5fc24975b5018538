// What the use cases of intake need from outside.
import type { Audit } from '../audit/index.ts'
import type { Consent } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { AccountId, Clock, MakeId, Timers } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type IntakeDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  accounts: { facts(tx: Tx, accountId: AccountId): Promise<{ kind: 'live' | 'sandbox' }> }
  consent: Consent
  jobs: Jobs
  audit: Audit
  clock: Clock
  timers: Timers
  makeId: MakeId
  logger: Logger
  /** `ACCORD_DATA`: sealed files lie in its folder `imports`. */
  dataFolder: string
  /** Records a transaction; `intakeLimits.batchRecords` when left out. */
  batchRecords?: number
}

export const intakeLimits = {
  /** One upload: 2 GiB. */
  fileOctetsMax: 2 * 1024 ** 3,
  /**
   * Records a transaction: ten whole pages of keys; large enough for COPY, small enough that the
   * server’s other work waits little.
   */
  batchRecords: 2_560,
  /** The uploaded file is deleted after its import, and after this in any case. */
  fileKeptHours: 24,
  rejectsKeptDays: 30,
  sampleCells: 3,
} as const
