// Writes what comes back from operators: results and receipts of a route, many in one transaction.
import type { Clock, MakeId, RouteId, Timers } from '../../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../../observability/index.ts'
import { type Asks, type Database, type Tx, turnOver } from '../../storage/index.ts'
import { engineLimits } from '../engine-limits.ts'
import type { Routes } from '../ports.ts'
import {
  closeIntentsInAnyAccount,
  openIntentInAnyAccount,
  putBackInAnyAccount,
} from '../store/queue-store.ts'
import { ReplyTags } from '../store/reply-tag-store.ts'
import {
  acceptLateInAnyAccount,
  appendEvents,
  appendResultsInAnyAccount,
  refuseLateInAnyAccount,
  takeDeadlineTurnInAnyAccount,
  type Writing,
} from '../store/result-store.ts'
import { keepUnsettledInAnyAccount } from '../store/unsettled-store.ts'
import { FreshFirst, retryMs } from './fresh-first.ts'
import { underTheClock } from './held-by-clock.ts'
import { type KeyedReceipt, type MatcherDeps, ReceiptMatcher } from './match-receipts.ts'
import { ReceiptRecorder } from './receipt-recorder.ts'
import { settle } from './settle.ts'
import {
  joined,
  type LateAccepted,
  type LateAnswer,
  type LateRefusal,
  type SliceRecord,
} from './slice-record.ts'

export interface Recorder {
  /**
   * Resolves once it is on disk. Tries until it is: what an operator took is not forgotten. One
   * that is not urgent, since nothing waits for its room, may wait a moment for company.
   */
  slice(record: SliceRecord, isUrgent: boolean): Promise<void>
  /** Resolves once stored; rejects when the database cannot take them now. */
  receipts(batch: readonly KeyedReceipt[]): Promise<void>
  late(answer: LateAnswer): void
  lateRefused(refusal: LateRefusal): void
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
  routes: MatcherDeps['routes'] & Pick<Routes, 'hoursAheadMs'>
  sleep(ms: number): Promise<void>
  after: Timers['after']
}

type Pending = {
  slices: { record: SliceRecord; isUrgent: boolean; done(): void }[]
  receipts: { batch: readonly KeyedReceipt[]; done(): void; failed(error: unknown): void }[]
  late: LateAnswer[]
  lateRefused: LateRefusal[]
}
const nothing = (): Pending => ({ slices: [], receipts: [], late: [], lateRefused: [] })

export function createRecorder(deps: RecorderDeps, routeId: RouteId): Recorder {
  return new RouteRecorder(deps, routeId)
}

class RouteRecorder implements Recorder {
  readonly #deps: RecorderDeps
  readonly #routeId: RouteId
  readonly #matcher: ReceiptMatcher
  readonly #replyTags: ReplyTags
  readonly #store: FreshFirst
  readonly #receipts: ReceiptRecorder
  #pending = nothing()
  #cameMore: () => void = () => undefined
  #running: Promise<void> | null = null

  constructor(deps: RecorderDeps, routeId: RouteId) {
    this.#deps = deps
    this.#routeId = routeId
    this.#matcher = new ReceiptMatcher(deps, routeId)
    this.#replyTags = new ReplyTags(routeId, deps.makeId)
    this.#store = new FreshFirst(deps)
    this.#receipts = new ReceiptRecorder(deps, this.#matcher)
  }

  slice(record: SliceRecord, isUrgent: boolean): Promise<void> {
    this.#matcher.expect(record.results)
    return new Promise((resolve) => {
      this.#pending.slices.push({ record, isUrgent, done: resolve })
      this.#start()
    })
  }

