// What the use cases of governance need from outside.
import type { AccountId, Caller, Clock, MakeId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'

export type GovernanceDeps = {
  database: Database
  clock: Clock
  makeId: MakeId
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: { action: AuditAction; details: Readonly<Record<string, string | number | boolean>> },
  ): Promise<void>
  /** Asked after commit, and waited for: routing opens and closes routes by it. */
  contractsChanged?: () => Promise<void>
}

/** For signed contracts and for what accounts object. */
export type SealingDeps = GovernanceDeps & {
  vault: Pick<Vault, 'sealForInstallation' | 'openForInstallation'>
  /**
   * What would go nowhere without these suppliers: everything, where no open route of `another`
   * carries what those of this one do; or what waits for routes that no other may stand in for.
   * Null: nothing.
   */
  lacksRoute?: (
    tx: Tx,
    accountId: AccountId,
    without: { supplierId: string; barred: ReadonlySet<string> },
  ) => Promise<'another' | { waitingFor: readonly string[] } | null>
  /** Open routes to operators, and whose they are: what could carry messages instead. */
  openRoutes?: () => readonly { name: string; supplierId: string }[]
  /** What waited because its supplier was barred may leave; in the account's transaction. */
  barsChanged?: (tx: Tx, accountId: AccountId) => Promise<void>
}
