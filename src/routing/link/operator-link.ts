// What a link to an operator promises: each segment given to it has exactly one outcome.
import type { E164, Instant, Personal } from '../../kernel/index.ts'
import type { AddressRule } from '../../outgoing/index.ts'
import type { ReceiptState, SegmentContent } from '../../wire/index.ts'

/** A sender as SMPP names it: type of number, numbering plan, characters (SMPP 3.4, 5.2.5). */
export type SmppAddress = { ton: number; npi: number; address: string }

export type OutgoingSegment = {
  /** The caller's own key; comes back with the outcome and is not sent. */
  key: string
  from: SmppAddress
  to: Personal<E164>
  content: SegmentContent
  /** Asks for a receipt of the final state (registered_delivery 1). */
  wantsReceipt: boolean
  /** SMPP time, absolute or relative; '' leaves it to the operator. */
  validityPeriod?: string
  /** An own reference, 0 to 65535, in the user_message_reference TLV: some operators echo it. */
  reference?: number
  /** Before others of its sender, as an alert does. */
  goesFirst?: boolean
  /** Of the same message as the segment given before it, and never written without that one. */
  goesOn?: boolean
}

/** What one SMPP status means for the segment that got it: the table is `status-actions.ts`. */
export type StatusAction = 'retry' | 'throttle' | 'give_up'

export const notSentReasons = [
  'link_down',
  'link_closing',
  'queue_full',
  'withdrawn',
  'not_the_owner',
  'not_encodable',
] as const
export type NotSentReason = (typeof notSentReasons)[number]

export const unknownReasons = ['no_answer', 'connection_lost', 'malformed_answer'] as const
export type UnknownReason = (typeof unknownReasons)[number]

export type SubmitOutcome =
  /** The operator took it. The id is null where the operator's answer held none. */
  | { kind: 'accepted'; operatorMessageId: string | null }
  /** The operator answered no: it surely did not take it. */
  | { kind: 'refused'; status: number; statusName: string; action: StatusAction }
  /** Written, and not answered: the operator may have taken it. */
  | { kind: 'unknown'; why: UnknownReason }
  /** Surely never written. */
  | { kind: 'not_sent'; why: NotSentReason }
  /** Not written: its sender's rate lets none go for now, and it has its turn after so long. */
  | { kind: 'put_off'; againInMs: number }

export type OperatorReceipt = {
  /** As written in the receipt; TLV first, else the text. Null where the receipt names none. */
  operatorMessageId: string | null
  /** The id in the text where it differs from the TLV's. */
  otherMessageId: string | null
  state: ReceiptState
  /** False for states on the way (enroute, accepted). */
  isFinal: boolean
  /** The state as written, where no table knows it; '' where none is written; null: it is known. */
  unreadState: string | null
  /** The `err:` field or the network_error_code TLV, as text. */
  errorCode: string | null
  /** `done date`, read in the link's receipt offset; null when absent or unreadable. */
  doneAt: Instant | null
  /** The handset's number (source of the receipt) and our sender, as the operator wrote them. */
  from: Personal<string>
  to: string
  /** The user_message_reference TLV, where the operator echoes ours. */
  reference: number | null
}

export type InboundMessage = {
  from: Personal<string>
  to: string
  /** Null where the octets are no text in the coding they claim. */
  text: Personal<string> | null
  octets: Personal<Uint8Array>
  dataCoding: number
  partsTotal: number
  /** Below `partsTotal` when some parts did not come in time. */
  partsReceived: number
}

export const downReasons = [
  'not_started',
  'host_not_found',
  'address_not_allowed',
  'connection_refused',
  'connect_timeout',
  'tls_failed',
  'bind_timeout',
  'wrong_system_id',
  'wrong_password',
  'bind_refused',
  'already_bound',
  'malformed_bytes',
  'connection_lost',
  'operator_unbound',
  'operator_unavailable',
  'link_silent',
  'refuses_all',
] as const
export type DownReason = (typeof downReasons)[number]

