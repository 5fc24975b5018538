// Every bound of an operator link, with its reason.

export const linkLimits = {
  connectTimeoutMs: 10_000,
  bindTimeoutMs: 10_000,
  /** Operators answer in tens of milliseconds; behind this the segment is `unknown`. */
  answerTimeoutMs: 30_000,
  /** Half of the shortest idle cut-off that operators publish (60 s). */
  enquireLinkIntervalMs: 30_000,
  enquireLinkTimeoutMs: 10_000,
  /** How long an unbind waits: for open answers before we agree, for the answer when we ask. */
  unbindTimeoutMs: 5_000,
  pduOctetsMax: 70_000,
  /** Well-framed PDUs with a broken body, in one connection, before it is given up. */
  malformedPdusMax: 10,
  reconnectDelayMsMin: 500,
  reconnectDelayMsMax: 60_000,
  /** Operators lock accounts that try wrong passwords: once a minute is slow enough. */
  wrongCredentialsDelayMs: 60_000,
  /** A bind shorter than this counts as a failure, so that a flapping link slows down. */
  stableBindMs: 10_000,
  /** What `capacity` looks ahead: bounds what a crash leaves unknown and what a STOP waits for. */
  sliceMs: 250,
  /**
   * What a bind has in flight is what the rate lets go in this: two slices, one behind the other.
   */
  handMs: 500,
  /** How far ahead a sender's turns are given out; what comes later asks again within this. */
  senderLineMs: 300_000,
  /** Segments given and not yet written; above it they are refused as `queue_full`. */
  waitingMax: 20_000,
  /** After a throttling answer: the first pause, doubled while the operator goes on saying so. */
  throttlePauseMsMin: 250,
  throttlePauseMsMax: 5_000,
  /** Timed-out submissions remembered, so that a late answer still tells its id. */
  lateAnswersKept: 20_000,
  /** Deliveries handed over and not answered; above it they get a temporary error. */
  openDeliveriesMax: 5_000,
  /** How long the parts of a reply wait for each other. */
  partsWaitMs: 60_000,
  /** When what could not be handed over is tried again. */
  handOverRetryMs: 5_000,
  incompleteRepliesMax: 1_000,
} as const
export type LinkLimits = { readonly [Name in keyof typeof linkLimits]: number }
