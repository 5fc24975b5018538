// What the use cases of links need from outside.
import type { OwnAddress } from '../http/index.ts'
import type { Caller, Clock, MakeId, Randomness } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { AuditAction } from '../words/index.ts'

export type LinksDeps = OwnAddress & {
  database: Database
  clock: Clock
  randomness: Randomness
  makeId: MakeId
  logger: Logger
  /** Where short addresses begin, as `https://lnk.example.org`; null: the public address. */
  linkUrl: string | null
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: { action: AuditAction; details: Readonly<Record<string, string | number | boolean>> },
  ): Promise<void>
}
