// What the use cases of routing need from outside.
import type { Caller, Clock, MakeId } from '../kernel/index.ts'
import type { OutgoingAddresses } from '../outgoing/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'

export type RoutingDeps = {
  database: Database
  vault: Pick<Vault, 'sealForInstallation' | 'openForInstallation'>
  clock: Clock
  makeId: MakeId
  /** Where links may lead; absent: to public addresses alone. */
  outgoing?: OutgoingAddresses
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: {
      action: AuditAction
      details: Readonly<Record<string, string | number | boolean>>
      /** In the words of who did it; kept sealed. */
      reason?: string
    },
  ): Promise<void>
  /** Told after commit, so that links open and close at once. */
  routesChanged?: () => void
}

/** Of sender names: why one was refused is under the account's key. */
export type SendersDeps = Omit<RoutingDeps, 'vault'> & {
  vault: RoutingDeps['vault'] & Pick<Vault, 'sealForAccount' | 'openForAccount'>
}
