// What other rooms may use of consent: wordings, recording, the gate's facts, the account's ledger.

export { type Alarm, type AlarmKind, alarmKinds } from './alarm.ts'
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
export {
  authorisationRefusals,
  legalBasisRefusals,
  type OtherLegalBasis,
  otherLegalBases,
  type ProofPart,
  parentRelations,
  proofParts,
} from './contract.ts'
export { type Consent, type ConsentDeps, createConsent } from './create-consent.ts'
export { consentDataMap } from './data-map.ts'
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
export type { ConsentGate } from './gate/consent-gate.ts'
export { type GateConsent, type GateFact, whatStands } from './gate/gate-facts.ts'
export { ledgerRoutes } from './http/ledger-routes.ts'
export { consentPolicyRoutes } from './http/policy-routes.ts'
export { consentRoutes } from './http/routes.ts'
export type { ConsentLedger } from './ledger/consent-ledger.ts'
export type { ExportedFile } from './ledger/export-ledger.ts'
export type { DisclosedEvent } from './ledger/prove-consent.ts'
export type { PersonProofs } from './ledger/prove-person.ts'
export { createAlarm } from './ledger/raise-alarm.ts'
export { removeLedger } from './ledger/remove-ledger.ts'
export { runGuard } from './ledger/run-guard.ts'
export { runSequencer } from './ledger/run-sequencer.ts'
export { type LedgerSigner, ledgerSigner } from './ledger/signing-key.ts'
export { tarOf } from './ledger/tar.ts'
export { countriesAllow } from './legal-basis.ts'
export type { AccountPolicy } from './lifecycle/account-policy.ts'
export type { KeptProofs } from './lifecycle/kept-proofs.ts'
export type { ConsentLifecycle } from './lifecycle/lifecycle.ts'
export { runExpiry } from './lifecycle/run-expiry.ts'
export { tellEndingConsents } from './lifecycle/tell-ending.ts'
export { proofRankIn } from './proof-rank.ts'
export type { ConsentRow } from './record/consent-input.ts'
export { documentName, readDocumentType } from './record/document-type.ts'
export type { FileConsents } from './record/file-consents.ts'
export type { PersonConsents } from './record/person-consents.ts'
export type { AuthorisationInput, AuthorisationOutcome } from './record/record-authorisation.ts'
export type { DocumentInput, DocumentOutcome, HeldDocument } from './record/record-document.ts'
export type { LegalBasisInput, LegalBasisOutcome } from './record/record-legal-basis.ts'
export type { Recording } from './record/recording.ts'
export type { Objections } from './revoke/objections.ts'
export type { OnBehalf } from './revoke/record-objection.ts'
export type { RefuseBulk } from './revoke/refuse-bulk.ts'
export type { AuthorisationRow } from './store/authorisation-store.ts'
export { countExpiring } from './store/expiry-store.ts'
export type { HeldProofs } from './store/hold-store.ts'
export { consentFacts, type StatusAbout, type StatusElsewhere } from './store/status-store.ts'
export { consentStays } from './store/stays-store.ts'
export type { LegalBasisRow } from './tables.ts'
export type { Refused } from './wording/mend.ts'
export { namesChannel } from './wording/wording-defects.ts'
export type { Wordings } from './wording/wordings.ts'
