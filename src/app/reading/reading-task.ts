// What is asked of the process that reads files, and what it answers: words between three programs.
import type { Forecast, ImportForecast, ImportWork, SuppressionCounts } from '../../intake/index.ts'
import type { Caller, ImportId } from '../../kernel/index.ts'
import type { CounterName, Labels } from '../../observability/index.ts'
import type { ImportCounts } from '../../receipts/index.ts'
import type { LogLine, ToldError } from '../threads/thread.ts'
import type { ThreadPlaces } from '../threads/thread-infrastructure.ts'
import type { ClassifiedFile } from './classify-file.ts'

/** Every work on a file from outside: there is no other way to read one. */
export type ReadingTask =
  | { kind: 'import'; work: ImportWork }
  | { kind: 'forecast'; caller: Caller; importId: ImportId; mapping: Forecast }
  | { kind: 'list'; caller: Caller; source: string; country: string | null }
  | { kind: 'receipts'; caller: Caller; ledgerKey: string | null }
  | { kind: 'classify'; path: string; sheet: string | null }

export type ReadingResults = {
  import: null
  forecast: ImportForecast
  list: SuppressionCounts
  receipts: ImportCounts
  classify: ClassifiedFile
}

/** Where the reader finds the database, the keys and sealed files; it opens them by itself. */
export type ReadingPlaces = ThreadPlaces & { dataFolder: string; originHost: string }

export type Order = { task: ReadingTask; places: ReadingPlaces | null }

export type ToReading =
  | { kind: 'begin'; order: Order; runners: number }
  | { kind: 'octets'; octets: Uint8Array }
  | { kind: 'octets_end' }
  /** Whoever sends the file broke off: what the other side is told is known on this one. */
  | { kind: 'octets_failed' }

export type FromReading =
  | LogLine
  | { kind: 'count'; name: CounterName; labels: Labels; by: number }
  | { kind: 'wants_octets' }
  /** Said every few seconds: a reader that is stuck in one statement does not say it. */
  | { kind: 'alive' }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; error: ToldError }
  | { kind: 'crashed'; why: CrashReason }

export type CrashReason = 'memory' | 'time' | 'bug' | 'ended'
