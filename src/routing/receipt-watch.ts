// Looks at the receipts of all routes as they pass: how long they took, here or at another node.
import type { Instant, RouteId } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
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

export type ReceiptWatchDeps = { logger: Logger; metrics: Metrics; habits: ReceiptHabits }

/** The clocks of two nodes differ by less, and an id comes round again after more. */
const clockSlackMs = 120_000

export class ReceiptWatch {
  readonly #deps: ReceiptWatchDeps

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
      if (!receipt.isFinal) continue
      const keys = this.#deps.habits.keysToAsk(routeId, idsOfReceipt(receipt))
      this.#observe(routeId, delays.received(keys, at))
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

  #observe(route: RouteId, delayMs: number | null): void {
    if (delayMs !== null) {
      this.#deps.metrics.observe('accord_receipt_seconds', delayMs / 1000, { route })
    }
  }
}
