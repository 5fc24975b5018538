// Public interface of routing: routes, operator links, senders, ids of delivery receipts.
export { type AccountBar, barredSuppliers, barsInAnyAccount } from './barred.ts'
export { type MessageClass, messageClasses } from './contract.ts'
export { routingDataMap } from './data-map.ts'
export type { RoutingDeps } from './deps.ts'
export {
  type RoutingErrorCode,
  routingError,
  routingErrorCodes,
  routingErrorKinds,
  senderRefusalCodes,
} from './errors.ts'
export {
  createOperatorLink,
  type DownReason,
  describeStatuses,
  downReasons,
  type InboundMessage,
  type LinkCounters,
  type LinkDeps,
  type LinkHandlers,
  type LinkLimits,
  type LinkSettings,
  type LinkState,
  linkLimits,
  type NotSentReason,
  notSentReasons,
  type OperatorLink,
  type OperatorReceipt,
  type OutgoingSegment,
  retryDelayMs,
  retryLimits,
  type SmppAddress,
  type StatusAction,
  type SubmitOutcome,
  statusAction,
  type TlsSettings,
  type UnknownReason,
  unknownReasons,
} from './link/index.ts'
export {
  LinkPool,
  type LinkPoolDeps,
  type RouteState,
} from './link-pool.ts'
export { bindCount } from './link-settings.ts'
export type { LinksElsewhere, LinksTold } from './links-elsewhere.ts'
export {
  addRoute,
  changeRoute,
  ensureSandboxRoute,
  type OwnRoute,
  sealOlderOperators,
} from './manage-routes.ts'
export {
  countWaitingSenders,
  decideSender,
  listSenders,
  registerSender,
  senderStanding,
} from './manage-senders.ts'
export { type OperatorAddress, parseOperatorUrl } from './operator-url.ts'
export {
  type HabitCounts,
  type IdCandidate,
  type IdRelation,
  idCandidates,
  idRelations,
  idsOfReceipt,
  operatorKey,
  ReceiptHabits,
} from './receipt-ids.ts'
export type { RouteHandlers } from './receipt-watch.ts'
export {
  type ClosedWhy,
  chooseRoute,
  closedWhy,
  type Route,
  type RouteChoice,
  type RouteQuestion,
  type RouteRefusal,
  type RouteStanding,
  routeRefusals,
  sharesWork,
} from './route.ts'
export { type RoutingRoutesDeps, routingRoutes } from './routes.ts'
export {
  type Sender,
  type SenderId,
  type SenderStanding,
  type SenderState,
  sandboxSender,
  senderStandingOf,
  smppAddressOf,
} from './sender.ts'
export { shortcodeClassOf } from './shortcode-class.ts'
export { readRoutes, readSenders, suppliersInUse } from './store.ts'
export { watchRoutes } from './tell-routes.ts'
export type { Trial, TrialTold } from './try-route.ts'
