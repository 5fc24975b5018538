// Finds the part of each delivery receipt: in memory, in the table, later, or by other facts.
import type { Instant, MakeId, RouteId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  findPartsInAnyAccount,
  type PartRef,
  type PartResult,
  type Receipt,
} from '../store/result-store.ts'
import {
  hasUnmatchedInAnyAccount,
  keepUnmatchedInAnyAccount,
  knownUnmatchedInAnyAccount,
  type Trace,
  takeUnmatchedInAnyAccount,
  type UnmatchedReceipt,
} from '../store/unmatched-store.ts'
import { readTracesInAnyAccount } from '../store/unsettled-store.ts'
import { type HabitKeys, HabitWatch } from './habit-watch.ts'
import type { LateAnswer } from './slice-record.ts'
import { type Traced, traceParts } from './trace-parts.ts'

/** A receipt with the keys under which its part may stand, the likeliest first. */
export type KeyedReceipt = Omit<Receipt, 'operatorId'> & {
  keys: readonly string[]
  /** What else it says of its part; asked only when no key is known. */
  trace(): Trace | null
  /** Called with the key that was right; null when none was. */
  matched(key: string | null, wasUnmatched?: boolean): void
}

export type Matched = Receipt & { ref: PartRef }
type Answer = PartRef & { operatorId: string | null }

/** Parts whose receipt is still to come, remembered so that it is found without asking. */
const memoryMax = 100_000
const earlyMax = 10_000
/**
 * After this an unmatched receipt's answer has come, or is counted as missing:
 * longer than any answer waits.
 */
const unmatchedIsOldMs = 45_000
/** How far back unmatched receipts are looked through again for answers that another node wrote. */
const lookBackMs = 120_000

export type MatcherDeps = {
  makeId: MakeId
  metrics: Metrics
  routes: HabitKeys
}

export class ReceiptMatcher {
  readonly #routeId: RouteId
  readonly #makeId: MakeId
  readonly #metrics: Metrics
  readonly #memory = new Map<string, PartRef>()
  readonly #inFlight = new Set<string>()
  /** Whom to tell when an unmatched receipt has found its part after all; the newest ones. */
  readonly #early = new Map<string, Pick<KeyedReceipt, 'matched'>>()
  /** The first look goes back for ever: nobody looked while the program was down. */
  #lookedAt: Instant | null = null
  /**
   * Whether this node may have kept an unmatched receipt: then each answer is looked at.
   * Others' are swept.
   */
  #mayHaveUnmatched = true
  #kept = 0
  #keptAtLook = -1
  readonly #watch: HabitWatch

  constructor(deps: MatcherDeps, routeId: RouteId) {
    this.#routeId = routeId
    this.#watch = new HabitWatch(deps.routes, routeId)
    this.#makeId = deps.makeId
    this.#metrics = deps.metrics
  }

  remember(results: readonly PartResult[]): void {
    const memory = this.#memory
    for (const result of results) {
      if (result.operatorId === null) continue
      memory.set(result.operatorId, refOf(result))
      if (memory.size <= memoryMax) continue
      const oldest = memory.keys().next()
      if (!oldest.done) memory.delete(oldest.value)
    }
  }

  /** What is about to be written: a receipt with such an id is not of an older part. */
  expect(results: readonly PartResult[]): void {
    for (const { operatorId } of results) if (operatorId !== null) this.#inFlight.add(operatorId)
  }

  written(results: readonly PartResult[]): void {
    for (const { operatorId } of results) if (operatorId !== null) this.#inFlight.delete(operatorId)
  }

