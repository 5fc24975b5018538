// The database for the other rooms: transactions, migrations, the embedded server.

export { type BaseFacts, type TakeOctets, takeBaseBackup } from './copies/base-backup.ts'
export {
  type ChangeLine,
  changeLines,
  changePosition,
  dropChangeLine,
  makeChangeLine,
  timelineHistory,
} from './copies/change-slots.ts'
export {
  type ChangeStream,
  type Changes,
  followChanges,
  followMeanwhile,
  isLineLost,
  LineLost,
} from './copies/change-stream.ts'
export {
  boundsOf,
  countTables,
  lastMigration,
  rowsWritten,
  type TableBounds,
  underCopyLock,
} from './copies/count-tables.ts'
export { giveWay, lowerProcess } from './copies/give-way.ts'
export { type Lsn, lsnOf, lsnText, pageStart, recordStart, segmentStart } from './copies/lsn.ts'
export {
  askReplay,
  ChangesWriter,
  endReplay,
  putHistory,
  replayedTo,
  replayedUntil,
} from './copies/put-changes.ts'
export { TarUnpacker } from './copies/unpack-tar.ts'
export { storageDataMap } from './data-map.ts'
export type { Durability } from './durability.ts'
export { versionIn } from './embedded/choose-runtime.ts'
export { endEmbedded } from './embedded/index.ts'
export { chooseServerUser, type ServerUser } from './embedded/server-user.ts'
export { type StorageErrorCode, storageErrorCodes } from './errors.ts'
export { type ExportResult, exportInstallation } from './installation/export-installation.ts'
export { type ImportResult, importIntoStorage } from './installation/import-installation.ts'
export type { MigrationStep } from './migrate.ts'
export {
  joinDatabase,
  openStorage,
  type Storage,
  type StorageOptions,
  type WayIn,
} from './open-storage.ts'
export { makeOwnFolder } from './own-folder.ts'
export { newerRelease, releasedOn } from './postgres-releases.ts'
export type { RunningPostgres } from './running-postgres.ts'
export type { ServerAddress } from './server-address.ts'
export {
  databaseBusy,
  isOfDatabase,
  isUniqueViolation,
  mayPass,
  SqlError,
  withoutValues,
} from './sql-error.ts'
export {
  type AtDoor,
  forgetTurns,
  giveTurnBack,
  type Turn,
  type TurnAsked,
  takeTurn,
} from './throttle-store.ts'
export {
  type Asks,
  type CopyColumn,
  type CopyType,
  type Database,
  partOf,
  type Result,
  type Statement,
  type TransactionOptions,
  type Tx,
  toTimestamp,
} from './transaction.ts'
export { turnOver } from './turn-over.ts'
export {
  type ArrayColumn,
  type ArrayType,
  type ArrayValue,
  arrayOf,
  type BinaryArray,
  ColumnLists,
  columnArrays,
} from './wire/array-binary.ts'
export { type InsertColumn, type InsertPlan, InsertRows } from './wire/insert-rows.ts'
