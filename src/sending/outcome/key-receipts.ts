// Receipts as links give them, with the keys under which their parts may stand.
import type { Instant, RouteId, Timers } from '../../kernel/index.ts'
import type { OperatorReceipt } from '../../routing/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { ReceiptOutcome } from '../contract.ts'
import type { Routes } from '../ports.ts'
import { replyNumbers } from '../reply-number.ts'
import type { Trace } from '../store/unmatched-store.ts'
import type { KeyedReceipt } from './match-receipts.ts'

type KeyDeps = { routes: Routes; vault: Pick<Vault, 'replyTag'> }

/** A class, since each receipt would else bring two functions and their surroundings. */
class ReceiptByKeys implements KeyedReceipt {
  readonly keys: readonly string[]
  readonly outcome: ReceiptOutcome
  readonly errorCode: string | null
  readonly doneAt: Instant | null
  readonly receivedAt: Instant
  readonly #deps: KeyDeps
  readonly #routeId: RouteId
  readonly #receipt: OperatorReceipt

  constructor(
    deps: KeyDeps,
    of: { routeId: RouteId; receipt: OperatorReceipt; keys: readonly string[] },
    receivedAt: Instant,
  ) {
    this.keys = of.keys
    this.outcome = outcomeOf(of.receipt)
    this.errorCode = of.receipt.errorCode
    this.doneAt = of.receipt.doneAt
    this.receivedAt = receivedAt
    this.#deps = deps
    this.#routeId = of.routeId
    this.#receipt = of.receipt
  }

  trace(): Trace | null {
    return traceOf(this.#deps.vault, this.#routeId, this.#receipt)
  }

  matched(key: string | null, wasUnmatched?: boolean): void {
    this.#deps.routes.learnReceiptKey(this.#routeId, this.#receipt, key, wasUnmatched)
  }
}

export function keyReceipts(
  deps: KeyDeps & { timers: Timers },
  routeId: RouteId,
  batch: readonly OperatorReceipt[],
): KeyedReceipt[] {
  const receivedAt = deps.timers.now()
  const keyed: KeyedReceipt[] = []
  for (const receipt of batch) {
    const keys = deps.routes.receiptKeys(routeId, receipt)
    // Without an id there is nothing to find; it is answered all the same, or it comes for ever.
    if (keys.length === 0) continue
    keyed.push(new ReceiptByKeys(deps, { routeId, receipt, keys }, receivedAt))
  }
  return keyed
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