  /**
   * Whether the part of each is remembered under its likeliest key,
   * and none is about to be written.
   */
  knows(keyed: readonly KeyedReceipt[]): boolean {
    return keyed.every(({ keys }) => {
      const [likeliest] = keys
      if (likeliest === undefined || !this.#memory.has(likeliest)) return false
      return !keys.some((key) => this.#inFlight.has(key))
    })
  }

  forget(matched: readonly Matched[]): void {
    for (const { operatorId, outcome } of matched) {
      if (outcome !== 'enroute' && outcome !== 'accepted') this.#memory.delete(operatorId)
    }
  }

  /** In memory or in flight, else in the table; else it is kept as an unmatched receipt. */
  async match(
    tx: Tx,
    keyed: readonly KeyedReceipt[],
    inFlight: readonly PartResult[] = [],
  ): Promise<Matched[]> {
    if (keyed.length === 0) return []
    const memory = this.#memory
    const found = new Map<string, PartRef>()
    for (const result of inFlight) {
      if (result.operatorId !== null) found.set(result.operatorId, refOf(result))
    }
    const unknown = new Set<string>()
    for (const { keys } of keyed) {
      if (keys.some((key) => memory.has(key) || found.has(key))) continue
      for (const key of keys) unknown.add(key)
    }
    const written = await findPartsInAnyAccount(tx, this.#routeId, [...unknown])
    for (const [key, ref] of written) found.set(key, ref)
    const matched: Matched[] = []
    const left: UnmatchedReceipt[] = []
    const keysOf: (string | null)[] = []
    for (const receipt of keyed) {
      const key = receipt.keys.find((one) => memory.has(one) || found.has(one))
      // Of an id that came round again the part in flight.
      const ref = key === undefined ? undefined : (found.get(key) ?? memory.get(key))
      const { outcome, errorCode, doneAt, receivedAt } = receipt
      if (key !== undefined && ref !== undefined) {
        keysOf.push(key)
        matched.push({ operatorId: key, outcome, errorCode, doneAt, receivedAt, ref })
      } else {
        keysOf.push(null)
        const id = this.#makeId()
        const { keys } = receipt
        left.push({ id, keys, outcome, errorCode, doneAt, receivedAt, trace: receipt.trace() })
        this.#rememberEarly(id, receipt)
      }
    }
    if (left.length > 0) {
      await keepUnmatchedInAnyAccount(tx, this.#routeId, left)
      this.#mayHaveUnmatched = true
      this.#kept += left.length
    }
    // Once: what was not kept is matched again.
    tx.afterCommit(() => {
      for (const [at, receipt] of keyed.entries()) receipt.matched(keysOf[at] ?? null)
      this.#watch.kept(left.length)
      this.#count(matched, left.length)
    })
    return matched
  }

  /** Receipts that came before the answers which are written now. */
  async overtakers(tx: Tx, answered: readonly Answer[]): Promise<Matched[]> {
    if (!this.#mayHaveUnmatched) return []
    const refs = new Map<string, PartRef>()
    for (const one of answered) if (one.operatorId !== null) refs.set(one.operatorId, one)
    return refs.size === 0 ? [] : this.#take(tx, refs)
  }

  /** Unmatched receipts whose answer was written by another node at the same time. */
  async lookAgain(tx: Tx, at: Instant): Promise<Matched[]> {
    const isQuiet = this.#kept === this.#keptAtLook
    this.#keptAtLook = this.#kept
    if (!(await hasUnmatchedInAnyAccount(tx, this.#routeId))) {
      // One that is being kept right now is not seen yet: only when none was for a while.
      if (isQuiet && this.#kept === this.#keptAtLook) this.#mayHaveUnmatched = false
      return []
    }
    const hasNewKeys = await this.#watch.reread(tx, at - unmatchedIsOldMs)
    // From the last look on that was kept: the database may have been away for longer than that.
    const since = this.#lookedAt === null || hasNewKeys ? 0 : this.#lookedAt - lookBackMs
    const keys = await knownUnmatchedInAnyAccount(tx, this.#routeId, since)
    tx.afterCommit(() => {
      this.#lookedAt = at
    })
    if (keys.length === 0) return []
    return this.#take(tx, await findPartsInAnyAccount(tx, this.#routeId, keys))
  }

  /** Parts without a known id that an unmatched receipt tells of, when exactly one fits. */
  async trace(tx: Tx, at: Instant): Promise<(LateAnswer & Pick<Traced, 'how'>)[]> {
    const { parts, unmatched } = await readTracesInAnyAccount(
      tx,
      this.#routeId,
      at - unmatchedIsOldMs,
    )
    return traceParts(parts, unmatched).map(({ part, key, how }) => ({
      ...refOf(part),
      operatorId: key.split(' ')[0] ?? key,
      at,
      how,
    }))
  }

  async #take(tx: Tx, refs: ReadonlyMap<string, PartRef>): Promise<Matched[]> {
    const early = await takeUnmatchedInAnyAccount(tx, this.#routeId, [...refs.keys()])
    return early.flatMap(({ id, ...receipt }) => {
      const ref = refs.get(receipt.operatorId)
      if (ref === undefined) return []
      tx.afterCommit(() => {
        this.#early.get(id)?.matched(receipt.operatorId, true)
        this.#early.delete(id)
      })
      return [{ ...receipt, ref }]
    })
  }

  #rememberEarly(unmatchedId: string, told: Pick<KeyedReceipt, 'matched'>): void {
    this.#early.set(unmatchedId, told)
    if (this.#early.size <= earlyMax) return
    const [oldest] = this.#early.keys()
    if (oldest !== undefined) this.#early.delete(oldest)
  }

  #count(matched: readonly Matched[], unmatched: number): void {
    const route = this.#routeId
    const byState = new Map<string, number>()
    for (const { outcome } of matched) byState.set(outcome, (byState.get(outcome) ?? 0) + 1)
    if (unmatched > 0) byState.set('unmatched', unmatched)
    for (const [state, count] of byState) {
      this.#metrics.count('accord_receipts_total', { route, state }, count)
    }
  }
}

/** The ref alone: a result carries more, and hundreds of thousands are remembered. */
function refOf(result: PartRef): PartRef {
  const { accountId, messageId, campaignId, part, parts, attempt } = result
  return { accountId, messageId, campaignId, part, parts, attempt }
}
