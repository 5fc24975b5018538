// Public interface of privacy: the deletion of an account, the erasure of a person.
export { askDeletion } from './account-deletion/ask-deletion.ts'
export { carryOut } from './account-deletion/carry-out.ts'
export { certificateOfDeletion, pageOfDeletions } from './account-deletion/manage-deletions.ts'
export { undoDeletion } from './account-deletion/undo-deletion.ts'
export {
  deleteRestored,
  lookAfterDeletions,
  watchDeletions,
} from './account-deletion/watch-deletions.ts'
export { csvLine } from './account-export/csv.ts'
export { readMe } from './account-export/readme.ts'
export { exportTables } from './account-export/write-tables.ts'
export { privacyDataMap } from './data-map.ts'
export type { AccountCarrier, ExportedPart, MonthSent, PrivacyDeps } from './deps.ts'
export { type PrivacyErrorCode, privacyErrorCodes, privacyErrorKinds } from './errors.ts'
export { privacyJobs } from './jobs.ts'
export { completeErasures } from './person-erasure/complete-erasures.ts'
export type { ErasePersonDeps, ErasureDeps, LastDrill, Recipient } from './person-erasure/deps.ts'
export { erasures } from './person-erasure/erase-person.ts'
export { erasureRoutes } from './person-erasure/erasure-routes.ts'
export { erasureByLink, keptOfRequest } from './person-erasure/manage-erasures.ts'
export { countNotices } from './person-erasure/notices.ts'
export { noteProgramTold, programsUntold } from './person-erasure/program-store.ts'
export { privacyRoutes } from './routes.ts'
