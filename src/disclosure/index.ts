// The door of disclosure: the registers of processing, and the public notice.
export type { BreachSource, RecordKind } from './breach-figures.ts'
export { breachesDue } from './breaches/watch-breaches.ts'
export { disclosureDataMap } from './data-map.ts'
export type { DisclosureDeps, Measure, MoreMeasures } from './deps.ts'
export { type DisclosureErrorCode, disclosureErrorCodes, disclosureErrorKinds } from './errors.ts'
export { readOperator } from './facts/installation-facts.ts'
export {
  type PeriodsDeps,
  periodSentence,
  retentionPeriods,
} from './facts/retention-periods.ts'
export { noticePath } from './notice/page-code.ts'
export type { RetentionPeriod } from './period.ts'
export { disclosureRoutes } from './routes.ts'
export { countUndeclared, watchDisclosure } from './watch.ts'
