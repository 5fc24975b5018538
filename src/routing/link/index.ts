// What the routing room takes from its links: the SMPP client session.
export { noLinkCounts } from './counts.ts'
export { type LinkLimits, linkLimits } from './limits.ts'
export {
  type DownReason,
  downReasons,
  type InboundMessage,
  isPaused,
  type LinkCounters,
  type LinkHandlers,
  type LinkSettings,
  type LinkState,
  type NotSentReason,
  notSentReasons,
  type OperatorLink,
  type OperatorReceipt,
  type OutgoingSegment,
  type SmppAddress,
  type StatusAction,
  type SubmitOutcome,
  type TlsSettings,
  type UnknownReason,
  unknownReasons,
} from './operator-link.ts'
export { RefusalWatch } from './refusal-watch.ts'
export { type PaceRates, RoutePace } from './route-pace.ts'
export { createOperatorLink, type LinkDeps } from './smpp-link.ts'
export { describeStatuses, retryDelayMs, retryLimits, statusAction } from './status-actions.ts'
export { SubmitPipe } from './submit-pipe.ts'