  /** Those of what is about to be written wait for it: no message ends that is still in flight. */
  receipts(batch: readonly KeyedReceipt[]): Promise<void> {
    if (this.#matcher.knows(batch)) return this.#receipts.keep(batch)
    return new Promise((resolve, reject) => {
      this.#pending.receipts.push({ batch, done: resolve, failed: reject })
      this.#start()
    })
  }

  late(answer: LateAnswer): void {
    this.#pending.late.push(answer)
    this.#start()
  }

  lateRefused(refusal: LateRefusal): void {
    this.#pending.lateRefused.push(refusal)
    this.#start()
  }

  async sweep(): Promise<void> {
    const { database, clock, metrics } = this.#deps
    const at = clock.now()
    await database.inAnyAccount(async (tx) => {
      const traced = await this.#matcher.trace(tx, at)
      const lateAccepted = await acceptLate(tx, traced)
      const events = lateAccepted.map((one) => {
        const how = traced.find(({ operatorId }) => operatorId === one.operatorId)?.how ?? 'number'
        return { ...one, what: 'traced', facts: { how } }
      })
      const matched = [
        ...(await this.#matcher.overtakers(tx, traced)),
        ...(await this.#matcher.lookAgain(tx, at)),
      ]
      const also = (to: Asks) => appendEvents(to, events)
      await settle(tx, { records: [], receipts: matched, lateAccepted, at, metrics, also })
    })
  }

  async idle(): Promise<void> {
    do {
      while (this.#running !== null) await this.#running
      await this.#receipts.idle()
    } while (this.#running !== null)
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
    await turnOver()
    let waitMs: number = retryMs.first
    while (hasWork(this.#pending)) {
      if (isCalm(this.#pending)) await this.#company()
      const work = this.#pending
      this.#pending = nothing()
      try {
        await this.#store.keep((tx, writing) => this.#write(tx, work, writing))
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
      lateRefused: [...work.lateRefused, ...this.#pending.lateRefused],
    }
  }

  async #write(tx: Tx, work: Pending, writing: Writing): Promise<void> {
    const { mine: records, late, refused } = await this.#closeIntents(tx, work)
    const at = this.#deps.clock.now()
    const { results, byClock, replyTags, events, unsettled, rest, ...others } = joined(records)
    const { routes } = this.#deps
    const held = byClock.length === 0 ? null : await underTheClock(routes, tx, byClock, at)
    const putBack = held === null ? others.putBack : [...others.putBack, ...held.putBack]
    const told = held === null ? events : [...events, ...held.events]
    // Not before they are on disk: their receipts would end what is still in flight.
    tx.afterCommit(() => {
      this.#matcher.remember(results)
      for (const { record } of work.slices) this.#matcher.written(record.results)
    })
    const also = (to: Asks): void => {
      appendResultsInAnyAccount(to, results, writing)
      putBackInAnyAccount(to, putBack)
      this.#replyTags.keepInAnyAccount(to, replyTags, at)
      appendEvents(to, told)
      keepUnsettledInAnyAccount(to, unsettled)
      for (const one of rest) openIntentInAnyAccount(to, one)
    }
    // An answer that came late may be of one of these. Where none did nothing waits for an answer:
    // all of it leaves in one write, and COMMIT with it.
    const isApart = late.length + refused.length > 0
    if (isApart) await tx.together(also)
    const lateAccepted = await acceptLate(tx, late)
    const lateRefused = await refuseLate(tx, refused)
    const keyed = work.receipts.flatMap(({ batch }) => batch)
    const matched = await this.#matcher.match(tx, keyed, results)
    const answered = [...results, ...lateAccepted]
    matched.push(...(await this.#matcher.overtakers(tx, answered)))
    tx.afterCommit(() => this.#matcher.forget(matched))
    const { metrics } = this.#deps
    const answers = { records, receipts: matched, lateAccepted, lateRefused }
    const settling = { ...answers, at, metrics, writing, isLast: true }
    await settle(tx, isApart ? settling : { also, ...settling })
  }

  /**
   * A slice whose intent is gone was taken over while this node was not looking (stopped for longer
   * than its lease): what became of it is told already. What the operator said of a part is
   * evidence for that, and nothing is put back from here.
   */
  async #closeIntents(
    tx: Tx,
    work: Pending,
  ): Promise<{ mine: SliceRecord[]; late: LateAnswer[]; refused: LateRefusal[] }> {
    const all = work.slices.map(({ record }) => record)
    const closed = await closeIntentsInAnyAccount(
      tx,
      all.flatMap((record) => record.intentIds),
    )
    const isMine = (record: SliceRecord) => record.intentIds.every((id) => closed.has(id))
    const late = [...work.late]
    const refused = [...work.lateRefused]
    for (const record of all) {
      if (isMine(record)) continue
      this.#deps.logger.warn('sending.slice_taken_over', { route: this.#routeId })
      for (const result of record.results) {
        const at = result.answeredAt ?? result.leftAt
        if (result.outcome === 'accepted') late.push({ ...result, at })
        if (result.outcome === 'rejected') refused.push({ ...result, at })
      }
    }
    return { mine: all.filter(isMine), late, refused }
  }
}

/** Those that told something new of a part which was unknown. */
async function acceptLate(tx: Tx, late: readonly LateAnswer[]): Promise<LateAccepted[]> {
  const accepted: LateAccepted[] = []
  if (late.length > 0) await takeDeadlineTurnInAnyAccount(tx, 'answer')
  for (const answer of late) {
    const known = await acceptLateInAnyAccount(tx, answer)
    if (known?.before === 'unknown') accepted.push({ ...answer, isOpen: known.isOpen })
  }
  return accepted
}

/** Those that told something new, of messages that are decided by their answers now. */
async function refuseLate(tx: Tx, refused: readonly LateRefusal[]): Promise<LateRefusal[]> {
  const open: LateRefusal[] = []
  if (refused.length > 0) await takeDeadlineTurnInAnyAccount(tx, 'answer')
  for (const refusal of refused) {
    if ((await refuseLateInAnyAccount(tx, refusal))?.isOpen === true) open.push(refusal)
  }
  return open
}

/** A few answers that nobody waits for: what comes within the moment is written with them. */
function isCalm({ slices, receipts, late, lateRefused }: Pending): boolean {
  if (receipts.length + late.length + lateRefused.length > 0) return false
  if (slices.some(({ isUrgent }) => isUrgent)) return false
  const results = slices.reduce((sum, { record }) => sum + record.results.length, 0)
  return results < engineLimits.calm.below
}

function hasWork(pending: Pending): boolean {
  const { slices, receipts, late, lateRefused } = pending
  return slices.length + receipts.length + late.length + lateRefused.length > 0
}
