// Writes what comes back from operators: results and receipts of a route, many in one transaction.
import type { Clock, Instant, MakeId, RouteId, Timers } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import { type Database, isUniqueViolation, type Tx } from '../storage/index.ts'
import { engineLimits } from './engine-limits.ts'
import { type KeyedReceipt, type MatcherDeps, ReceiptMatcher } from './match-receipts.ts'
import {
  closeIntentsInAnyAccount,
  openIntentInAnyAccount,
  putBackInAnyAccount,
} from './queue-store.ts'
import { ReplyTags } from './reply-tag-store.ts'
import {
  acceptLateInAnyAccount,
  appendEvents,
  appendReceiptsInAnyAccount,
  appendResultsInAnyAccount,
  type Writing,
} from './result-store.ts'
import { settle } from './settle.ts'
import type { LateAnswer, SliceRecord } from './slice-record.ts'
import { keepUnsettledInAnyAccount } from './unsettled-store.ts'

export interface Recorder {
  /**
   * Resolves once it is on disk. Tries until it is: what an operator took is not forgotten. One
   * that is not urgent, since nothing waits for its room, may wait a moment for company.
   */
  slice(record: SliceRecord, isUrgent: boolean): Promise<void>
  /** Resolves once stored; rejects when the database cannot take them now. */
  receipts(batch: readonly KeyedReceipt[]): Promise<void>
  late(answer: LateAnswer): void
  /** Looks through the receipts that found no part. Rejects when the database is away. */
  sweep(): Promise<void>
  /** Resolves when nothing is pending. */
  idle(): Promise<void>
}

export type RecorderDeps = {
  database: Database
  clock: Clock
  makeId: MakeId
  logger: Logger
  metrics: Metrics
  routes: MatcherDeps['routes']
  sleep(ms: number): Promise<void>
  after: Timers['after']
}

type Pending = {
  slices: { record: SliceRecord; isUrgent: boolean; done(): void }[]
  receipts: { batch: readonly KeyedReceipt[]; done(): void; failed(error: unknown): void }[]
  late: LateAnswer[]
}
const nothing = (): Pending => ({ slices: [], receipts: [], late: [] })

const retryMs = { first: 50, max: 5_000 }
/** An operator that repeats a receipt repeats others. */
const carefulMs = 60_000

export function createRecorder(deps: RecorderDeps, routeId: RouteId): Recorder {
  return new RouteRecorder(deps, routeId)
}

class RouteRecorder implements Recorder {
  readonly #deps: RecorderDeps
  readonly #routeId: RouteId
  readonly #matcher: ReceiptMatcher
  readonly #replyTags: ReplyTags
  #pending = nothing()
  #carefulUntil: Instant = 0
  #cameMore: () => void = () => undefined
  #running: Promise<void> | null = null

  constructor(deps: RecorderDeps, routeId: RouteId) {
    this.#deps = deps
    this.#routeId = routeId
    this.#matcher = new ReceiptMatcher(deps, routeId)
    this.#replyTags = new ReplyTags(routeId, deps.makeId)
  }

  slice(record: SliceRecord, isUrgent: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#pending.slices.push({ record, isUrgent, done: resolve })
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

  async sweep(): Promise<void> {
    const { database, clock, metrics } = this.#deps
    const at = clock.now()
    await database.inAnyAccount(async (tx) => {
      const traced = await this.#matcher.trace(tx, at)
      const lateAccepted = await acceptLate(tx, traced)
      await appendEvents(
        tx,
        lateAccepted.map((one) => ({ ...one, what: 'traced', facts: { how: howOf(traced, one) } })),
      )
      const matched = [
        ...(await this.#matcher.overtakers(tx, traced)),
        ...(await this.#matcher.lookAgain(tx, at)),
      ]
      await appendReceiptsInAnyAccount(tx, matched)
      await settle(tx, { records: [], receipts: matched, lateAccepted, at, metrics })
    })
  }

  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  /** Until receipts come, or more slices, or the moment is over. */
  #company(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel()
        this.#cameMore = () => undefined
        resolve()
      }
      const cancel = this.#deps.after(engineLimits.calm.recordMs, done)
      this.#cameMore = () => {
        if (!isCalm(this.#pending)) done()
      }
    })
  }

  #start(): void {
    this.#cameMore()
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
      if (isCalm(this.#pending)) await this.#company()
      const work = this.#pending
      this.#pending = nothing()
      try {
        await this.#keep(work)
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

  /**
   * As if nothing of it were there; else once more with care: a receipt came a second time, or a
   * commit was kept whose answer was lost.
   */
  async #keep(work: Pending): Promise<void> {
    const { database, clock } = this.#deps
    const keep = (writing: Writing) => database.inAnyAccount((tx) => this.#write(tx, work, writing))
    if (clock.now() < this.#carefulUntil) return keep('careful')
    try {
      await keep('fresh')
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      this.#carefulUntil = clock.now() + carefulMs
      await keep('careful')
    }
  }

  async #write(tx: Tx, work: Pending, writing: Writing): Promise<void> {
    const { mine: records, late } = await this.#closeIntents(tx, work)
    const all = <T>(of: (record: SliceRecord) => readonly T[]): T[] => records.flatMap(of)
    const at = this.#deps.clock.now()
    const results = all((record) => record.results)
    // Not before they are written: their receipts would end what is still in the hand.
    this.#matcher.remember(results)
    // None of them needs the answer of another: they leave in one write.
    await Promise.all([
      appendResultsInAnyAccount(tx, results, writing),
      putBackInAnyAccount(
        tx,
        all((record) => record.putBack),
      ),
      this.#replyTags.keepInAnyAccount(
        tx,
        all((record) => record.replyTags),
        at,
      ),
      appendEvents(
        tx,
        all((record) => record.events),
      ),
      keepUnsettledInAnyAccount(
        tx,
        all((record) => record.unsettled),
      ),
    ])
    const lateAccepted = await acceptLate(tx, late)
    const keyed = work.receipts.flatMap(({ batch }) => batch)
    const matched = await this.#matcher.match(tx, keyed)
    const answered = [...results, ...lateAccepted]
    matched.push(...(await this.#matcher.overtakers(tx, answered)))
    const { metrics } = this.#deps
    await Promise.all([
      appendReceiptsInAnyAccount(tx, matched),
      settle(tx, { records, receipts: matched, lateAccepted, at, metrics, writing }),
      ...all((record) => record.rest).map((rest) => openIntentInAnyAccount(tx, rest)),
    ])
    tx.afterCommit(() => this.#matcher.forget(matched))
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
}

/** Those that told something new of a part which was unknown. */
async function acceptLate(tx: Tx, late: readonly LateAnswer[]): Promise<LateAnswer[]> {
  const accepted: LateAnswer[] = []
  for (const answer of late) {
    if ((await acceptLateInAnyAccount(tx, answer)) === 'unknown') accepted.push(answer)
  }
  return accepted
}

function howOf(traced: readonly (LateAnswer & { how: string })[], one: LateAnswer): string {
  return traced.find((other) => other.operatorId === one.operatorId)?.how ?? 'number'
}

/** A few answers that nobody waits for: what comes within the moment is written with them. */
function isCalm({ slices, receipts, late }: Pending): boolean {
  if (receipts.length + late.length > 0 || slices.some(({ isUrgent }) => isUrgent)) return false
  const results = slices.reduce((sum, { record }) => sum + record.results.length, 0)
  return results < engineLimits.calm.below
}

function hasWork(pending: Pending): boolean {
  return pending.slices.length + pending.receipts.length + pending.late.length > 0
}
