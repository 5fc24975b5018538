// Who looked at what and who changed what, in each account.
export { type Audit, type AuditDeps, createAudit } from './audit.ts'
export { auditDataMap } from './data-map.ts'
export type { AuditDetails, AuditEntry, AuditPage, Deed } from './entry.ts'
