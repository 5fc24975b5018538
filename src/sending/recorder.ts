// Writes what comes back from operators: results and receipts of a route, many in one transaction.
import type { Clock, MakeId, RouteId } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import {
  closeIntentsInAnyAccount,
  openIntentInAnyAccount,
  putBackInAnyAccount,
} from './queue-store.ts'
import { keepReplyTagsInAnyAccount } from './reply-tag-store.ts'
import {
  acceptLateInAnyAccount,
  appendEvents,
  appendReceiptsInAnyAccount,
  appendResultsInAnyAccount,
  findPartsInAnyAccount,
  hasStraysInAnyAccount,
  keepStraysInAnyAccount,
  type PartRef,
  type PartResult,
  type Receipt,
  type Stray,
  takeStraysInAnyAccount,
} from './result-store.ts'
import { settle } from './settle.ts'
import type { LateAnswer, SliceRecord } from './slice-record.ts'

/** A receipt with the keys under which its part may stand, the likeliest first. */
export type KeyedReceipt = Omit<Receipt, 'operatorId'> & {
  keys: readonly string[]
  /** Called with the key that was right; null when none was. */
  matched(key: string | null, wasStray?: boolean): void
}

export interface Recorder {
  /** Resolves once it is on disk. Tries until it is: what an operator took is not forgotten. */
  slice(record: SliceRecord): Promise<void>
  /** Resolves once stored; rejects when the database cannot take them now. */
  receipts(batch: readonly KeyedReceipt[]): Promise<void>
  late(answer: LateAnswer): void
  /** Resolves when nothing is pending. */
  idle(): Promise<void>
}

export type RecorderDeps = {
  database: Database
  clock: Clock
  makeId: MakeId
  logger: Logger
  metrics: Metrics
  sleep(ms: number): Promise<void>
}

type Pending = {
  slices: { record: SliceRecord; done(): void }[]
  receipts: { batch: readonly KeyedReceipt[]; done(): void; failed(error: unknown): void }[]
  late: LateAnswer[]
}
const nothing = (): Pending => ({ slices: [], receipts: [], late: [] })

/** Parts whose receipt is still to come, remembered so that it is found without asking. */
const memoryMax = 300_000
const earlyMax = 10_000
const retryMs = { first: 50, max: 5_000 }

export function createRecorder(deps: RecorderDeps, routeId: RouteId): Recorder {
  return new RouteRecorder(deps, routeId)
}

type Matched = Receipt & { ref: PartRef }

class RouteRecorder implements Recorder {
  readonly #deps: RecorderDeps
  readonly #routeId: RouteId
  readonly #memory = new Map<string, PartRef>()
  #pending = nothing()
  #running: Promise<void> | null = null
  /** Null until asked once: whether receipts wait for answers that are still to come. */
  #strays: boolean | null = null
  /** Whom to tell when a stray has found its part after all; the newest ones. */
  readonly #early = new Map<string, KeyedReceipt['matched']>()

  constructor(deps: RecorderDeps, routeId: RouteId) {
    this.#deps = deps
    this.#routeId = routeId
  }

  slice(record: SliceRecord): Promise<void> {
    for (const result of record.results) {
      if (result.operatorId !== null) remember(this.#memory, result.operatorId, refOf(result))
    }
    return new Promise((resolve) => {
      this.#pending.slices.push({ record, done: resolve })
      this.#start()
    })
  }

  receipts(batch: readonly KeyedReceipt[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.receipts.push({ batch, done: resolve, failed: reject })
      this.#start()
    })
  }

