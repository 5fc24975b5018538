// What retention needs from outside: the kinds of data, each from the room that owns it.
import type { Audit } from '../audit/index.ts'
import type { AccountId, Clock, Instant } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { RetentionKind, SparedKind } from './contract.ts'

/** Rows that went, by what they were. */
export type RowCounts = Readonly<Record<string, number>>

export type PastPage = {
  /** What is older goes, unless something still needs it. */
  before: Instant
  after: string | null
  limit: number
}
export type DeletedPage = {
  /** Of the kind itself: messages, replies, imports. */
  deleted: number
  rows: RowCounts
  /** Where to go on; null: nothing is left behind it. */
  last: string | null
}

/** `count` and `deleteSome` must rest on one condition: the preview is what will go. */
export type KindOfData = {
  kind: RetentionKind
  count(tx: Tx, accountId: AccountId, past: { before: Instant; most: number }): Promise<number>
  /** What would go by that condition, and stays since its people’s data may only be kept. */
  countSpared?(
    tx: Tx,
    accountId: AccountId,
    past: { before: Instant; most: number },
  ): Promise<number>
  deleteSome(tx: Tx, accountId: AccountId, page: PastPage): Promise<DeletedPage>
  /**
   * Once no page is left: what nothing hangs on any more, some of it in each transaction. False:
   * there may be more.
   */
  tidyUp?(tx: Tx, accountId: AccountId, past: { before: Instant; at: Instant }): Promise<boolean>
  /** When the oldest that is left came in. */
  oldest(tx: Tx, accountId: AccountId): Promise<Instant | null>
}

export type RetentionDeps = {
  database: Database
  audit: Pick<Audit, 'record'>
  clock: Clock
  logger: Pick<Logger, 'error'>
  kinds: readonly KindOfData[]
  /** Whose data may only be kept (GDPR 18), and what stays of it that has a rule of its own. */
  restricted?: {
    countPeople(tx: Tx, accountId: AccountId): Promise<number>
    kinds: readonly {
      kind: Exclude<SparedKind, RetentionKind>
      count(tx: Tx, accountId: AccountId): Promise<number>
    }[]
  }
}
