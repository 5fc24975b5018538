// What the use cases of contacts need from outside.
import type { Audit } from '../audit/index.ts'
import type { AccountId, Clock, Instant, MakeId, SubjectId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type AccountFacts = {
  /** A sandbox account accepts numbers of the fiction ranges. */
  kind: 'live' | 'sandbox'
  /** ISO 3166-1 alpha-2: how numbers without a country code are meant. */
  country: string
}

export type InForceRule = { consented: string; onOtherBasis: string; values: readonly unknown[] }

/** What consent knows of people: who may be reached by marketing today, and who said no. */
export type MarketingTruth = {
  inForceAmong(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
    at: Instant,
  ): Promise<ReadonlySet<SubjectId>>
  /**
   * The same as two conditions on a row named `person` with a `subject_id`, of which a person fits
   * one at most; they take the first parameters.
   */
  inForceRule(tx: Tx, accountId: AccountId, at: Instant): Promise<InForceRule>
  /** `unknown`: the places of those of whom nobody can say whether they have said no. */
  suppressionsKnown(
    tx: Tx,
    accountId: AccountId,
    tags: readonly Uint8Array[],
  ): Promise<{
    scopes: readonly ('marketing' | 'relational' | 'all' | null)[]
    unknown: ReadonlySet<number>
  }>
}

export type ContactsRoutesDeps = ContactsDeps & { marketing: MarketingTruth }

export type ContactsDeps = {
  database: Database
  vault: Vault
  audit: Audit
  accounts: { facts(tx: Tx, accountId: AccountId): Promise<AccountFacts> }
  clock: Clock
  makeId: MakeId
  /** Told in the transaction in which contacts go: what proves their consents has a day of its own. */
  proofs: { letGo(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<void> }
}