  late(answer: LateAnswer): void {
    this.#pending.late.push(answer)
    this.#start()
  }

  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (hasWork(this.#pending)) this.#start()
    })
  }

  async #run(): Promise<void> {
    // What one turn of the event loop brings together is written together.
    await new Promise((resolve) => setImmediate(resolve))
    let waitMs: number = retryMs.first
    while (hasWork(this.#pending)) {
      const work = this.#pending
      this.#pending = nothing()
      try {
        await this.#deps.database.inAnyAccount((tx) => this.#write(tx, work))
        for (const slice of work.slices) slice.done()
        for (const receipts of work.receipts) receipts.done()
        waitMs = retryMs.first
      } catch (error) {
        this.#takeBack(work, error)
        await this.#deps.sleep(waitMs)
        waitMs = Math.min(waitMs * 2, retryMs.max)
      }
    }
  }

  /** Receipts are sent again by the operator; what it answered is known here alone. */
  #takeBack(work: Pending, error: unknown): void {
    this.#deps.logger.warn('sending.record_failed', {
      slices: work.slices.length,
      ...failureFields(error),
    })
    for (const receipts of work.receipts) receipts.failed(error)
    this.#pending = {
      slices: [...work.slices, ...this.#pending.slices],
      receipts: this.#pending.receipts,
      late: [...work.late, ...this.#pending.late],
    }
  }

  async #write(tx: Tx, work: Pending): Promise<void> {
    const routeId = this.#routeId
    this.#strays ??= await hasStraysInAnyAccount(tx, routeId)
    const { mine: records, late } = await this.#closeIntents(tx, work)
    const all = <T>(of: (record: SliceRecord) => readonly T[]): T[] => records.flatMap(of)
    const at = this.#deps.clock.now()
    const results = all((record) => record.results)
    await appendResultsInAnyAccount(tx, results)
    await putBackInAnyAccount(
      tx,
      all((record) => record.putBack),
    )
    const tags = all((record) => record.replyTags)
    await keepReplyTagsInAnyAccount(tx, routeId, tags, at)
    await appendEvents(
      tx,
      all((record) => record.events),
    )
    const lateAccepted: LateAnswer[] = []
    for (const answer of late) {
      if (await acceptLateInAnyAccount(tx, answer)) lateAccepted.push(answer)
    }
    const keyed = work.receipts.flatMap(({ batch }) => batch)
    const matched = await this.#match(tx, keyed, [...results, ...lateAccepted])
    await appendReceiptsInAnyAccount(tx, matched)
    const { metrics } = this.#deps
    await settle(tx, { records, receipts: matched, lateAccepted, at, metrics })
    for (const rest of all((record) => record.rest)) await openIntentInAnyAccount(tx, rest)
    tx.afterCommit(() => this.#forget(matched))
  }

  /**
   * A slice whose intent is gone was taken over while this node was not looking (stopped for longer
   * than its lease): what became of it is told already. What the operator took is evidence for
   * that, and nothing is put back or ended from here.
   */
  async #closeIntents(tx: Tx, work: Pending): Promise<{ mine: SliceRecord[]; late: LateAnswer[] }> {
    const all = work.slices.map(({ record }) => record)
    const closed = await closeIntentsInAnyAccount(
      tx,
      all.flatMap((record) => record.intentIds),
    )
    const isMine = (record: SliceRecord) => record.intentIds.every((id) => closed.has(id))
    const late = [...work.late]
    for (const record of all) {
      if (isMine(record)) continue
      this.#deps.logger.warn('sending.slice_taken_over', { route: this.#routeId })
      for (const result of record.results) {
        if (result.outcome !== 'accepted') continue
        late.push({ ...result, at: result.answeredAt ?? result.leftAt })
      }
    }
    return { mine: all.filter(isMine), late }
  }

  #forget(matched: readonly Matched[]): void {
    for (const { operatorId, outcome } of matched) {
      if (outcome !== 'enroute' && outcome !== 'accepted') this.#memory.delete(operatorId)
    }
  }

  /** Finds the part of each receipt: in memory, else in the table; else it is kept as a stray. */
  async #match(
    tx: Tx,
    keyed: readonly KeyedReceipt[],
    answered: readonly (PartRef & { operatorId: string | null })[],
  ): Promise<Matched[]> {
    const memory = this.#memory
    const unknown = new Set<string>()
    for (const { keys } of keyed) {
      if (!keys.some((key) => memory.has(key))) for (const key of keys) unknown.add(key)
    }
    const found = await findPartsInAnyAccount(tx, this.#routeId, [...unknown])
    const matched: Matched[] = []
    const left: Stray[] = []
    for (const receipt of keyed) {
      const key = receipt.keys.find((one) => memory.has(one) || found.has(one))
      const ref = key === undefined ? undefined : (memory.get(key) ?? found.get(key))
      const { keys, matched: tell, ...rest } = receipt
      if (key !== undefined && ref !== undefined) {
        tell(key)
        matched.push({ ...rest, operatorId: key, ref })
      } else {
        tell(null)
        const id = this.#deps.makeId()
        left.push({ ...rest, keys, id })
        this.#remember(id, tell)
      }
    }
    await keepStraysInAnyAccount(tx, this.#routeId, left)
    this.#count(matched, left.length)
    matched.push(...(await this.#overtakers(tx, answered)))
    if (left.length > 0) this.#strays = true
    return matched
  }

  /** Receipts that came before the answers which are written now. */
  async #overtakers(
    tx: Tx,
    answered: readonly (PartRef & { operatorId: string | null })[],
  ): Promise<Matched[]> {
    if (this.#strays !== true) return []
    const refs = new Map<string, PartRef>()
    for (const one of answered) if (one.operatorId !== null) refs.set(one.operatorId, one)
    if (refs.size === 0) return []
    const early = await takeStraysInAnyAccount(tx, this.#routeId, [...refs.keys()])
    return early.flatMap(({ id, ...receipt }) => {
      const ref = refs.get(receipt.operatorId)
      if (ref === undefined) return []
      tx.afterCommit(() => {
        this.#early.get(id)?.(receipt.operatorId, true)
        this.#early.delete(id)
      })
      return [{ ...receipt, ref }]
    })
  }

  #remember(strayId: string, tell: KeyedReceipt['matched']): void {
    this.#early.set(strayId, tell)
    if (this.#early.size <= earlyMax) return
    const [oldest] = this.#early.keys()
    if (oldest !== undefined) this.#early.delete(oldest)
  }

  #count(matched: readonly Matched[], strays: number): void {
    const { metrics } = this.#deps
    const route = this.#routeId
    for (const { outcome } of matched) {
      metrics.count('accord_receipts_total', { route, state: outcome })
    }
    if (strays > 0) metrics.count('accord_receipts_total', { route, state: 'stray' }, strays)
  }
}

function hasWork(pending: Pending): boolean {
  return pending.slices.length + pending.receipts.length + pending.late.length > 0
}

/** The ref alone: a result carries more, and hundreds of thousands are remembered. */
function refOf(result: PartResult): PartRef {
  const { accountId, messageId, campaignId, part, parts, attempt } = result
  return { accountId, messageId, campaignId, part, parts, attempt }
}

function remember(memory: Map<string, PartRef>, key: string, ref: PartRef): void {
  memory.set(key, ref)
  if (memory.size <= memoryMax) return
  const oldest = memory.keys().next()
  if (!oldest.done) memory.delete(oldest.value)
}
