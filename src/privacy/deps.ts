// What the use cases of privacy need from outside.
import type { AccountsDeps, RecordDeed } from '../accounts/index.ts'
import type { ConsentLedger } from '../consent/index.ts'
import type { OwnAddress } from '../http/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { AccountId, Caller, Clock, Instant, MakeId, Randomness } from '../kernel/index.ts'
import type { Mail } from '../notifications/index.ts'
import type { Logger } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

/** What left in one month: counts, and no number. */
export type MonthSent = { month: string; messages: number; parts: number; costMicroEur: number }

/**
 * Senders under which other accounts send too: they do not tell whose a message is, and the ids
 * that the supplier gave to messages do. The latest ids, and whether there were more.
 */
export type SharedSenders = {
  senders: readonly string[]
  ids: readonly string[]
  hasMore: boolean
}

/** A supplier that carried messages of an account. */
export type AccountCarrier = {
  id: string
  name: string
  country: string
  /** An e-mail address, a page of theirs, or null: staff know the way. */
  address: string | null
  /** Why there is nothing to tell: it is this installation, or its own term is over. */
  untold: 'own' | 'not_kept' | null
  people: number
  /** Under which names messages left there. */
  senders: readonly string[]
  /** Null: nobody else uses these senders. */
  shared: SharedSenders | null
  from: Instant
  until: Instant
}

export type ExportedPart = { path: string; bytes: Uint8Array }

export type PrivacyDeps = OwnAddress & {
  database: Database
  vault: Vault
  clock: Clock
  makeId: MakeId
  randomness: Randomness
  jobs: Pick<Jobs, 'enqueue'>
  logger: Pick<Logger, 'info' | 'error'>
  record: RecordDeed
  mail: Mail
  accounts: AccountsDeps
  consent: Pick<ConsentLedger, 'checkpoint' | 'sequenceOnce'>
  /** Names the installation on certificates. */
  originHost: string
  /** Days between the request and the deletion. */
  graceDays: number
  /** Days after which no backup holds what a deletion took away. */
  backupHorizonDays(): number
  /** How many contacts the account has; in its transaction. */
  countPeople(tx: Tx, accountId: AccountId): Promise<number>
  /** What the account let go while it was to be deleted leaves again; in its transaction. */
  accountResumed(tx: Tx, accountId: AccountId): Promise<void>
  /** What bills are made of; in its transaction. */
  monthsSent(tx: Tx, accountId: AccountId): Promise<MonthSent[]>
  /** Which suppliers had numbers of the account's people; in its transaction, before they go. */
  carriers(tx: Tx, accountId: AccountId, at: Instant): Promise<AccountCarrier[]>
  /** Files outside the database, by room: how many each removed. Harmless to repeat. */
  filesBefore: readonly ((accountId: AccountId) => Promise<number>)[]
  /** Those that would be written again while there are rows. */
  filesAfter: readonly ((accountId: AccountId) => Promise<void>)[]
  /** Everything of the account in clear, file by file. */
  exportParts(caller: Caller): AsyncIterable<ExportedPart>
}