export type LinkState =
  | { kind: 'connecting'; since: Instant }
  | { kind: 'bound'; since: Instant; operatorSystemId: string }
  | {
      kind: 'down'
      since: Instant
      why: DownReason
      /** The bind's SMPP status, where the operator gave one. */
      status: number | null
      /** When the link tries again; null when it does not. */
      retryAt: Instant | null
      /** Attempts failed in a row. */
      failures: number
      /** What the operator said to a message, short and without any of it. */
      said?: string | null
    }
  | { kind: 'closing'; since: Instant }
  | { kind: 'closed'; since: Instant }

/** It is left alone for a while, since it has refused whatever it was given. */
export const isPaused = (links: readonly LinkState[]): boolean =>
  links.some((link) => link.kind === 'down' && link.why === 'refuses_all')

export type LinkHandlers = {
  /**
   * Receipts that came together. They are answered once this resolves; where it rejects, each is
   * answered with a temporary error (x'64), so that the operator sends it again.
   */
  receipts(batch: readonly OperatorReceipt[]): Promise<void>
  /** A reply, put together from its parts; answered likewise. */
  inbound(message: InboundMessage): Promise<void>
  /** The operator took a segment under this id. */
  accepted?(operatorMessageId: string): void
  /** An answer after its time-out: evidence for a segment whose outcome was `unknown`. */
  lateOutcome?(key: string, outcome: SubmitOutcome): void
  stateChanged?(state: LinkState): void
}

export type LinkCounters = {
  submitted: number
  accepted: number
  refused: number
  throttled: number
  unknown: number
  notSent: number
  lateAnswers: number
  receipts: number
  inbound: number
  malformed: number
  connects: number
  binds: number
}

export interface OperatorLink {
  /** Connects and stays connected until `close`. */
  start(): void
  readonly state: LinkState
  readonly counters: Readonly<LinkCounters>
  /**
   * How many segments would go out within the next 250 ms by window and rate: give no more, so
   * that a crash leaves few unknown and a STOP waits briefly. 0 while not bound.
   */
  capacity(): number
  /**
   * How many segments it should have in flight at once, by window and rate; the same whatever it
   * has now. 0 where other binds of its route carry all that the rate allows, or while it is down.
   */
  handMax(): number
  /** Given, and neither answered nor surely not sent. */
  readonly open: number
  submit(segment: OutgoingSegment): Promise<SubmitOutcome>
  /** As `submit`, without a promise a segment; `done` is called once for each, in any order. */
  submitMany<Asked extends OutgoingSegment>(
    segments: readonly Asked[],
    done: (segment: Asked, outcome: SubmitOutcome) => void,
  ): void
  /** The keys of segments that were given and not yet written: they may still be taken back. */
  waiting(): ReadonlySet<string>
  /** Takes back what is not yet written; each such segment ends as `not_sent`, `withdrawn`. */
  withdraw(matches: (segment: OutgoingSegment) => boolean): number
  /** Takes nothing more, waits up to `drainMs` for answers, unbinds, ends. */
  close(drainMs?: number): Promise<void>
}

export type TlsSettings = {
  /** PEM certificates to trust instead of the machine's. */
  ca?: string
  serverName?: string
}

export type LinkSettings = {
  host: string
  port: number
  /** Where it may connect to; absent: anywhere, since the configuration said where. */
  allows?: AddressRule
  tls: TlsSettings | null
  systemId: string
  password: Personal<string>
  systemType: string
  /** `pair` is a transmitter and a receiver on two connections. */
  bindAs: 'transceiver' | 'pair'
  /** Unanswered submissions at most. */
  windowMax: number
  /** Segments a second; null for no limit. Of no effect where the route's binds share a pace. */
  segmentsPerSecond: number | null
  /** What data_coding 0 means in replies. */
  defaultAlphabet: 'gsm7' | 'latin1'
  /** Offset of the dates in this operator's receipts from UTC. */
  receiptOffsetMinutes: number
}
