// The door of disclosure: the registers of processing, and the public notice.
export type { BreachSource, RecordKind } from './breach-figures.ts'
export {
  breachesDue,
  ownBreachesDue,
  ownBreachName,
  ownBreachWhen,
} from './breaches/watch-breaches.ts'
export { disclosureDataMap } from './data-map.ts'
export type { DisclosureDeps, Measure, MoreMeasures } from './deps.ts'
export { type DisclosureErrorCode, disclosureErrorCodes, disclosureErrorKinds } from './errors.ts'
export { type AccountFacts, accountFacts } from './facts/account-facts.ts'
export {
  type InstallationFacts,
  installationFacts,
  readOperator,
} from './facts/installation-facts.ts'
export { nameOfPlace } from './facts/processings.ts'
export {
  type PeriodsDeps,
  periodSentence,
  retentionPeriods,
} from './facts/retention-periods.ts'
export { zoneOfInstallation } from './notice/common-parts.ts'
export { othersOfAccount } from './notice/other-recipients.ts'
export { noticePath } from './notice/page-code.ts'
export { contractInForce, countryIn, dayIn, listIn } from './notice/said.ts'
export { accountOfCodeInAnyAccount } from './notice/version-store.ts'
export { officerOf } from './notice/write-installation.ts'
export type { RetentionPeriod } from './period.ts'
export { buildRegister } from './register/build-register.ts'
export { actorOf } from './register/declare.ts'
export { transfersOf, transfersOfAccount } from './register/recipients.ts'
export { registerHtml } from './register/register-html.ts'
export { disclosureRoutes } from './routes.ts'
export { countUndeclared, watchDisclosure } from './watch.ts'
