// What the use cases of billing need from outside.
import type { Caller, Clock } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { AuditAction } from '../words/index.ts'

export type BillingDeps = {
  database: Database
  clock: Clock
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: { action: AuditAction; details: Readonly<Record<string, string | number | boolean>> },
  ): Promise<void>
}
