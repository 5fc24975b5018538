// Watches the delivery receipts of all routes: their delay, and those that cannot be read.
import type { Instant, RouteId } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import type { UnreadReceipt } from './http/read-answer.ts'
import type { LinkHandlers, OperatorReceipt } from './link/index.ts'
import type { ReceiptDelays } from './receipt-delays.ts'
import { idsOfReceipt, type ReceiptHabits } from './receipt-ids.ts'

/** What becomes of receipts and replies, and which receipts came, whichever node took them. */
export type RouteHandlers = LinkHandlers & {
  /**
   * When the first final receipt of each part came, by the canonical writing of the operator's id;
   * those without one are left out. Ones before `since` are of older parts.
   */
  arrived?(keys: readonly string[], since: Instant): Promise<ReadonlyMap<string, Instant>>
}

/** Until somebody takes receipts and replies, each is answered with "later". */
export const noHandlers: RouteHandlers = {
  receipts: () => Promise.reject(new Error('nobody takes receipts yet')),
  inbound: () => Promise.reject(new Error('nobody takes replies yet')),
}

export type ReceiptWatchDeps = { logger: Logger; metrics: Metrics; habits: ReceiptHabits }

/** The clocks of two nodes differ by less, and an id comes round again after more. */
const clockSlackMs = 120_000
/** A word that no table knows is told once in this time, and so many words of one route. */
const tellAgainMs = 3_600_000
const wordsMax = 20

export class ReceiptWatch {
  readonly #deps: ReceiptWatchDeps
  /** When each word was told last. */
  readonly #told = new Map<RouteId, Map<string, Instant>>()

  constructor(deps: ReceiptWatchDeps) {
    this.#deps = deps
  }

  measure(
    routeId: RouteId,
    delays: ReceiptDelays,
    batch: readonly OperatorReceipt[],
    at: Instant,
  ): void {
    for (const receipt of batch) {
      const { unreadState: word } = receipt
      if (word !== null) {
        this.unread(
          routeId,
          [word === '' ? { why: 'no_state' } : { why: 'unknown_state', word }],
          at,
        )
      }
      if (!receipt.isFinal) continue
      const keys = this.#deps.habits.keysToAsk(routeId, idsOfReceipt(receipt))
      this.#observe(routeId, delays.received(keys, at))
    }
  }

  /** What a route's receipts say that no table knows, so that somebody can add it there. */
  unread(route: RouteId, unread: readonly UnreadReceipt[], at: Instant): void {
    for (const one of unread) {
      this.#deps.metrics.count('accord_receipts_unread_total', { route, why: one.why })
      if (one.why === 'unknown_state') this.#tell(route, one.word, at)
    }
  }

  /**
   * Operators bring a receipt over any bind of the account, so that it may have come to another
   * node: what is late here is looked up once, by that time few of many.
   */
  async lookUpLate(
    routeId: RouteId,
    delays: ReceiptDelays,
    at: Instant,
    handlers: () => RouteHandlers,
  ): Promise<void> {
    const overdue = delays.overdue(at)
    if (overdue === null) return
    const { keys, since } = overdue
    try {
      const { arrived } = handlers()
      const found = (await arrived?.(keys, since - clockSlackMs)) ?? new Map<string, Instant>()
      for (const key of keys) {
        const cameAt = found.get(key)
        if (cameAt === undefined) delays.isLate(key)
        else this.#observe(routeId, delays.received([key], cameAt))
      }
    } catch (error) {
      // Until it is known they count for nothing; they are looked up again with the next refresh.
      this.#deps.logger.warn('routing.arrivals_failed', failureFields(error))
    }
  }

  #tell(route: RouteId, written: string, at: Instant): void {
    const word = isStateWord(written) ? written : null
    const told = this.#told.get(route) ?? new Map<string, Instant>()
    this.#told.set(route, told)
    for (const [old, since] of told) if (at - since >= tellAgainMs) told.delete(old)
    const key = word?.toLowerCase() ?? ''
    if (told.has(key) || told.size >= wordsMax) return
    told.set(key, at)
    this.#deps.logger.warn('routing.receipt_unread', { route, word })
  }

  #observe(route: RouteId, delayMs: number | null): void {
    if (delayMs !== null) {
      this.#deps.metrics.observe('accord_receipt_seconds', delayMs / 1000, { route })
    }
  }
}

/** One word with few digits: a sentence, a name in full or a number may tell of a person. */
function isStateWord(text: string): boolean {
  return /^[\p{L}\d_.:-]{1,40}$/u.test(text) && text.replace(/\D/g, '').length <= 4
}
