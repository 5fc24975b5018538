// The app: configuration, composition, start and stop.

export { type BackupSettings, changesUntil, isOnDiskOf, listBackups } from '../backup/index.ts'
export { tlsFaultOf } from '../outgoing/index.ts'
export type { RunningPostgres } from '../storage/index.ts'
export { makeSecret, type Secret, signedHeaders } from '../webhooks/index.ts'
export { abandon, backUp, drillBackup, restoreFrom } from './backups.ts'
export { type CheckAsked, checkInstallation } from './check-installation.ts'
export { realTimers, systemRandomness } from './clock.ts'
export { ownRouteName } from './compose-outgoing.ts'
export { type Config, configFor, configFromEnvironment, type Setting, settings } from './config.ts'
export { appErrorCodes } from './errors.ts'
export { checkKeysOnPaper, confirmKeysCopy, recoveryCopyOf, restoreKeys } from './keys.ts'
export { type RunFile, runningServer } from './lock.ts'
export { exportToFolder, importFromFolder } from './move-installation.ts'
export { type AccountLine, type DeletionLine, type Office, openOffice } from './office.ts'
export type { ClassifiedFile } from './reading/classify-file.ts'
export { classifyInReader } from './reading/classify-in-reader.ts'
export { errorCodes, referencePages, roomsOnPaper } from './reference/reference.ts'
export { type RunningApp, startApp } from './start.ts'
export {
  startTemporaryInstallation,
  type TemporaryInstallation,
  type TemporaryOptions,
} from './temporary-installation.ts'
export { version } from './version.ts'
