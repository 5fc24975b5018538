// What other rooms may use of consent: wordings, recording, the gate's facts, the account's ledger.

export type { AccountPolicy } from './account-policy.ts'
export { type Alarm, type AlarmKind, alarmKinds } from './alarm.ts'
export type { AuthorisationRow } from './authorisation-store.ts'
export {
  type Channel,
  type ConsentState,
  channels,
  decideEffective,
  defaultPurpose,
  type EffectiveConsent,
  type Evidence,
  type EvidenceGrade,
  evidenceGrades,
  type Medium,
  mayLiftObjection,
  media,
  type ObjectionReason,
  objectionReasons,
  type Purpose,
  proofLevelOf,
  purposePattern,
  rankOf,
  type SuppressionScope,
  scopeCovers,
  suppressionScopes,
  type TakenBack,
  vouchedGrade,
  type WhyNot,
  type Witness,
  type Wording,
  type WordingDraft,
  type WordingForm,
  type WordingState,
  whyNots,
  widerScope,
  witnesses,
} from './consent.ts'
export { monthsLater } from './consent-dates.ts'
export type { ConsentGate } from './consent-gate.ts'
export type { ConsentRow } from './consent-input.ts'
export type { ConsentLedger } from './consent-ledger.ts'
export {
  authorisationRefusals,
  groundRefusals,
  type OtherGround,
  otherGrounds,
  parentRelations,
} from './contract.ts'
export { type Consent, type ConsentDeps, createConsent } from './create-consent.ts'
export { consentDataMap } from './data-map.ts'
export { documentName } from './document-type.ts'
export {
  type ConsentErrorCode,
  type ConsentRefusal,
  consentError,
  consentErrorKinds,
  consentErrors,
  consentRefusals,
  refusalError,
  type WordingRefusal,
  wordingRefusals,
} from './errors.ts'
export type { ExportedFile } from './export-ledger.ts'
export type { FileConsents } from './file-consents.ts'
export type { GateFact } from './gate-facts.ts'
export { countriesAllow } from './ground.ts'
export { ledgerRoutes } from './ledger-routes.ts'
export type { ConsentLifecycle } from './lifecycle.ts'
export type { Refused } from './mend.ts'
export type { Objections } from './objections.ts'
export type { PersonConsents } from './person-consents.ts'
export { consentPolicyRoutes } from './policy-routes.ts'
export type { DisclosedEvent } from './prove-consent.ts'
export { createAlarm } from './raise-alarm.ts'
export type { AuthorisationInput, AuthorisationOutcome } from './record-authorisation.ts'
export type { DocumentInput, DocumentOutcome, HeldDocument } from './record-document.ts'
export type { GroundInput, GroundOutcome } from './record-ground.ts'
export type { OnBehalf } from './record-objection.ts'
export type { Recording } from './recording.ts'
export type { RefuseBulk } from './refuse-bulk.ts'
export { consentRoutes } from './routes.ts'
export { runExpiry } from './run-expiry.ts'
export { runGuard } from './run-guard.ts'
export { runSequencer } from './run-sequencer.ts'
export { consentStays } from './stays-store.ts'
export type { GroundRow } from './tables.ts'
export { tarOf } from './tar.ts'
export { namesChannel } from './wording-defects.ts'
export type { Wordings } from './wordings.ts'
