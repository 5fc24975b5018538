// Detects a new id format at an operator, and reads its unmatched receipts again.
import type { Instant, RouteId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Routes } from '../ports.ts'
import { findPartsInAnyAccount } from '../store/result-store.ts'
import {
  addUnmatchedKeysInAnyAccount,
  allUnmatchedKeysInAnyAccount,
  type OtherKey,
  oldUnmatchedKeysInAnyAccount,
} from '../store/unmatched-store.ts'

/** So many unmatched receipts are looked at, and of so few nothing is concluded. */
const sampleMax = 200
const sampleMin = 50
/** A stranger's id is a part's in another base once in a while; of most of them it never is. */
const shareMin = 0.5
const pageSize = 5_000

export type HabitKeys = Pick<
  Routes,
  'receiptKeysNotAsked' | 'isReceiptHabitBroken' | 'doubtReceiptHabit'
>

/**
 * While a habit is sure, a receipt is asked for under one key alone, so that two ids which read as
 * the same number in two bases are kept apart. A habit that is asked alone can never be proved
 * wrong by a receipt that is found: what proves it wrong are those that are not.
 */
export class HabitWatch {
  readonly #routes: HabitKeys
  readonly #routeId: RouteId
  #keptSince = 0
  /** From then on each receipt is kept under all its keys. */
  #isReread = false

  constructor(routes: HabitKeys, routeId: RouteId) {
    this.#routes = routes
    this.#routeId = routeId
  }

  kept(unmatched: number): void {
    this.#keptSince += unmatched
  }

  /** True when unmatched receipts have new keys, under which they are to be looked for. */
  async reread(tx: Tx, before: Instant): Promise<boolean> {
    if (this.#isReread) return false
    const isBroken = this.#routes.isReceiptHabitBroken(this.#routeId)
    if (!isBroken && !(await this.#doUnmatchedTell(tx, before))) return false
    const all = this.#others(await allUnmatchedKeysInAnyAccount(tx, this.#routeId))
    for (let at = 0; at < all.length; at += pageSize) {
      await addUnmatchedKeysInAnyAccount(tx, this.#routeId, all.slice(at, at + pageSize))
    }
    tx.afterCommit(() => {
      this.#isReread = true
      this.#routes.doubtReceiptHabit(this.#routeId)
    })
    return true
  }

  async #doUnmatchedTell(tx: Tx, before: Instant): Promise<boolean> {
    if (this.#keptSince < sampleMin) return false
    const place = { before, most: sampleMax }
    const sample = await oldUnmatchedKeysInAnyAccount(tx, this.#routeId, place)
    if (sample.length < sampleMin) return false
    tx.afterCommit(() => {
      this.#keptSince = 0
    })
    return (await this.#shareOfParts(tx, sample)) >= shareMin
  }

  async #shareOfParts(tx: Tx, sample: readonly string[]): Promise<number> {
    const others = this.#others(sample)
    const keys = [...new Set(others.map(({ other }) => other))]
    const found = await findPartsInAnyAccount(tx, this.#routeId, keys)
    const known = new Set(others.filter(({ other }) => found.has(other)).map(({ key }) => key))
    return sample.filter((key) => known.has(key)).length / sample.length
  }

  #others(keys: readonly string[]): OtherKey[] {
    return keys.flatMap((key) =>
      this.#routes.receiptKeysNotAsked(this.#routeId, key).map((other) => ({ key, other })),
    )
  }
}
