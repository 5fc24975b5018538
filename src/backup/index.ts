// The door of backups: made, restored, tried; and how they stand, for whoever has to say so.

export { isOnDiskOf, listBackups } from './backup-folder.ts'
export { type BackupState, backupState } from './backup-state.ts'
export { endChangeLines, isFollowed, removeUnneeded } from './change-line.ts'
export {
  type ChangesSeen,
  changesFailure,
  changesState,
  changesUntil,
  unseenChanges,
} from './change-state.ts'
export type { DrillFound } from './contract.ts'
export { backupDataMap } from './data-map.ts'
export type {
  BackupDeps,
  BackupPlaces,
  BackupSettings,
  ChangesState,
  RestoredData,
  RunKind,
  RunTrigger,
  Sampled,
  UploadLost,
  WorkDeps,
} from './deps.ts'
export { type Drilled, removeDrill } from './drill.ts'
export { type BackupErrorCode, backupErrorCodes, backupErrorKinds } from './errors.ts'
export type { Made } from './make-backup.ts'
export { type ReceiverDeps, receiveChanges } from './receive-changes.ts'
export {
  abandonRestore,
  type RestoreAsked,
  type Restored,
  restoreBackup,
} from './restore-backup.ts'
export { backupRoutes } from './routes.ts'
export { runBackup, runDrill } from './run-work.ts'
export { runSchedule } from './schedule.ts'
export { type DrillGap, drillGap, drillGapOf, tellDrill } from './told/tell-drill.ts'
export { tellFailure } from './told/tell-failure.ts'
export { ChangesWatch } from './watch-changes.ts'
