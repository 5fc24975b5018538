// What other rooms may use of preferences: its routes and pages, its data map, its holder.
export { preferencesDataMap } from './data-map.ts'
export type { AnswerPort, PreferencesDeps, RetentionPeriod } from './deps.ts'
export {
  type PreferencesErrorCode,
  preferencesError,
  preferencesErrorKinds,
  preferencesErrors,
} from './errors.ts'
export { preferencesJobs } from './handset-code.ts'
export { hearKeyword } from './hear-keyword.ts'
export { countOpenRequests, preferencesStays, requestsDue } from './requests/request-store.ts'
export { tellDueRequests } from './requests/tell-due.ts'
export { preferencesRoutes } from './routes.ts'
export { preferencesHolder } from './subject-data.ts'
export { sweepPreferences } from './sweep-old.ts'
