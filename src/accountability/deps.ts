// What impact assessments, training and reviews need from outside.
import type { KeptRun } from '../checkup/index.ts'
import type { DisclosureDeps } from '../disclosure/index.ts'
import type { AccountId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'

export type AccountabilityDeps = DisclosureDeps & {
  /** What other rooms' tables say of the people of an account; in its transaction. */
  counts: {
    people(tx: Tx, accountId: AccountId): Promise<number>
    /** Of people below the age of consent, those for whom a parent's word was recorded. */
    children(tx: Tx, accountId: AccountId): Promise<number>
  }
  lastCheckup(tx: Tx): Promise<KeptRun | null>
}

/** Whose entries: an account's, or those of the installation (null). */
export type Whose = AccountId | null

/** An account as controller, or the installation as processor. */
export type Scope = 'account' | 'installation'
