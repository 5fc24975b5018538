// The options of the sandbox operator: accounts, delays, id formats, faults.
import type { IdStyle } from './message-ids.ts'

export const faultKinds = [
  'throttle',
  'drop_answer',
  'cut',
  'cut_in_pdu',
  'garbage',
  'unbind',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** A scripted fault: at the given submit (counted from 1 over all binds), and maybe again. */
export type Fault = {
  kind: FaultKind
  atSubmit: number
  /** Again after as many more. */
  everySubmits?: number
  /** How many submits in a row it lasts, for `throttle` and `drop_answer`; 1 when absent. */
  count?: number
}

export type Habits = {
  /** Receipts leave this long after the submit. */
  receiptDelayMs: number
  /** Receipts of the numbers that have them late. */
  lateReceiptMs: number
  answerDelayMs: number
  lateAnswerMs: number
  isMagic: boolean
  answerIds: IdStyle
  receiptIds: IdStyle | 'same'
  /** Where a receipt has its id: text and TLVs, or one of them. */
  receiptForm: 'both' | 'text' | 'tlv'
  /** Echoes the user_message_reference TLV in receipts. */
  echoesReference: boolean
  /** Above it submits are throttled, counted by system id and second; null for no limit. */
  submitsPerSecondMax: number | null
  /** That share of plain numbers is undeliverable, by a seed. */
  undeliverableShare: number
  /** Unanswered deliver_sm at most, by bind. */
  deliveriesMax: number
  /** When a delivery that was answered with an error is sent again. */
  redeliverMs: number
  faults: readonly Fault[]
}

export const habitsByDefault: Habits = {
  receiptDelayMs: 200,
  lateReceiptMs: 60_000,
  answerDelayMs: 0,
  lateAnswerMs: 35_000,
  isMagic: true,
  answerIds: 'decimal',
  receiptIds: 'same',
  receiptForm: 'both',
  echoesReference: true,
  submitsPerSecondMax: null,
  undeliverableShare: 0,
  deliveriesMax: 200,
  redeliverMs: 1_000,
  faults: [],
}

export type SandboxAccount = { systemId: string; password: string }

export type SandboxOptions = Partial<Habits> & {
  host?: string
  port?: number
  /** Empty: whoever binds is welcome. */
  accounts?: readonly SandboxAccount[]
  /** The control port, on loopback only; absent for none, 0 for any free one. */
  controlPort?: number
  /** Shows whole numbers and texts at the control port. */
  showsPersonalData?: boolean
  /** Appends a line for each message taken. The file holds numbers in clear. */
  logFile?: string
  /** How many messages taken are remembered. */
  messagesKept?: number
  seed?: number
}
