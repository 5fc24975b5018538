// Receipts as links give them, with the keys under which their parts may stand.
import type { RouteId, Timers } from '../kernel/index.ts'
import type { OperatorReceipt } from '../routing/index.ts'
import type { ReceiptOutcome } from './contract.ts'
import type { Routes } from './ports.ts'
import type { KeyedReceipt } from './recorder.ts'

export function keyReceipts(
  deps: { routes: Routes; timers: Timers },
  routeId: RouteId,
  batch: readonly OperatorReceipt[],
): KeyedReceipt[] {
  const receivedAt = deps.timers.now()
  return batch.flatMap((receipt) => {
    const keys = deps.routes.receiptKeys(routeId, receipt)
    // Without an id there is nothing to find; it is answered all the same, or it comes for ever.
    if (keys.length === 0) return []
    const { errorCode, doneAt } = receipt
    const matched: KeyedReceipt['matched'] = (key, wasStray) =>
      deps.routes.learnReceiptKey(routeId, receipt, key, wasStray)
    return [{ keys, outcome: outcomeOf(receipt), errorCode, doneAt, receivedAt, matched }]
  })
}

/** The wire's word for each outcome, as this room says it. */
function outcomeOf(receipt: OperatorReceipt): ReceiptOutcome {
  return receipt.state === 'undeliverable' ? 'undelivered' : receipt.state
}
