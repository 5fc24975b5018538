// What backups need from outside.
import type { Caller, Instant, MakeId, Randomness, Timers } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import type { Database, Storage, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AuditAction } from '../words/index.ts'

export type BackupSettings = {
  /** Where backups lie; null: they are switched off. */
  folder: string | null
  /** Where the one copy of the keys lies; null: whoever runs the machine copies them. */
  keysCopy: string | null
  /** Whether the changes between two backups are kept too. */
  changes: boolean
  /** The hour of the day, in UTC, from which the nightly one runs. */
  hour: number
  keepDays: number
  /** How long an erasure waits for a younger backup at the longest. */
  erasureWaitDays: number
}

export type BackupPlaces = { dataFolder: string; filesFolder: string; keysFolder: string }

/** One backup, restore or drill, in a process of its own or on the command line. */
export type WorkDeps = {
  storage: Pick<Storage, 'wayIn' | 'asOwner' | 'embedded'>
  database: Database
  vault: Vault
  timers: Timers
  randomness: Randomness
  makeId: MakeId
  settings: BackupSettings
  places: BackupPlaces
  version: string
  /** Opens some people of restored data, as the program does; how many it tried and opened. */
  sample(restored: RestoredData): Promise<Sampled>
}

export type RestoredData = { database: Database; dataFolder: string; keysFolder: string }
/** A contact file that restored data does not have. */
export type UploadLost = { account: number; receivedAt: string; octets: number }
export type Sampled = { tried: number; opened: number }

export type RunKind = 'backup' | 'drill'
export type RunTrigger = 'schedule' | 'staff' | 'command_line'

/**
 * `waiting`: they are kept from the first backup on. `kept`: all but the last seconds. `late`: the
 * receiver is behind, or away. `interrupted`: some after the youngest backup are missing.
 */
export type ChangesState = {
  state: 'off' | 'waiting' | 'kept' | 'late' | 'interrupted'
  from: Instant | null
  until: Instant | null
  octets: number
  /** How long ago what is kept ends, while the receiver is behind. */
  behindMs: number
}

/** What the server does: it shows, asks and schedules; the work is done apart. */
export type BackupDeps = {
  database: Database
  vault: Pick<Vault, 'opensAlone'>
  clock: { now(): Instant }
  randomness: Randomness
  settings: BackupSettings
  places: BackupPlaces
  /** False: DATABASE_URL names the database. */
  isEmbedded: boolean
  logger: Pick<Logger, 'error' | 'info'>
  record(
    tx: Tx,
    caller: Caller,
    entry: { action: AuditAction; details: Readonly<Record<string, string | number | boolean>> },
  ): Promise<void>
  /** How the changes since the youngest backup stand. */
  changes(): Promise<ChangesState>
  /** Contact files that the last restore did not bring, until they are put up again. */
  uploadsLost(): Promise<(UploadLost & { accountName: string })[]>
  /** Begins it and does not wait for its end; false: one is under way already. */
  begin(kind: RunKind, trigger: RunTrigger): boolean
}
