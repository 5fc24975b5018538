// A message's whole life: gate, queue, submission, receipts, story; and the replies.
export { type AcceptDeps, type Accepted, acceptMessages } from './accept/accept-messages.ts'
export {
  type CampaignCounters,
  type CampaignMessages,
  countersOf,
  createCampaignMessages,
  type GoOn,
  type Rest,
} from './accept/campaign-messages.ts'
export { personBehind, scheduledTooFar, usefulMs } from './accept/read-requests.ts'
export { createSendMessage, type SendDeps, type SendMessage } from './accept/send-message.ts'
export {
  type CustomKnown,
  type CustomPlace,
  exampleOf,
  type MergeField,
  type MergeValues,
  namesCustom,
  noCustom,
  readTemplate,
  render,
  type Template,
  type TemplatePiece,
} from './contract-template.ts'
export {
  createSending,
  type EngineElsewhere,
  type Sending,
  type SendingCalls,
  type SendingDeps,
} from './create-sending.ts'
export { sendingDataMap } from './data-map.ts'
export type { Engine } from './dispatch/engine.ts'
export { lacksRoute } from './dispatch/lacks-route.ts'
export {
  lookForRestoration,
  type Restoration,
  type RestorationDeps,
  type RestorationReport,
  readRestoration,
  releaseMarketing,
  releaseRestoration,
  type Waiting,
} from './dispatch/restoration.ts'
export {
  type RestorationRoutesDeps,
  restorationRoutes,
  viewRestoration,
} from './dispatch/restoration-routes.ts'
export { sendingError, sendingErrorKinds, sendingErrors } from './errors.ts'
export {
  type AssessDeps,
  type Assessed,
  assessPeople,
  type Case,
  type Person,
  type Window,
  windowOf,
} from './gate/assess-people.ts'
export { segmentsPerMessageMax } from './gate/gate-facts.ts'
export { refusalOfText, wordless } from './gate/refusal-of-text.ts'
export { refusalOfWay } from './gate/refusal-of-way.ts'
export {
  type CountryPlan,
  Plans,
  planCountry,
  type SendOrder,
  textFactsOf,
  textTried,
  wordsAskedFor,
} from './gate/send-order.ts'
export type { Hidden, HiddenInOurs } from './message-body.ts'
export {
  type FinalState,
  finalStates,
  isFinal,
  type MessageState,
  messageStates,
} from './message-state.ts'
export type {
  AccessLog,
  AccountFacts,
  Accounts,
  OutgoingRoute,
  Prices,
  Routes,
  RouteWish,
} from './ports.ts'
export {
  endOfHold,
  type Hold,
  holds,
  type Refusal,
  refusals,
  statusOfRefusal,
} from './refusals.ts'
export { readReplies } from './replies/read-replies.ts'
export type { HearYes } from './replies/receive-reply.ts'
export type { Handset } from './replies/reply-from-handset.ts'
export { sendingHolder } from './retention/hold-subject.ts'
export { type NumbersKept, pastMessagesKind, pastRepliesKind } from './retention/past-data.ts'
export { sparedTexts, sweepTexts, viewTextRetention } from './retention/text-retention.ts'
export { textRetentionRoutes } from './retention/text-retention-routes.ts'
export { deadNumbersOf, liftByConsent } from './store/dead-number-store.ts'
export {
  countToRead,
  foldHours,
  type HourFigures,
  hasSingle,
  readHours,
  sentByMonth,
} from './store/figures-store.ts'
export { type LeftMarks, leftMarks } from './store/left-marks.ts'
export {
  type Carried,
  type CarriedForAccount,
  carriedBy,
  carriedForAccount,
  type NumberFacts,
  numberFactsOf,
  sendersOfOthers,
  sentTo,
  supplierIdsOf,
} from './store/number-facts-store.ts'
export { countOverruled } from './store/overruled-store.ts'
export {
  countTextsOf,
  keepsMessagesOf,
  messagesBefore,
  personConditions,
  sendingFacts,
  sendingStays,
} from './store/person-store.ts'
export type { Writing } from './store/result-store.ts'
export { unknownWaitingInAnyAccount } from './store/set-aside-store.ts'
export { unleftAmong } from './store/take-back-store.ts'
export { hasReplies, type SendingUse, sendingUses } from './store/use-store.ts'
export {
  barredWaitingInAnyAccount,
  countUnknown,
  hasWaiting,
  releaseBarred,
  releaseHours,
  releaseSuspended,
} from './store/waiting-store.ts'
export type { Terms } from './terms.ts'
export type { Breakdown, Ended } from './view/breakdown.ts'
export {
  type CampaignFigures,
  type CountedBreakdown,
  createCampaignFigures,
} from './view/campaign-figures.ts'
export {
  exportMessages,
  exportReplies,
  messageColumns,
  replyColumns,
} from './view/export-messages.ts'
export { findMessages } from './view/find-messages.ts'
export { withCampaignNames } from './view/name-campaigns.ts'
export { messagesOfPerson, type PersonAsked, repliesOfPerson } from './view/person-messages.ts'
export { type PersonText, textsOfPerson } from './view/person-texts.ts'
export { type MessagePage, readMessages } from './view/read-messages.ts'
export { referencesOf, replyTextOf } from './view/told-to-programs.ts'
