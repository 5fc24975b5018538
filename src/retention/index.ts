// The door of retention: periods, the nightly deletion, and whether it was applied.
export { accountsNotApplied, notApplied } from './applied.ts'
export { retentionDataMap } from './data-map.ts'
export type { DeletedPage, KindOfData, PastPage, RetentionDeps } from './deps.ts'
export { retentionErrorCodes, retentionErrorKinds } from './errors.ts'
export { type Period, periodsOf } from './period.ts'
export { retentionRoutes } from './routes.ts'
export { recordNight, sweepNight } from './sweep.ts'
