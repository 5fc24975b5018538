// What sending needs from routes, prices, accounts and the journal; `app` provides it.
import type { CountryCode, Hours } from '../countries/index.ts'
import type { AccountId, Caller, Instant, Language, RouteId, SubjectId } from '../kernel/index.ts'
import type { ClosedWhy, OperatorLink, OperatorReceipt, SmppAddress } from '../routing/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Concatenation, ShiftLanguage } from '../wire/index.ts'
import type { AuditAction } from '../words/index.ts'
import type { MessageClass } from './contract.ts'

export type OutgoingRoute = {
  id: RouteId
  name: string
  /** It serves sandbox accounts and no others; else live ones. */
  isSandbox: boolean
  /** Switched on, and its supplier's contract is valid at the instant asked for. */
  isOpen: boolean
  /** Why it is closed, or closed to the account that asks; null while it is open. */
  closedWhy: ClosedWhy | 'supplier_barred' | null
  /** Whose contract was valid when the route was open. */
  supplierId: string | null
  stopText: string | null
  stopShortcode: string | null
  /** Error codes of receipts by which the operator tells a STOP; absent for none. */
  optOutCodes?: readonly string[]
  /** Error codes of receipts by which the operator says that nobody has the number. */
  deadNumberCodes: readonly string[]
  /** A route may narrow the hours of marketing. */
  hours: Hours | null
  concatenation: Concatenation
  /** National tables of the 7-bit alphabet that it lets through; absent for none. */
  shiftTables?: readonly ShiftLanguage[]
  /** Null: no limit. */
  segmentsPerSecond: number | null
  /** The same of what leaves in the name of one sender; absent for none. */
  senderSegmentsPerSecond?: number | null
  /** How many binds the route has, over all nodes. */
  binds: number
}

export type RouteWish = {
  country: CountryCode
  class: MessageClass
  sender: string
  at: Instant
}

export interface Routes {
  /** The route that would carry such a message; null when there is none. */
  choose(tx: Tx, accountId: AccountId, wish: RouteWish): Promise<OutgoingRoute | null>
  /** The routes that this installation works, as they are now. */
  all(at: Instant): readonly OutgoingRoute[]
  senderVerdict(
    tx: Tx,
    accountId: AccountId,
    wish: RouteWish,
  ): Promise<'registered' | 'unknown' | 'refused'>
  /** By how much the hours of marketing are judged ahead of the real hour: a sandbox may say so. */
  hoursAheadMs(tx: Tx, accountId: AccountId): Promise<number>
  /** Whether the account is stopped: what waits is kept. */
  isSuspended(tx: Tx, accountId: AccountId): Promise<boolean>
  /** Whether nothing of the account may go to this supplier now: it has objected to a change. */
  isBarred(
    tx: Tx,
    accountId: AccountId,
    supplier: { id: string | null; at: Instant },
  ): Promise<boolean>
  /** How a sender is written on the wire. */
  senderAddress(sender: string): SmppAddress
  /** The binds of a route that this node holds, by their number. */
  binds(routeId: RouteId): readonly { bind: number; link: OperatorLink }[]
  /** Opens and closes binds after what this node holds now; resolves when the lost are closed. */
  rebind(routeId: RouteId): Promise<void>
  /** The canonical writing of the id in an operator's answer. */
  answerKey(routeId: RouteId, operatorMessageId: string): string
  /** The keys under which the answer to a receipt may stand, the likeliest first. */
  receiptKeys(routeId: RouteId, receipt: OperatorReceipt): readonly string[]
  /**
   * Which of the keys was right, or that none was: the route's habit is learned from it. A receipt
   * that came before its answer is reported twice: first as none, then with the key that fits.
   */
  learnReceiptKey(
    routeId: RouteId,
    receipt: OperatorReceipt,
    key: string | null,
    wasUnmatched?: boolean,
  ): void
  /** Keys that were not asked for a receipt, while one habit was sure and gave this key. */
  receiptKeysNotAsked(routeId: RouteId, key: string): readonly string[]
  /** Whether a receipt has shown that what was sure of the route is so no longer. */
  isReceiptHabitBroken(routeId: RouteId): boolean
  /** The route's operator has changed its habit: from now on every key is asked. */
  doubtReceiptHabit(routeId: RouteId): void
}

export interface Prices {
  microEurPerSegment(tx: Tx, accountId: AccountId, country: CountryCode): Promise<number>
}

export type AccountFacts = {
  id: AccountId
  kind: 'live' | 'sandbox'
  country: CountryCode
  /** In which texts write dates and amounts that name no language of their own. */
  language: Language
  /** IANA; a time that somebody writes down is of its clock. */
  zone: string
  /** Nothing of it is accepted, and nothing leaves. */
  isSuspended: boolean
  /** Because it is to be deleted. */
  isLeaving: boolean
}
export interface Accounts {
  facts(tx: Tx, accountId: AccountId): Promise<AccountFacts>
  /**
   * How far the clock of a sandbox account is ahead. Whoever sets it waits for the transactions
   * that have asked.
   */
  sandboxAheadMs(tx: Tx, accountId: AccountId): Promise<number>
  /** The one fact that is asked again as messages leave. */
  isSuspended(tx: Tx, accountId: AccountId): Promise<boolean>
  /** Whether this is another user of the account who may approve. */
  mayApprove(tx: Tx, accountId: AccountId, userId: string): Promise<boolean>
}

/** Records who looked at whose data in clear, and why (invariant 9). */
export interface AccessLog {
  record(
    tx: Tx,
    caller: Caller,
    look: { action: AuditAction; subjectId: SubjectId; reason: string },
  ): Promise<void>
}
