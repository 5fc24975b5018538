// What other rooms may use of preferences: its routes and pages, its data map, its holder.
export { preferencesDataMap } from './data-map.ts'
export type { AnswerPort, NamesDecision, PreferencesDeps, RetentionPeriod } from './deps.ts'
export {
  type PreferencesErrorCode,
  preferencesError,
  preferencesErrorKinds,
  preferencesErrors,
} from './errors.ts'
export type { Form } from './form.ts'
export { codeMinutes } from './handset-code.ts'
export { capital, filled, type Html, html, pageText } from './html.ts'
export { preferencesJobs } from './jobs.ts'
export { hearKeyword } from './keywords/hear-keyword.ts'
export { readKeywords } from './keywords/keyword-store.ts'
export { brandOf } from './logo/brand.ts'
export { linkLifeMs } from './page-link.ts'
export { failed as failedPublicly, languageFor, pagesPerMinute } from './public-page.ts'
export {
  countOpenRequests,
  openRequestsOf,
  peopleAsking,
  peopleOfRequests,
  preferencesStays,
  requestsDue,
  requestsOfPeople,
  restrictionOf,
} from './requests/request-store.ts'
export { tellDueRequests } from './requests/tell-due.ts'
export { preferencesRoutes } from './routes.ts'
export { pageLinkTags, readForms } from './store.ts'
export { preferencesHolder } from './subject-data.ts'
export { requestMonths, sweepPreferences } from './sweep-old.ts'
