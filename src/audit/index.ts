// The journal of each account: who viewed what, and who changed what.
export { type Audit, type AuditDeps, createAudit } from './audit.ts'
export { auditDataMap } from './data-map.ts'
export type { AuditActor, AuditDetails, AuditEntry, AuditPage, Deed } from './entry.ts'
export { countLooks, newestLook } from './looks-store.ts'
export {
  countLooksAt,
  countPastLooks,
  deletePastLooks,
  lookCodes,
  oldestLook,
} from './past-looks-store.ts'
export { type AskersOf, forgetReasons, sealPastReasons } from './past-reasons.ts'
