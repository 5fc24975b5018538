// What the registers and the public notice need from outside.
import type { AccountPolicy, Wordings } from '../consent/index.ts'
import type { OwnAddress } from '../http/index.ts'
import type { Caller, Clock, Language, MakeId, Randomness } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'
import type { BreachSource } from './breach-figures.ts'
import type { MeasureType } from './contract.ts'
import type { RetentionPeriod } from './period.ts'

/** A measure that is in place on this installation, in the words of the notice. */
export type Measure = {
  code: string
  type: MeasureType
  text: Readonly<Record<Language, string>>
  /** Changes by itself, such as an age: shown, and no new version of the notice for it. */
  isLive?: boolean
}

/**
 * Other rooms say here what they measured: the self-check, the age of the last backup. They read in
 * the transaction of the notice: another connection could have to wait for this one.
 */
export type MoreMeasures = (tx: Tx) => Promise<readonly Measure[]>

export type DisclosureDeps = OwnAddress & {
  database: Database
  vault: Vault
  clock: Clock
  makeId: MakeId
  randomness: Randomness
  /** The one source of how long what is kept. */
  retentionPeriods(tx: Tx, accountId: Caller['accountId']): Promise<RetentionPeriod[]>
  contacts: {
    controllers(
      tx: Tx,
      accountId: Caller['accountId'],
    ): Promise<readonly { id: string; name: string }[]>
  }
  consent: Pick<Wordings, 'listWordings'> & Pick<AccountPolicy, 'policyOf' | 'switchedOn'>
  keysFolder: string
  dataFolder: string
  moreMeasures: readonly MoreMeasures[]
  /** Those that an account itself takes, such as the training of its users. */
  accountMeasures?: (tx: Tx, accountId: Caller['accountId']) => Promise<readonly Measure[]>
  /** What other rooms' tables say of an account that a breach concerns. */
  breaches: BreachSource
  /** Who did what, into the log that `audit` keeps. */
  record(
    tx: Tx,
    caller: Caller,
    entry: { action: AuditAction; details: Readonly<Record<string, string | number | boolean>> },
  ): Promise<void>
}
