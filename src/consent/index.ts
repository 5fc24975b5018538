// What other rooms may use of consent: wordings, recording, the gate's facts, the account's ledger.

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
  type WordingForm,
  type WordingState,
  whyNots,
  widerScope,
  witnesses,
} from './consent.ts'
export type {
  BulkOutcome,
  CheckpointState,
  Consent,
  ConsentBatch,
  ConsentEvent,
  ConsentRow,
  DisclosedEvent,
  Disclosure,
  ExportedFile,
  GateFact,
  GateQuestion,
  ObjectionInput,
  ObjectionOutcome,
  OnBehalf,
  OtherEvent,
  PublishOutcome,
  RecordInput,
  RecordOutcome,
  RefuseBulk,
  Refused,
  RefusedBulk,
  StopRow,
  TakeBackBulk,
  TakenBackBulk,
  WordingDraft,
} from './consent-door.ts'
export {
  authorisationRefusals,
  groundRefusals,
  type OtherGround,
  otherGrounds,
  parentRelations,
} from './contract.ts'
export { type ConsentDeps, createConsent } from './create-consent.ts'
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
export { countriesAllow } from './ground.ts'
export type { GroundRow } from './ground-store.ts'
export { type Alarm, type AlarmKind, alarmKinds } from './guard.ts'
export { monthsLater } from './judge-claim.ts'
export { ledgerRoutes } from './ledger-routes.ts'
export { consentPolicyRoutes } from './policy-routes.ts'
export { createAlarm } from './raise-alarm.ts'
export type { AuthorisationInput, AuthorisationOutcome } from './record-authorisation.ts'
export type { DocumentInput, DocumentOutcome, HeldDocument } from './record-document.ts'
export type { GroundInput, GroundOutcome } from './record-ground.ts'
export { consentRoutes } from './routes.ts'
export { runExpiry } from './run-expiry.ts'
export { runGuard } from './run-guard.ts'
export { runSequencer } from './run-sequencer.ts'
export { consentStays } from './stays-store.ts'
export { tarOf } from './tar.ts'
export { namesChannel } from './wording-defects.ts'
