// Receipts as links give them, with the keys under which their parts may stand.
import type { RouteId, Timers } from '../kernel/index.ts'
import type { OperatorReceipt } from '../routing/index.ts'
import type { Vault } from '../vault/index.ts'
import type { ReceiptOutcome } from './contract.ts'
import type { KeyedReceipt } from './match-receipts.ts'
import type { Routes } from './ports.ts'
import { replyNumbers } from './reply-number.ts'
import type { Trace } from './stray-store.ts'

export function keyReceipts(
  deps: { routes: Routes; timers: Timers; vault: Pick<Vault, 'replyTag'> },
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
    const trace = () => traceOf(deps.vault, routeId, receipt)
    return [{ keys, outcome: outcomeOf(receipt), errorCode, doneAt, receivedAt, matched, trace }]
  })
}

/** Null where the operator did not say which handset it is about. */
function traceOf(
  vault: Pick<Vault, 'replyTag'>,
  routeId: RouteId,
  receipt: OperatorReceipt,
): Trace | null {
  const [number] = replyNumbers(receipt.from.reveal('match'))
  if (number === undefined) return null
  const { to, reference } = receipt
  return { tag: vault.replyTag(routeId, number), sender: to === '' ? null : to, reference }
}

/** The wire's word for each outcome, as this room says it. */
function outcomeOf(receipt: OperatorReceipt): ReceiptOutcome {
  return receipt.state === 'undeliverable' ? 'undelivered' : receipt.state
}
