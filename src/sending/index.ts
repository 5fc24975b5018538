// A message's whole life: gate, queue, submission, receipts, story; and the replies.
export { type AcceptDeps, type Accepted, acceptMessages } from './accept-messages.ts'
export {
  type AssessDeps,
  type Assessed,
  assessPeople,
  type Case,
  type Person,
  type Window,
  windowOf,
} from './assess-people.ts'
export {
  type CampaignCounters,
  type CampaignMessages,
  countersOf,
  createCampaignMessages,
  type GoOn,
  type Rest,
} from './campaign-messages.ts'
export {
  createSending,
  type EngineElsewhere,
  type Sending,
  type SendingCalls,
  type SendingDeps,
} from './create-sending.ts'
export { sendingDataMap } from './data-map.ts'
export type { Engine } from './engine.ts'
export { sendingError, sendingErrorKinds, sendingErrors } from './errors.ts'
export { type LeftMarks, leftMarks } from './left-marks.ts'
export type { Hidden } from './message-body.ts'
export {
  type FinalState,
  finalStates,
  isFinal,
  type MessageState,
  messageStates,
} from './message-state.ts'
export { sendingStays } from './person-store.ts'
export type {
  AccountFacts,
  Accounts,
  Looks,
  OutgoingRoute,
  Prices,
  Routes,
  RouteWish,
} from './ports.ts'
export { personBehind, scheduledTooFar, usefulMs } from './read-requests.ts'
export type { HearYes } from './receive-reply.ts'
export { type Hold, holds, type Refusal, refusals } from './refusals.ts'
export {
  lookForRestoration,
  type Restoration,
  type RestorationDeps,
  type RestorationReport,
  readRestoration,
  releaseMarketing,
  releaseRestoration,
  type Waiting,
} from './restoration.ts'
export {
  type RestorationRoutesDeps,
  restorationRoutes,
  viewRestoration,
} from './restoration-routes.ts'
export type { Writing } from './result-store.ts'
export { createSendMessage, type SendDeps, type SendMessage } from './send-message.ts'
export { type CountryPlan, Plans, type SendOrder, wordsAskedFor } from './send-order.ts'
export { type MergeField, readTemplate, render, type Template } from './template.ts'
export type { Terms } from './terms.ts'
export { sweepTexts } from './text-keeping.ts'
export { textKeepingRoutes } from './text-keeping-routes.ts'
