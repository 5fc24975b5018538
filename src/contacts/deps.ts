// What the use cases of contacts need from outside.
import type { Audit } from '../audit/index.ts'
import type { AccountId, Clock, MakeId, SubjectId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type AccountFacts = {
  /** A sandbox account accepts numbers of the fiction ranges. */
  kind: 'live' | 'sandbox'
  /** ISO 3166-1 alpha-2: how numbers without a country code are meant. */
  country: string
}

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
